using Plotly.NET;

namespace Up42.Interactive;

/// <summary>Plotly.NET's figure of a raster's histograms: one stepped line for each band.</summary>
internal static class HistogramFigure
{
    /// <summary>The figure.</summary>
    public static GenericChart Build(HistogramPanel panel)
    {
        var layout = new Layout();
        layout.SetProperty("title", new Dictionary<string, object>
        {
            ["text"] = $"<b>{FigureText.Escape(panel.Title)}</b>",
            ["x"] = 0,
            ["xref"] = "paper",
            ["xanchor"] = "left",
            ["yref"] = "container",
            ["y"] = 1,
            ["yanchor"] = "top",
            ["pad"] = new Dictionary<string, int> { ["t"] = 12 },
            ["font"] = new Dictionary<string, int> { ["size"] = 13 },
        });
        layout.SetProperty("xaxis", Axis(XTitle(panel)));
        layout.SetProperty("yaxis", Axis("Pixels"));
        layout.SetProperty("margin", new Dictionary<string, int> { ["l"] = 84, ["r"] = 20, ["t"] = 66, ["b"] = 52 });
        layout.SetProperty("hovermode", "x unified");
        layout.SetProperty("dragmode", "zoom");
        layout.SetProperty("legend", new Dictionary<string, object> { ["orientation"] = "h", ["x"] = 0, ["xanchor"] = "left", ["y"] = 1.01, ["yanchor"] = "bottom" });
        Trace[] traces = [.. panel.Bands.Select((band, index) => Line(band, panel.Color(index)))];
        return GenericChart.setLayout(layout, traces.Length == 1
            ? GenericChart.ofTraceObject(false, traces[0])
            : GenericChart.ofTraceObjects(false, traces));
    }

    private static string XTitle(HistogramPanel panel) =>
        panel.Bands.Select(band => band.Band.Unit).Distinct().ToList() is [{ } unit] ? $"Value ({unit})" : "Value";

    private static Trace2D Line(RasterHistogram histogram, string color)
    {
        var trace = new Trace2D("scatter");
        trace.SetProperty("name", FigureText.Escape(histogram.Band.Name));
        trace.SetProperty("x", Enumerable.Range(0, histogram.Counts.Count).Select(bin => histogram.Minimum + ((bin + 0.5) * histogram.BinWidth)).ToArray());
        trace.SetProperty("y", histogram.Counts.ToArray());
        trace.SetProperty("hovertemplate", $"{FigureText.Escape(histogram.Band.Name)}: %{{y:,}}<extra></extra>");
        trace.SetProperty("mode", "lines");
        trace.SetProperty("showlegend", true);
        trace.SetProperty("line", new Dictionary<string, object> { ["color"] = color, ["width"] = 1.5, ["shape"] = "hvh" });
        trace.SetProperty("fill", "tozeroy");
        trace.SetProperty("fillcolor", $"{color}22");
        return trace;
    }

    private static Dictionary<string, object> Axis(string title) => new()
    {
        ["title"] = new Dictionary<string, object> { ["text"] = FigureText.Escape(title), ["font"] = new Dictionary<string, int> { ["size"] = 12 } },
        ["tickformat"] = ",~r",
        ["tickfont"] = new Dictionary<string, int> { ["size"] = 11 },
        ["zeroline"] = false,
        ["rangemode"] = "normal",
    };
}
