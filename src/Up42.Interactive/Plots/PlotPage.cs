using System.Globalization;
using System.Text;
using Plotly.NET;

namespace Up42.Interactive;

/// <summary>One figure of a plot's page.</summary>
/// <param name="Figure">Plotly.NET's figure; null where the static part is all there is.</param>
/// <param name="Picture">The picture of the static part that it shows, counted from 0; null where it shows none.</param>
/// <param name="PictureColumns">The picture's columns.</param>
/// <param name="Aspect">Width by height that the axes keep; null where they fill what there is.</param>
internal sealed record PlotPagePanel(GenericChart? Figure, int? Picture = null, int PictureColumns = 0, double? Aspect = null);

/// <summary>The page of a plot: <c>plot.ts</c> reads its data.</summary>
internal static class PlotPage
{
    /// <summary>A page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="answer">The static part: one <c>figure</c> for each panel, with its note in <c>.u42-note</c>.</param>
    /// <param name="columns">Panels in a row.</param>
    /// <param name="height">Pixels down, all rows together.</param>
    /// <param name="panels">The figures.</param>
    public static Page Of(string title, Html answer, int columns, int height, IEnumerable<PlotPagePanel> panels) => new()
    {
        Title = title,
        Kind = "plot-page",
        Body = Html.Format($"""<div class="u42-static">{answer}</div>"""),
        Styles = ["plot.css"],
        Program = new PageProgram(["plotly.js.gz", "plot.js.gz"], Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"columns":{{columns}},"height":{{height}},"panels":[{{string.Join(',', panels.Select(Json))}}]}"""))),
    };

    private static string Json(PlotPagePanel panel) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"figure":{{(panel.Figure is { } figure ? GenericChart.toFigureJson(figure) : "null")}},"picture":{{panel.Picture?.ToString(CultureInfo.InvariantCulture) ?? "null"}},"columns":{{panel.PictureColumns}},"aspect":{{panel.Aspect?.ToString("R", CultureInfo.InvariantCulture) ?? "null"}}}""");
}
