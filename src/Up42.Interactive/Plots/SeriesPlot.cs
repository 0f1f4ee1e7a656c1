using Plotly.NET;

namespace Up42.Interactive;

/// <summary>How a column of numbers goes along a column of dates or numbers, made by <c>PlotSeries</c>.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class SeriesPlot : Plot
{
    private const int Height = 420;
    private const int HeadingHeight = 56;
    private const int PictureWidth = 960;

    private readonly Series _series;

    internal SeriesPlot(Series series) => _series = series;

    /// <summary>The values, in the order of what they go along.</summary>
    public IReadOnlyList<double> Values => [.. _series.Points.Select(point => point.Y)];

    private string Title => $"{_series.YName} by {_series.XName}";

    /// <summary>The plot as Plotly.NET's chart, to go on with.</summary>
    public override GenericChart ToChart() => SeriesFigure.Build(_series, Title);

    /// <summary>What is plotted, in one line.</summary>
    public override string ToString() => SingleLine.Format(
        $"Plot of {Title}: {DisplayText.Count(_series.Points.Count, "value")}, {NumberText.Format(_series.Points[0].Y, grouped: true)} "
            + $"to {NumberText.Format(_series.Points[^1].Y, grouped: true)}");

    private ChartDrawing Drawing => new([SeriesFigure.ToChart(_series, Title)], PictureWidth, Height - 100);

    private protected override byte[] ToPng() => Drawing.ToPng();

    private protected override Fragment CreateFragment(Html content) => new()
    {
        Static = content,
        Page = PlotPage.Create(Title, content, 1, Height, [PlotPage.Panel(SeriesFigure.Build(_series, title: null))]),
        Height = Height + HeadingHeight,
    };

    internal override Html StaticHtml() => Html.Format(
        $"""
        <figure>{Drawing.ToImage($"{Title}; the table below gives the values")}<table><caption>{Title}</caption><thead>{Head}</thead>
        <tbody>{_series.Points.Select(Row)}</tbody></table>{Note()}</figure>
        """);

    private Html Head => Html.Format(
        $"""<tr><th scope="col">{_series.XName}</th><th scope="col" align="right">{_series.YName}</th></tr>""");

    private static Html Row((object X, double Y) point) =>
        Html.Format($"""<tr><th scope="row">{Series.Text(point.X)}</th><td align="right">{Series.Text(point.Y)}</td></tr>""");

    private Html Note() => _series.LeftOut == 0
        ? Html.Empty
        : Html.Format($"""<p class="u42-note">{DisplayText.Count(_series.LeftOut, "row")} without a value in both columns left out.</p>""");
}
