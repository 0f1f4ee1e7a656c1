using System.Globalization;
using Plotly.NET;

namespace Up42.Interactive;

/// <summary>Plotly.NET's figure of a series: a line with its points.</summary>
internal static class SeriesFigure
{
    private const string Color = "#0072b2";

    /// <summary>The figure.</summary>
    /// <param name="series">What it shows.</param>
    /// <param name="title">Its heading; null where the page brings it.</param>
    public static GenericChart Build(Series series, string? title)
    {
        var layout = new Layout();
        if (title is not null)
        {
            layout.SetProperty("title", FigureText.Heading(title));
        }

        var isDate = series.Points[0].X is DateTimeOffset;
        layout.SetProperty("xaxis", Axis(series.XName, isDate ? "date" : "linear"));
        layout.SetProperty("yaxis", Axis(series.YName, "linear"));
        layout.SetProperty("margin", new Dictionary<string, int> { ["l"] = 84, ["r"] = 20, ["t"] = title is null ? 12 : 54, ["b"] = 58 });
        layout.SetProperty("hovermode", "closest");
        layout.SetProperty("showlegend", false);
        return GenericChart.setLayout(layout, GenericChart.ofTraceObject(false, Line(series)));
    }

    private static Trace2D Line(Series series)
    {
        var trace = new Trace2D("scatter");
        trace.SetProperty("x", series.Points.Select(point => point.X is DateTimeOffset date
            ? date.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : point.X).ToArray());
        trace.SetProperty("y", series.Points.Select(point => point.Y).ToArray());
        trace.SetProperty("mode", "lines+markers");
        trace.SetProperty("line", new Dictionary<string, object> { ["color"] = Color, ["width"] = 2 });
        trace.SetProperty("marker", new Dictionary<string, object> { ["color"] = Color, ["size"] = 8 });
        trace.SetProperty("hovertemplate", $"{FigureText.Escape(series.XName)}: %{{x}}<br>{FigureText.Escape(series.YName)}: %{{y:,.4~g}}<extra></extra>");
        return trace;
    }

    private static Dictionary<string, object> Axis(string title, string type) => new()
    {
        ["title"] = new Dictionary<string, object> { ["text"] = FigureText.Escape(title), ["font"] = new Dictionary<string, int> { ["size"] = 12 } },
        ["type"] = type,
        ["tickfont"] = new Dictionary<string, int> { ["size"] = 11 },
        ["automargin"] = true,
        ["rangemode"] = type == "date" ? "normal" : "tozero",
    };
}
