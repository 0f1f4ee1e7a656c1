using System.Globalization;

namespace Up42.Interactive.Cli;

/// <summary>The results of one job as one self-contained page, made of the displays that a notebook would show.</summary>
/// <param name="Title">What the page is called.</param>
/// <param name="Source">Where the results came from, for the line under the title.</param>
/// <param name="Made">When the page was made.</param>
/// <param name="Parts">Headings and the displays under them.</param>
/// <param name="PictureOrigins">Origins of the map's tiles.</param>
internal sealed record Report(
    string Title, string Source, DateTimeOffset Made, IReadOnlyList<(string Heading, IDisplay Display)> Parts, IReadOnlyList<string> PictureOrigins)
{
    /// <summary>The document.</summary>
    public Html ToHtml() => new Page
    {
        Title = Title,
        PictureOrigins = PictureOrigins,
        Body = Html.Format(
            $"""
            <h1>{Title}</h1>
            <p class="u42-lead">Results of {Source} · {Made.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}</p>
            {Parts.Select(part => Html.Format(
                $"""
                <section><h2>{part.Heading}</h2>
                {Html.Trusted(ReportPart.Show(part.Display))}</section>

                """))}
            <script>{WebAsset.Text("listen.js")}</script>
            """),
    }.ToHtml();
}
