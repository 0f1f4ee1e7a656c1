namespace Up42.Interactive;

/// <summary>
/// A whole, self-contained HTML document: what <c>SaveHtml</c> writes, what a frame of a notebook shows, and what reports are made
/// of. Light and dark follow the reader's setting; it prints; it asks for nothing from outside but the pictures it names.
/// </summary>
internal sealed record Page
{
    /// <summary>The document's title, as plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The body: the whole answer, readable without scripts.</summary>
    public required Html Body { get; init; }

    /// <summary>A class of the body that the page's own style builds on.</summary>
    public string Kind { get; init; } = "document";

    /// <summary>Style assets after the shared ones, for example <c>map.css</c>.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    /// <summary>What runs in it; null for a page that only reads.</summary>
    public PageProgram? Program { get; init; }

    /// <summary>What the program reads once it runs, after it: texts without markup.</summary>
    public IReadOnlyList<Html> Attachments { get; init; } = [];

    /// <summary>Origins of pictures from outside (basemap tiles), as <c>https://host</c>.</summary>
    public IReadOnlyList<string> PictureOrigins { get; init; } = [];

    private Html ContentPolicy => Html.Format(
        $"default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src {string.Join(' ', ["data:", "blob:", .. PictureOrigins])}");

    /// <summary>The document.</summary>
    public Html ToHtml() => Html.Format(
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{ContentPolicy}">
        <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
        <title>{Title}</title><base target="_blank">
        <style>{WebAsset.Text("page.css")}{Styles.Select(WebAsset.Text)}</style></head>
        <body class="u42-v1 u42-{Kind}">
        <main>{Body}</main>
        {Program?.ToHtml() ?? Html.Empty}{Attachments.Select(text =>
            Html.Format($"""<script type="text/plain" class="u42-attachment">{text}</script>"""))}
        </body></html>

        """);
}
