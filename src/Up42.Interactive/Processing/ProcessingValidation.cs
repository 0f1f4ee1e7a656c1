using System.Text.Json;

namespace Up42.Interactive;

/// <summary>What a process has against inputs.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ProcessingValidation : IDisplay
{
    internal ProcessingValidation(string processId, string? title, IReadOnlyList<ProcessingError> errors, JsonElement? raw) =>
        (ProcessId, Title, Errors, Raw) = (processId, title, errors, raw);

    /// <summary>The process.</summary>
    public string ProcessId { get; }

    /// <summary>Whether a run would take the inputs.</summary>
    public bool IsValid => Raw is null;

    /// <summary>What is wrong in short; null where nothing is.</summary>
    public string? Title { get; }

    /// <summary>What is wrong; empty where nothing is.</summary>
    public IReadOnlyList<ProcessingError> Errors { get; }

    /// <summary>Everything the server said; null where the inputs are right.</summary>
    public JsonElement? Raw { get; }

    /// <summary>The verdict, and each error.</summary>
    public string ToHtml() => new Fragment
    {
        Static = Html.Join(
        [
            Html.Format($"<p>{Badge} inputs of {FactsHtml.Code(ProcessId)}{(Title is null ? "" : $": {SingleLine.Format(Title)}")}</p>"),
            ProcessingJobCardHtml.Errors(Errors),
            IsValid
                ? Html.Format($"<p>Next: <code>await process.EstimateAsync(inputs)</code> tells what a run costs.</p>")
                : Html.Format($"<p>Next: <code>await process.ValidateAsync(…)</code> checks other inputs.</p>"),
        ]),
    }.ToHtml();

    private Html Badge => IsValid ? StatusBadge.Create(StatusBadge.Good, "✓", "valid") : StatusBadge.Create(StatusBadge.Bad, "✗", "invalid");

    /// <summary>The verdict in one line.</summary>
    public override string ToString() => SingleLine.Format(
        IsValid ? $"Inputs of {ProcessId} are valid" : $"Inputs of {ProcessId} are invalid: {(Errors.Count > 0 ? Errors[0].ToString() : Title)}");

    /// <summary>Reads a refusal; null where it is not one of inputs.</summary>
    internal static ProcessingValidation? Parse(string processId, JsonElement json)
    {
        var errors = ProcessingError.ParseAll(json);
        if (errors.Count == 0 && json.Find("schema-error") is { } schema)
        {
            errors = [new ProcessingError("SchemaError", schema.ValueKind == JsonValueKind.String ? schema.GetString()! : schema.GetRawText())];
        }

        return errors.Count == 0 ? null : new ProcessingValidation(processId, json.FindText("title"), errors, json.Clone());
    }
}
