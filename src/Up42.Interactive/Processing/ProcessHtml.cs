namespace Up42.Interactive;

/// <summary>The card of a process: what it does, what it takes, what it costs, and the line that runs it.</summary>
internal static class ProcessHtml
{
    private const int MaxId = 100;

    public static Html Render(Process process) => Html.Join(
    [
        FactsTable.Create(
            FactsHtml.Title("Process", process.Title),
            ("Id", FactsHtml.Code(process.Id)),
            ("What it does", FactsHtml.Text(SafeText.Clean(process.Description, 2000))),
            ("Version", FactsHtml.Text(process.Version)),
            ("Price", FactsHtml.Text(string.Join(" or ", process.Price))),
            ("Licence", process.Eula is { } eula ? Eula(eula) : Html.Empty)),
        Inputs(process.Inputs),
        Html.Format($"<p>Run it:</p><pre><code>{Code(process)}</code></pre>"),
    ]);

    private static Html Eula(ProcessEula eula) => eula.IsAccepted switch
    {
        true => StatusBadge.Create(StatusBadge.Good, "✓", "accepted"),
        false => Html.Format($"{StatusBadge.Create(StatusBadge.Bad, "✗", "not accepted")} a run would end unlicensed; accept it in UP42's console"),
        null => Html.Text(eula.State),
    };

    private static Html Inputs(IReadOnlyList<ProcessInput> inputs) => inputs.Count == 0
        ? Html.Format($"<p>Its inputs are not known to this library; <code>await process.ValidateAsync(…)</code> tells what is wrong with some.</p>")
        : Html.Format(
            $"<table><caption>{DisplayText.Count(inputs.Count, "input")}</caption><thead><tr>"
                + $"""<th scope="col">input</th><th scope="col">what</th><th scope="col">required</th></tr></thead>"""
                + $"<tbody>{inputs.Select(Input)}</tbody></table>");

    private static Html Input(ProcessInput input) =>
        Html.Format($"""<tr><th scope="row">{input.Name}</th><td>{input.Description}</td><td>{(input.IsRequired ? "yes" : "no")}</td></tr>{'\n'}""");

    private static string Code(Process process)
    {
        var names = process.Inputs.Where(input => input.IsRequired).Select(input => input.Name).ToList();
        var inputs = names is ["item"] ? "item" : names.Count == 0 ? "inputs" : $"new {{ {string.Join(", ", names)} }}";

        // An id that has to be changed to stand in code is none that the server knows.
        var isPlain = process.Id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
        var id = isPlain && process.Id.Length <= MaxId ? process.Id : "…";
        return $"var process = await up42.GetProcessAsync(\"{id}\");\nvar job = await process.RunAsync({inputs}, trackStatus: true);";
    }
}
