using Plotly.NET;

namespace Up42.Interactive;

/// <summary>A plot of a table's columns, made by <c>PlotSeries</c>, <c>PlotBars</c>, <c>PlotScatter</c> and <c>PlotHistogram</c>.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class TablePlot : Plot
{
    private const int HeadingHeight = 82;

    private readonly TableChart _chart;

    internal TablePlot(TableChart chart) => _chart = chart;

    /// <summary>The values upward, group by group in the order in which they are drawn: of bars their lengths, of a histogram counts.</summary>
    public IReadOnlyList<double> Values => [.. _chart.Points.Select(point => point.Y)];

    /// <summary>What the groups are called, in the order of their colours; one without a name where there are none.</summary>
    public IReadOnlyList<string> Groups => [.. _chart.Groups.Select(group => group.Name)];

    /// <summary>The plot as Plotly.NET's chart, to go on with.</summary>
    public override GenericChart ToChart() => TableChartFigure.Build(_chart, _chart.Title);

    /// <summary>What is plotted, in one line.</summary>
    public override string ToString() => SingleLine.Format(
        $"{(_chart.Mark == ChartMark.Bins ? "" : "Plot of ")}{_chart.Title}: {DisplayText.Count(Values.Count, Noun)}{GroupText}, "
            + $"{Number(Values.Min())} to {Number(Values.Max())}");

    private string Noun => _chart.Mark switch { ChartMark.Bars => "bar", ChartMark.Bins => "bin", _ => "value" };

    private string GroupText => _chart.Groups.Count > 1 ? $" in {_chart.Groups.Count} groups" : "";

    private static string Number(double value) => NumberText.Format(value, grouped: true);

    private protected override byte[] ToPng() => TableChartDrawing.Create(_chart).ToPng();

    private protected override Fragment CreateFragment(Html content) => new()
    {
        Static = content,
        Page = PlotPage.Create(_chart.Title, content, 1, _chart.Height, [PlotPage.Panel(TableChartFigure.Build(_chart, title: null))]),
        Height = _chart.Height + HeadingHeight,
    };

    internal override Html StaticHtml() => Html.Format(
        $"<figure>{TableChartDrawing.Create(_chart).ToImage($"{_chart.Title}; the table below gives the values")}{TableChartTable.Create(_chart)}</figure>");
}
