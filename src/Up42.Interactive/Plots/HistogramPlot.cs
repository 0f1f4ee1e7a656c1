using System.Globalization;
using Plotly.NET;

namespace Up42.Interactive;

/// <summary>How often values occur in the bands of rasters, made by <c>PlotHistogram</c>. It reads no file when shown.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class HistogramPlot : IDisplay
{
    private const int PanelHeight = 420;
    private const int PictureWidth = 960;
    private const int TallestFrame = 1400;

    private readonly IReadOnlyList<HistogramPanel> _panels;

    private readonly IReadOnlyList<string> _problems;

    internal HistogramPlot(IReadOnlyList<HistogramPanel> panels, IReadOnlyList<string> problems) => (_panels, _problems) = (panels, problems);

    /// <summary>The histograms of each raster, in their order.</summary>
    public IReadOnlyList<IReadOnlyList<RasterHistogram>> Histograms => [.. _panels.Select(panel => panel.Bands)];

    private string Title => _panels.Count == 1 ? $"Histogram of {_panels[0].Title}" : $"Histograms of {_panels.Count} rasters";

    /// <summary>The plot as an HTML fragment: a table of each band's range, and where scripts run, the curves.</summary>
    public string ToHtml() => new Fragment
    {
        Static = Answer(),
        Page = Page(),
        Height = Math.Min(TallestFrame, (PanelHeight + 48) * _panels.Count),
    }.ToHtml();

    /// <summary>Writes the plot as one HTML file that needs nothing else, in UTF-8.</summary>
    /// <param name="path">The file; parent folders are created, and a file of that name is replaced as a whole.</param>
    /// <returns>The file's full path.</returns>
    public string SaveHtml(string path) => HtmlFile.Save(path, Page().ToHtml());

    /// <summary>Writes the plot as one PNG picture, without a browser: the curves of each raster below each other.</summary>
    /// <param name="path">The file; parent folders are created, and a file of that name is replaced as a whole.</param>
    /// <returns>The file's full path.</returns>
    public string SavePng(string path) => AtomicFile.Save(path, "histogram.png", Drawing(_panels).ToPng());

    /// <summary>The histograms of the first raster as Plotly.NET's chart, to go on with.</summary>
    public GenericChart ToChart() => HistogramFigure.Build(_panels[0], withHeading: true);

    /// <summary>What is plotted, in one line.</summary>
    public override string ToString() => $"{Title}: {string.Join("; ", _panels.SelectMany(panel => panel.Bands))}";

    private static ChartDrawing Drawing(IEnumerable<HistogramPanel> panels) => new([.. panels.Select(HistogramFigure.ToChart)], PictureWidth, PanelHeight - 100);

    private static string Number(double value) => NumberText.Format(value, grouped: true);

    private Page Page() =>
        PlotPage.Of(
            Title,
            Answer(),
            1,
            PanelHeight * _panels.Count,
            [.. _panels.Select(panel => new PlotPagePanel(HistogramFigure.Build(panel, withHeading: false))), .. _problems.Select(_ => new PlotPagePanel(null))]);

    private Html Answer() => Html.Join(_panels.Select(panel => Html.Format(
        $"""
        <figure>{Drawing([panel]).ToImage($"Histogram of {panel.Title}; the table below gives each band's range")}<table><caption>{panel.Title}: values of all valid pixels</caption><thead><tr><th scope="col">Band</th><th scope="col" align="right">Pixels</th><th scope="col" align="right">Minimum</th><th scope="col" align="right">Median</th><th scope="col" align="right">Maximum</th></tr></thead>
        <tbody>{panel.Bands.Select(Row)}</tbody></table></figure>

        """)).Concat(_problems.Select(problem => Html.Format($"""<figure><figcaption><span class="u42-note">Not shown. {problem}</span></figcaption></figure>"""))));

    private static Html Row(RasterHistogram band) => Html.Format(
        $"""
        <tr><th scope="row">{band.Band.Name}</th><td align="right">{NumberText.Format(band.Counts.Sum())}</td><td align="right">{Number(band.Minimum)}</td><td align="right">{Number(band.Median)}</td><td align="right">{Number(band.Maximum)}</td></tr>
        """);
}
