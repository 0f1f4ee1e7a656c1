using Plotly.NET;

namespace Up42.Interactive;

/// <summary>A chart of a table by Plotly.NET.</summary>
internal static class TableChartFigure
{
    private const int MostMarkers = 400;

    private static readonly string[] Symbols = ["circle", "square", "diamond", "triangle-up"];

    /// <summary>The figure.</summary>
    /// <param name="chart">What it shows.</param>
    /// <param name="title">Its heading; null where the page brings it.</param>
    public static GenericChart Build(TableChart chart, string? title)
    {
        var layout = new Layout();
        if (title is not null)
        {
            layout.SetProperty("title", FigureText.Heading(title));
        }

        var (named, valued) = (PlaceAxis(chart), ValueAxis(chart));
        layout.SetProperty("xaxis", chart.IsLying ? valued : named);
        layout.SetProperty("yaxis", chart.IsLying ? named : valued);
        var hasLegend = chart.Groups.Count > 1;
        layout.SetProperty(
            "margin",
            new Dictionary<string, int> { ["l"] = 84, ["r"] = 20, ["t"] = (title is null ? 12 : 54) + (hasLegend ? 28 : 0), ["b"] = 58 });
        layout.SetProperty("hovermode", chart.Mark is ChartMark.Lines && hasLegend ? "x unified" : "closest");
        layout.SetProperty("showlegend", hasLegend);
        layout.SetProperty("bargap", 0.2);
        layout.SetProperty("barmode", chart.Mark == ChartMark.Bins ? "stack" : "group");
        layout.SetProperty(
            "legend",
            new Dictionary<string, object>
            {
                ["orientation"] = "h",
                ["x"] = 0,
                ["xanchor"] = "left",
                ["y"] = 1.01,
                ["yanchor"] = "bottom",
                ["traceorder"] = "normal",
            });
        Trace[] traces = [.. chart.Groups.Select((group, index) => Trace(chart, group, index))];
        return GenericChart.setLayout(layout, traces.Length == 1
            ? GenericChart.ofTraceObject(false, traces[0])
            : GenericChart.ofTraceObjects(false, traces));
    }

    private static Trace2D Trace(TableChart chart, ChartGroup group, int index)
    {
        var isBar = chart.Mark is ChartMark.Bars or ChartMark.Bins;
        var trace = new Trace2D(isBar ? "bar" : "scatter");
        object[] places = [.. group.Points.Select(point => chart.X.ToPlotly(point.X))];
        double[] values = [.. group.Points.Select(point => point.Y)];
        trace.SetProperty(chart.IsLying ? "y" : "x", places);
        trace.SetProperty(chart.IsLying ? "x" : "y", values);
        trace.SetProperty("name", FigureText.Escape(group.Name));
        trace.SetProperty("hovertemplate", Hover(chart, group));
        if (isBar)
        {
            trace.SetProperty("orientation", chart.IsLying ? "h" : "v");
            trace.SetProperty("marker", new Dictionary<string, object> { ["color"] = group.Color });
            if (chart.Mark == ChartMark.Bins)
            {
                trace.SetProperty("width", 0.98 * group.Points[0].Width / (chart.X.IsDate ? TimeSpan.TicksPerMillisecond : 1));
                trace.SetProperty("customdata", group.Points.Select(point => FigureText.Escape(TableChartTable.Place(chart, point))).ToArray());
            }

            return trace;
        }

        var isLine = chart.Mark == ChartMark.Lines;
        trace.SetProperty("mode", !isLine ? "markers" : group.Points.Count > MostMarkers ? "lines" : "lines+markers");
        trace.SetProperty("line", new Dictionary<string, object> { ["color"] = group.Color, ["width"] = 2 });
        trace.SetProperty("marker", Marker(chart, group, index));
        return trace;
    }

    private static Dictionary<string, object> Marker(TableChart chart, ChartGroup group, int index)
    {
        var marker = new Dictionary<string, object>
        {
            ["size"] = 8,
            ["symbol"] = Symbols[(int)ChartGroup.ShapeAt(index)],
            ["line"] = new Dictionary<string, object> { ["color"] = CategoryPalette.Other, ["width"] = chart.Mark == ChartMark.Points ? 0.7 : 0 },
        };
        if (chart.Bar is not { } bar || group.Points[0].Measure is null)
        {
            marker["color"] = group.Color;
            return marker;
        }

        marker["color"] = group.Points.Select(point => point.Measure!.Value).ToArray();
        (marker["cmin"], marker["cmax"]) = (bar.Minimum, bar.Maximum > bar.Minimum ? bar.Maximum : bar.Minimum + 1);
        marker["colorscale"] = bar.Colors.Select((color, at) => new object[] { (double)at / (bar.Colors.Count - 1), color }).ToArray();
        marker["showscale"] = true;
        marker["colorbar"] = new Dictionary<string, object>
        {
            ["title"] = new Dictionary<string, object> { ["text"] = FigureText.Escape(bar.Title), ["side"] = "right" },
            ["thickness"] = 14,
            ["outlinewidth"] = 0,
            ["tickfont"] = PlotlyAxis.NumberFont,
        };
        return marker;
    }

    private static string Hover(TableChart chart, ChartGroup group)
    {
        var (place, value) = chart.IsLying ? ("%{y}", "%{x:,.6~g}") : ("%{x}", "%{y:,.6~g}");
        var (x, y) = (FigureText.Escape(chart.X.Title), FigureText.Escape(chart.YTitle));
        var color = group.Points[0].Measure is null ? "" : $"<br>{FigureText.Escape(chart.GroupTitle!)}: %{{marker.color:,.6~g}}";
        var name = chart.Groups.Count > 1 && group.Points[0].Measure is null ? $"<extra>{FigureText.Escape(group.Name)}</extra>" : "<extra></extra>";
        return chart.Mark == ChartMark.Lines && chart.Groups.Count > 1 ? $"{value}{name}"
            : $"{x}: {(chart.Mark == ChartMark.Bins ? "%{customdata}" : place)}<br>{y}: {value}{color}{name}";
    }

    private static Dictionary<string, object> PlaceAxis(TableChart chart)
    {
        var axis = new Dictionary<string, object>(PlotlyAxis.Create(chart.X.Title)) { ["automargin"] = true };
        if (chart.X.Names is { } names)
        {
            axis["type"] = "category";
            axis["categoryorder"] = "array";
            axis["categoryarray"] = names.Select(FigureText.Escape).ToArray();
            axis["autorange"] = chart.IsLying ? "reversed" : true;
            return axis;
        }

        axis["type"] = chart.X.IsDate ? "date" : "linear";
        axis["rangemode"] = chart.X.IsDate || chart.Mark != ChartMark.Lines ? "normal" : "tozero";
        return axis;
    }

    private static Dictionary<string, object> ValueAxis(TableChart chart) => new(PlotlyAxis.Create(chart.YTitle))
    {
        ["type"] = "linear",
        ["automargin"] = true,
        ["rangemode"] = chart.Mark == ChartMark.Points ? "normal" : "tozero",
        ["zeroline"] = chart.Mark != ChartMark.Points,
    };
}
