using Plotly.NET;

namespace Up42.Interactive;

/// <summary>The page of a plot: <c>plot.ts</c> shows its data.</summary>
internal static class PlotPage
{
    /// <summary>A page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="staticHtml">The static part: one <c>figure</c> for each panel, with its note in <c>.u42-note</c>.</param>
    /// <param name="columns">Panels in a row.</param>
    /// <param name="height">Pixels down, all rows together.</param>
    /// <param name="panels">The figures.</param>
    /// <param name="bar">What the colours of all panels mean; null where each has its own, or none.</param>
    public static Page Create(string title, Html staticHtml, int columns, int height, IEnumerable<PlotPanelData> panels, PlotBarData? bar = null) => new()
    {
        Title = title,
        Kind = "plot-page",
        Body = Html.Format($"""<div class="u42-static">{staticHtml}</div>"""),
        Styles = ["plot.css"],
        Program = new PageProgram(
            ["plotly.js.gz", "plot.js.gz"],
            PageData.Serialize(new PlotPageData(columns, height, [.. panels], bar), PlotPageJson.Default.PlotPageData)),
    };

    /// <summary>A panel that shows a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="aspect">Width by height that the axes keep; null where they fill what there is.</param>
    public static PlotPanelData Panel(GenericChart figure, double? aspect = null) => new(FigureJson.Create(figure), Aspect: aspect);
}
