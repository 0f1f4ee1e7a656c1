using Plotly.NET;

namespace Up42.Interactive;

/// <summary>How often values occur in the bands of rasters, made by <c>PlotHistogram</c>. It reads no file when shown.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class HistogramPlot : Plot
{
    private const int PanelHeight = 420;
    private const int PictureWidth = 960;
    private const int MaxFrameHeight = 1400;

    private static readonly string[] NumberColumns = ["Pixels", "Minimum", "Median", "Maximum"];

    private readonly IReadOnlyList<HistogramPanel> _panels;

    private readonly IReadOnlyList<string> _problems;

    internal HistogramPlot(IReadOnlyList<HistogramPanel> panels, IReadOnlyList<string> problems) => (_panels, _problems) = (panels, problems);

    /// <summary>The histograms of each raster, in their order.</summary>
    public IReadOnlyList<IReadOnlyList<RasterHistogram>> Histograms => [.. _panels.Select(panel => panel.Bands)];

    private string Title => _panels.Count == 1 ? $"Histogram of {_panels[0].Title}" : $"Histograms of {_panels.Count} rasters";

    /// <summary>The histograms of the first raster as Plotly.NET's chart, to go on with.</summary>
    public override GenericChart ToChart() => HistogramFigure.Build(_panels[0], withHeading: true);

    /// <summary>What is plotted, in one line.</summary>
    public override string ToString() => SingleLine.Format($"{Title}: {string.Join("; ", _panels.SelectMany(panel => panel.Bands))}");

    private static ChartDrawing Drawing(IEnumerable<HistogramPanel> panels) =>
        new([.. panels.Select(HistogramFigure.ToChart)], PictureWidth, PanelHeight - 100);

    private static string Number(double value) => NumberText.Format(value, grouped: true);

    private protected override byte[] ToPng() => Drawing(_panels).ToPng();

    private protected override Fragment CreateFragment(Html content)
    {
        var panels = _panels.Select(panel => PlotPage.Panel(HistogramFigure.Build(panel, withHeading: false)))
            .Concat(_problems.Select(_ => new PlotPanelData()));
        return new Fragment
        {
            Static = content,
            Page = PlotPage.Create(Title, content, 1, PanelHeight * _panels.Count, panels),
            Height = Math.Min(MaxFrameHeight, (PanelHeight + 74) * _panels.Count),
        };
    }

    internal override Html StaticHtml() => Html.Join(_panels.Select(PanelHtml).Concat(_problems.Select(ProblemHtml)));

    private static Html PanelHtml(HistogramPanel panel) => Html.Format(
        $"""
        <figure>{Drawing([panel]).ToImage($"Histogram of {panel.Title}; the table below gives each band's range")}<table>{Head(panel)}
        <tbody>{panel.Bands.Select(Row)}</tbody></table>{panel.Bands.Select(HistogramClasses.ToHtml)}</figure>

        """);

    private static Html Head(HistogramPanel panel)
    {
        var numbers = NumberColumns.Select(name => Html.Format($"""<th scope="col" align="right">{name}</th>"""));
        return Html.Format($"""<caption>{panel.Title}: values of all valid pixels</caption><thead><tr><th scope="col">Band</th>{numbers}</tr></thead>""");
    }

    private static Html ProblemHtml(string problem) =>
        Html.Format($"""<figure><figcaption><span class="u42-note">Not shown. {problem}</span></figcaption></figure>""");

    private static Html Row(RasterHistogram band)
    {
        var count = NumberText.Format(band.Counts.Sum());
        var numbers = new[] { count, Number(band.Minimum), Number(band.Median), Number(band.Maximum) };
        return Html.Format(
            $"""<tr><th scope="row">{band.Band.Name}</th>{numbers.Select(number => Html.Format($"""<td align="right">{number}</td>"""))}</tr>""");
    }
}
