using System.Text.RegularExpressions;

namespace Up42.Interactive.Cli;

/// <summary>
/// An executed notebook as one self-contained page: prose, highlighted code and outputs, light, dark and on paper. Its policy lets it load
/// pictures of basemaps and nothing else.
/// </summary>
internal static partial class NotebookPage
{
    private const string Policy =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob: https:; base-uri 'none'; form-action 'none'";

    /// <summary>The document.</summary>
    public static string Render(Notebook notebook)
    {
        var prose = new Prose(Path.GetDirectoryName(notebook.Path)!);
        return Html.Format(
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Html.Trusted(Policy)}">
            <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
            <title>{Title(notebook)}</title>
            <style>{Asset("notebook.css")}
            {WebAsset.Text("fragment.css")}</style></head>
            <body><main>
            {notebook.Cells.Select(cell => Cell(cell, prose))}</main>
            <script>{Asset("notebook.js")}</script>
            </body></html>

            """).ToString();
    }

    private static Html Cell(NotebookCell cell, Prose prose) => cell switch
    {
        { IsMarkdown: true } => Html.Format(
            $"""
            <section class="prose">{prose.Render(cell)}</section>

            """),
        { IsCode: true } => Html.Format(
            $"""
            <section class="cell{(cell.ExecutionCount is null ? " unrun" : "")}"><div class="count">{Count(cell)}</div><pre class="code"><code>{CodeHighlighter.Highlight(cell.Source)}</code></pre>
            {cell.Outputs.Select(OutputMarkup.Render)}</section>

            """),
        _ => Html.Format(
            $"""
            <section class="prose"><pre>{cell.Source}</pre></section>

            """),
    };

    private static string Count(NotebookCell cell) => cell.ExecutionCount is { } count ? $"[{count}]" : "not run";

    private static string Title(Notebook notebook) =>
        notebook.Cells.Where(cell => cell.IsMarkdown).Select(cell => Heading().Match(cell.Source)).FirstOrDefault(match => match.Success) is { } heading
            ? heading.Groups[1].Value.Trim()
            : Path.GetFileNameWithoutExtension(notebook.Path);

    private static Html Asset(string name)
    {
        using var reader = new StreamReader(typeof(NotebookPage).Assembly.GetManifestResourceStream(name)!);
        return Html.Trusted(reader.ReadToEnd().TrimEnd());
    }

    [GeneratedRegex(@"^#\s+(.+?)\s*#*\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
