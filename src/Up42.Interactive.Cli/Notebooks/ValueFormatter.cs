using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.Cli;

/// <summary>Turns values into MIME bundles with the formatters of .NET Interactive, so that what a kernel would show is what is shown.</summary>
internal static class ValueFormatter
{
    /// <summary>Characters of one display. The library's own keep to far less; of another's HTML half is of no use.</summary>
    private static readonly int MaxCharacters = Limits.Default.FragmentCharacters;

    // Each is an object of some hundred bytes.
    private const int MaxJsonValues = 500_000;

    /// <summary>The bundle of a cell's value, in the MIME types that its type prefers.</summary>
    public static JsonObject Format(object? value) => Bundle(
        value is null ? FormattedValue.CreateManyFromObject(value)
            : HeldExceptions.HaveNoEnd(value)
                ? [new FormattedValue(PlainTextFormatter.MimeType, ExceptionText.Refusal)]
            : ListDepth.HasNoEnd(value) ? [new FormattedValue(PlainTextFormatter.MimeType, ListDepth.Refusal)]
            : [.. Formatter.GetPreferredMimeTypesFor(value.GetType()).Select(type => new FormattedValue(type, Text(value, type)))],
        value);

    /// <summary>The bundle of texts, with plain text beside HTML for readers that show none.</summary>
    public static JsonObject Bundle(IReadOnlyList<FormattedValue> texts, object? value)
    {
        var bundle = new JsonObject();
        foreach (var text in texts)
        {
            if (IsShown(text))
            {
                bundle[text.MimeType] = Content(text.MimeType, text.Value);
            }
            else
            {
                // A sentence is no JSON, and no picture.
                bundle[text.MimeType.StartsWith("text/", StringComparison.Ordinal) ? text.MimeType : PlainTextFormatter.MimeType] =
                    NotebookCell.Lines(TooLong(value));
            }
        }

        if (texts is [{ MimeType: HtmlFormatter.MimeType }])
        {
            bundle[PlainTextFormatter.MimeType] = NotebookCell.Lines(PlainText(value) is var text && text.Length <= MaxCharacters ? text : TooLong(value));
        }

        return bundle;
    }

    private static bool IsShown(FormattedValue text) =>
        text.Value.Length <= MaxCharacters && !(IsJson(text.MimeType) && text.Value.AsSpan().Count(',') > MaxJsonValues);

    private static bool IsJson(string mimeType) => mimeType.EndsWith("json", StringComparison.Ordinal);

    private static JsonNode? Content(string mimeType, string text) => mimeType switch
    {
        _ when IsJson(mimeType) => JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 256 }),
        "image/png" or "image/jpeg" or "image/gif" or "image/webp" => text,
        _ => NotebookCell.Lines(text),
    };

    // A type that says itself in one line (all of the library's displays do) is better read so than as a listing of its properties.
    private static string PlainText(object? value) =>
        HeldExceptions.HaveNoEnd(value) ? ExceptionText.Refusal
        : value is not null && value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } declaring
            && declaring != typeof(object) && declaring != typeof(ValueType)
            ? value.ToString() ?? ""
            : value is null ? value.ToDisplayString(PlainTextFormatter.MimeType)
            : Text(value, PlainTextFormatter.MimeType);

    private static string Text(object value, string mimeType)
    {
        var (text, isWhole) = BoundedWriter.Take(MaxCharacters, writer =>
        {
            // At its end it writes the styles that what was shown needs.
            using var context = new FormatContext(writer);
            value.FormatTo(context, mimeType);
        });
        return isWhole ? text : TooLong(value);
    }

    private static string TooLong(object? value) =>
        $"This display of a {value?.GetType().Name} has more than {NumberText.Format(MaxCharacters)} characters, or no end, and is left out.";
}
