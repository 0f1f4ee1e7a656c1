using Plotly.NET;

namespace Up42.Interactive;

/// <summary>Which part of an area of interest footprints cover, made by <c>PlotCoverage</c>. Areas are those on the WGS 84 ellipsoid.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class CoveragePlot : IDisplay
{
    private const int Height = 620;
    private const int PictureWidth = 960;

    private readonly Coverage _coverage;

    internal CoveragePlot(Coverage coverage) => _coverage = coverage;

    /// <summary>The part of the area of interest that is covered, 0 to 1; null where no area was given.</summary>
    public double? Share => _coverage.Share;

    private string Title => Share is { } share
        ? $"{DisplayText.Percent(share)} of the area of interest is covered"
        : "Footprints";

    /// <summary>The plot as an HTML fragment: a table of areas, and where scripts run, the outlines.</summary>
    public string ToHtml() => new Fragment { Static = Answer(), Page = Page(), Height = Height + 56, Following = Following() }.ToHtml();

    /// <summary>Writes the plot as one HTML file that needs nothing else, in UTF-8.</summary>
    /// <param name="path">The file; parent folders are created, and a file of that name is replaced as a whole.</param>
    /// <returns>The file's full path.</returns>
    public string SaveHtml(string path) => HtmlFile.Save(path, Page().ToHtml());

    /// <summary>Writes the plot as one PNG picture, without a browser: the outlines with axes and legend.</summary>
    /// <param name="path">The file; parent folders are created, and a file of that name is replaced as a whole.</param>
    /// <returns>The file's full path.</returns>
    public string SavePng(string path) => AtomicFile.Save(path, "coverage.png", Drawing().ToPng());

    /// <summary>The plot as Plotly.NET's chart, to go on with.</summary>
    public GenericChart ToChart() => CoverageFigure.Build(_coverage, Title);

    /// <summary>What is covered, in one line.</summary>
    public override string ToString() => 
        $"Coverage: {Title}, {DisplayText.Count(_coverage.Groups.Sum(group => group.Scenes), "scene")} in {DisplayText.Count(_coverage.Groups.Count, "group")}";

    private ChartDrawing Drawing() => new([CoverageFigure.ToChart(_coverage, Title)], PictureWidth, Height - 120);

    private (double PerWidth, int Fixed, int Most) Following()
    {
        var (margin, aspect) = (CoverageFigure.Margin, CoverageFigure.Aspect(_coverage));
        return (1 / aspect, (int)(margin["t"] + margin["b"] + 128 - ((margin["l"] + margin["r"]) / aspect)), Height + 56);
    }

    private Page Page() => PlotPage.Of("Coverage", Answer(), 1, Height, [new PlotPagePanel(CoverageFigure.Build(_coverage, title: null), Aspect: CoverageFigure.Aspect(_coverage))]);

    private Html Answer() => Html.Format(
        $"""
        <figure>{Drawing().ToImage("Outlines of the footprints; the table below tells what they cover")}<table><caption>{Title}</caption><thead><tr><th scope="col">Footprints</th><th scope="col" align="right">Scenes</th><th scope="col" align="right">Area (km²)</th><th scope="col" align="right">Part of the area of interest</th></tr></thead>
        <tbody>{_coverage.Groups.Select(Row)}</tbody></table></figure>
        """);

    private Html Row(CoverageGroup group)
    {
        var share = _coverage.ShareOf(group.Area) is { } part ? Html.Format($"{DisplayText.Percent(part)}") : Html.Text("–");
        return Html.Format(
            $"""<tr><th scope="row">{group.Name}</th><td align="right">{group.Scenes}</td><td align="right">{group.SquareMeters / 1e6:#,0.0}</td><td align="right">{share}</td></tr>""");
    }
}
