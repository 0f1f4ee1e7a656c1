using System.Globalization;
using Plotly.NET;

namespace Up42.Interactive;

/// <summary>The figure of a series, by Plotly.NET and as a static picture: a line with its points.</summary>
internal static class SeriesFigure
{
    private static string Color => CategoryPalette.At(0);

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
        layout.SetProperty("xaxis", ValueAxis(series.XName, isDate ? "date" : "linear"));
        layout.SetProperty("yaxis", ValueAxis(series.YName, "linear"));
        layout.SetProperty("margin", new Dictionary<string, int> { ["l"] = 84, ["r"] = 20, ["t"] = title is null ? 12 : 54, ["b"] = 58 });
        layout.SetProperty("hovermode", "closest");
        layout.SetProperty("showlegend", false);
        return GenericChart.setLayout(layout, GenericChart.ofTraceObject(false, Line(series)));
    }

    /// <summary>The figure as a static chart.</summary>
    public static Chart ToChart(Series series, string title)
    {
        var isDate = series.Points[0].X is DateTimeOffset;
        var points = series.Points.Select(point => (X: point.X is DateTimeOffset date ? date.UtcTicks : (double)point.X, point.Y)).ToList();
        var (left, right) = Room(points[0].X, points[^1].X, isDate ? TimeSpan.TicksPerDay : 1);
        var (bottom, top) = Room(Math.Min(0, points.Min(point => point.Y)), Math.Max(0, points.Max(point => point.Y)), 1);
        var axes = new AxesDrawing(new Axis(left, right, series.XName) { IsDate = isDate }, new Axis(bottom, top, series.YName));
        return new Chart(title, axes, [], (canvas, place) =>
        {
            var places = points.Select(point => place(point.X, point.Y)).ToList();
            canvas.Line(places, new Pen(Rgba.Parse(Color), 2));
            places.ForEach(at => canvas.Dot(at.X, at.Y, 4, Rgba.Parse(Color), new Pen(Rgba.White)));
        });
    }

    /// <summary>A range with some room around, and of some width where it has none.</summary>
    private static (double Low, double High) Room(double low, double high, double least)
    {
        var around = high > low ? 0.04 * (high - low) : least;
        return (low - around, high + around);
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

    private static Dictionary<string, object> ValueAxis(string title, string type) => new(PlotlyAxis.Create(title))
    {
        ["type"] = type,
        ["automargin"] = true,
        ["rangemode"] = type == "date" ? "normal" : "tozero",
        ["zeroline"] = true,
    };
}
