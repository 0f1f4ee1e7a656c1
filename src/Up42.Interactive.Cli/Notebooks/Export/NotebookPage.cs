namespace Up42.Interactive.Cli;

/// <summary>
/// An executed notebook as one self-contained page: prose, highlighted code and outputs, light, dark and on paper. Its policy lets it load
/// pictures of the built-in basemaps and nothing else.
/// </summary>
internal static class NotebookPage
{
    // What frames in it hold keeps to it too.
    private static readonly string Policy =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
        + $"img-src data: blob: {string.Join(' ', Basemap.BuiltInOrigins)}; base-uri 'none'; form-action 'none'";

    /// <summary>The document.</summary>
    public static string Render(Notebook notebook)
    {
        var headings = new List<Heading>();
        var budget = new PageBudget();
        var prose = new MarkdownRenderer(Path.GetDirectoryName(notebook.Path)!, headings, budget);
        var outputs = new CellOutputHtml(budget);
        var cells = notebook.Cells.Select(cell => Cell(cell, prose, outputs)).ToList();
        return Html.Format(
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Html.Trusted(Policy)}">
            <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
            <title>{Title(notebook)}</title>
            <style>{Asset("notebook.css")}
            {WebAsset.Text("fragment.css")}</style></head>
            <body>{Contents(headings, notebook.CodeToRun.Count)}<main>
            {cells}</main>
            <script>{Asset("notebook.js")}
            {WebAsset.Text("listen.js")}</script>
            </body></html>

            """).ToString();
    }

    private static Html Cell(NotebookCell cell, MarkdownRenderer prose, CellOutputHtml outputs) => cell switch
    {
        { IsMarkdown: true } => Html.Format(
            $"""
            <section class="prose">{prose.Render(cell)}</section>

            """),
        { IsCode: true } => Html.Format(
            $"""
            <section class="cell{(cell.ExecutionCount is null ? " unrun" : "")}">{Source(cell)}
            {cell.Outputs.Select(outputs.Render)}</section>

            """),
        _ => Html.Format(
            $"""
            <section class="prose"><pre>{cell.Source}</pre></section>

            """),
    };

    private static Html Source(NotebookCell cell)
    {
        var open = cell.IsSourceHidden ? Html.Empty : Html.Trusted(" open");
        var head = Html.Format($"""<span class="count">{Count(cell)}</span> <code class="first">{FirstLine(cell)}</code>""");
        var code = CodeHighlighter.Highlight(cell.Source);
        return Html.Format($"""<details class="source"{open}><summary>{head}</summary><pre class="code"><code>{code}</code></pre></details>""");
    }

    // What a fold over the code shows is for readers who want none of it; the title is not an entry.
    private static Html Contents(List<Heading> headings, int codeCells)
    {
        var entries = headings.Where(heading => heading.Level is 2 or 3 || (heading.Level == 1 && heading != headings[0])).ToList();
        return entries.Count < 2 && codeCells < 2 ? Html.Empty : Html.Format(
            $"""
            <nav aria-label="Contents"><details class="contents"><summary>Contents</summary><ol>
            {entries.Select(Entry)}</ol></details>
            <button type="button" class="fold" hidden>Hide code</button></nav>

            """);
    }

    private static Html Entry(Heading heading) => Html.Format(
        $"""
        <li class="level-{heading.Level}"><a href="#{heading.Id}">{heading.Text}</a></li>

        """);

    private static string FirstLine(NotebookCell cell) => cell.Source.Split('\n').FirstOrDefault(line => !string.IsNullOrWhiteSpace(line))?.Trim() ?? "";

    private static string Count(NotebookCell cell) => cell.ExecutionCount is { } count ? $"[{count}]" : "not run";

    private static string Title(Notebook notebook) =>
        notebook.Cells.Where(cell => cell.IsMarkdown).SelectMany(cell => cell.Source.Split('\n')).FirstOrDefault(IsTitle) is { } line
            ? line.Trim().Trim('#').Trim()
            : Path.GetFileNameWithoutExtension(notebook.Path);

    private static bool IsTitle(string line) => line is ['#', ' ' or '\t', ..] && line.AsSpan().Trim().Trim('#').Trim().Length > 0;

    private static Html Asset(string name)
    {
        using var reader = new StreamReader(typeof(NotebookPage).Assembly.GetManifestResourceStream(name)!);
        return Html.Trusted(reader.ReadToEnd().TrimEnd());
    }
}
