using Plotly.NET;

namespace Up42.Interactive;

/// <summary>How a column of numbers goes along a column of dates or numbers, made by <c>PlotSeries</c>.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class SeriesPlot : IDisplay
{
    private const int Height = 420;

    private readonly Series _series;

    internal SeriesPlot(Series series) => _series = series;

    /// <summary>The values, in the order of what they go along.</summary>
    public IReadOnlyList<double> Values => [.. _series.Points.Select(point => point.Y)];

    private string Title => $"{_series.YName} by {_series.XName}";

    /// <summary>The plot as an HTML fragment: a table of the values, and where scripts run, the line.</summary>
    public string ToHtml() => new Fragment { Static = Answer(), Page = Page(), Height = Height + 56 }.ToHtml();

    /// <summary>Writes the plot as one HTML file that needs nothing else, in UTF-8.</summary>
    /// <param name="path">The file; parent folders are created, and a file of that name is replaced as a whole.</param>
    /// <returns>The file's full path.</returns>
    public string SaveHtml(string path) => HtmlFile.Save(path, Page().ToHtml());

    /// <summary>The plot as Plotly.NET's chart, to go on with.</summary>
    public GenericChart ToChart() => SeriesFigure.Build(_series, Title);

    /// <summary>What is plotted, in one line.</summary>
    public override string ToString() => 
        $"Plot of {Title}: {DisplayText.Count(_series.Points.Count, "value")}, {NumberText.Format(_series.Points[0].Y, grouped: true)} to {NumberText.Format(_series.Points[^1].Y, grouped: true)}";

    private Page Page() => PlotPage.Of(Title, Answer(), 1, Height, [new PlotPagePanel(SeriesFigure.Build(_series, title: null))]);

    private Html Answer() => Html.Format(
        $"""
        <figure><table><caption>{Title}</caption><thead><tr><th scope="col">{_series.XName}</th><th scope="col" align="right">{_series.YName}</th></tr></thead>
        <tbody>{_series.Points.Select(Row)}</tbody></table>{Note()}</figure>
        """);

    private static Html Row((object X, double Y) point) =>
        Html.Format($"""<tr><th scope="row">{Series.Text(point.X)}</th><td align="right">{NumberText.Format(point.Y, grouped: true)}</td></tr>""");

    private Html Note() => _series.LeftOut == 0
        ? Html.Empty
        : Html.Format($"""<p class="u42-note">{DisplayText.Count(_series.LeftOut, "row")} without a value in both columns left out.</p>""");
}
