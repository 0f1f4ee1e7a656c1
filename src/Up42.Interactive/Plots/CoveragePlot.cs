using Plotly.NET;

namespace Up42.Interactive;

/// <summary>Which part of an area of interest footprints cover, made by <c>PlotCoverage</c>. Areas are those on the WGS 84 ellipsoid.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class CoveragePlot : Plot
{
    private const int Height = 620;
    private const int HeadingHeight = 82;
    private const int PictureWidth = 960;

    private static readonly string[] NumberColumns = ["Scenes", "Area (km²)", "Part of the area of interest"];

    private readonly FootprintCoverage _coverage;
    private readonly FootprintCoverage _view;

    internal CoveragePlot(FootprintCoverage coverage) => (_coverage, _view) = (coverage, coverage.ToView());

    /// <summary>How much of the area of interest is covered, in percent of its size, 0 to 100; null where no area was given.</summary>
    public double? CoveragePercent => _coverage.Percent;

    private string Title => CoveragePercent is { } percent
        ? $"{DisplayText.Percent(percent / 100)} of the area of interest is covered"
        : "Footprints";

    /// <summary>The plot as Plotly.NET's chart, to go on with.</summary>
    public override GenericChart ToChart() => CoverageFigure.Build(_view, Title);

    /// <summary>What is covered, in one line.</summary>
    public override string ToString() => SingleLine.Format(
        $"Coverage: {Title}, {DisplayText.Count(_coverage.Groups.Sum(group => group.Scenes), "scene")}"
            + $" in {DisplayText.Count(_coverage.Groups.Count, "group")}");

    private ChartDrawing Drawing() => new([CoverageFigure.ToChart(_view, Title)], PictureWidth, Height - 120);

    private protected override byte[] ToPng() => Drawing().ToPng();

    private protected override Fragment CreateFragment(Html content)
    {
        var aspect = CoverageFigure.Aspect(_view);
        return new Fragment
        {
            Static = content,
            Page = PlotPage.Create("Coverage", content, 1, Height, [PlotPage.Panel(CoverageFigure.Build(_view, title: null), aspect)]),
            Height = Height + HeadingHeight,
            ResponsiveHeight = new(1 / aspect, (int)(CoverageFigure.AroundDown + 154 - (CoverageFigure.AroundAcross / aspect)), Height + HeadingHeight),
        };
    }

    internal override Html StaticHtml() => Html.Format(
        $"""
        <figure>{Drawing().ToImage("Outlines of the footprints; the table below tells what they cover")}<table><caption>{Title}</caption>{Head()}
        <tbody>{_coverage.Groups.Select(Row)}</tbody></table></figure>
        """);

    private static Html Head()
    {
        var numbers = NumberColumns.Select(name => Html.Format($"""<th scope="col" align="right">{name}</th>"""));
        return Html.Format($"""<thead><tr><th scope="col">Footprints</th>{numbers}</tr></thead>""");
    }

    private Html Row(CoverageGroup group)
    {
        var percent = _coverage.PercentOf(group.Area) is { } part ? Html.Text(DisplayText.Percent(part / 100)) : Html.Text("–");
        var numbers = new[] { Html.Format($"{group.Scenes}"), Html.Format($"{group.SquareMeters / 1e6:#,0.0}"), percent };
        return Html.Format($"""<tr><th scope="row">{group.Name}</th>{numbers.Select(number => Html.Format($"""<td align="right">{number}</td>"""))}</tr>""");
    }
}
