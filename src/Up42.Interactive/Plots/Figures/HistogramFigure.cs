using Plotly.NET;

namespace Up42.Interactive;

/// <summary>The figure of a raster's histograms, by Plotly.NET and as a static picture: one stepped line for each band.</summary>
internal static class HistogramFigure
{
    private const int MaxNames = 16;
    private const int MaxNameLength = 60;

    /// <summary>The figure.</summary>
    /// <param name="panel">What it shows.</param>
    /// <param name="withHeading">False where the page brings it.</param>
    public static GenericChart Build(HistogramPanel panel, bool withHeading)
    {
        var layout = new Layout();
        if (withHeading)
        {
            layout.SetProperty("title", FigureText.Heading(panel.Title));
        }

        var values = CountAxis(XTitle(panel));
        if (panel.Bands is [var only])
        {
            HistogramClasses.Label(values, only);
        }

        layout.SetProperty("xaxis", values);
        layout.SetProperty("yaxis", CountAxis("Pixels"));
        layout.SetProperty("margin", new Dictionary<string, int> { ["l"] = 84, ["r"] = 20, ["t"] = withHeading ? 66 : 40, ["b"] = 52 });
        layout.SetProperty("hovermode", "x unified");
        layout.SetProperty("dragmode", "zoom");
        layout.SetProperty(
            "legend",
            new Dictionary<string, object>
            {
                ["orientation"] = "h",
                ["x"] = 0,
                ["xanchor"] = "left",
                ["y"] = 1.01,
                ["yanchor"] = "bottom"
            });
        Trace[] traces =
        [
            .. panel.Bands.Select((band, index) => Line(band, panel.Color(index), isNamed: index < MaxNames, IsFilled(panel))),
            .. Rest(panel).Select(Unseen),
        ];
        return GenericChart.setLayout(layout, traces.Length == 1
            ? GenericChart.ofTraceObject(false, traces[0])
            : GenericChart.ofTraceObjects(false, traces));
    }

    /// <summary>The figure as a static chart.</summary>
    public static Chart ToChart(HistogramPanel panel)
    {
        var (minimum, maximum) = (panel.Bands.Min(band => band.Start), panel.Bands.Max(band => band.Start + (band.Counts.Count * band.BinWidth)));
        var tallest = Math.Max(1, panel.Bands.Max(band => band.Counts.Max()));
        var axes = new AxesDrawing(
            new Axis(minimum, maximum > minimum ? maximum : minimum + 1, XTitle(panel)), new Axis(0, 1.05 * tallest, "Pixels"));
        var colors = panel.Bands.Select((band, index) => (Band: band, Color: panel.Color(index))).ToList();
        return new Chart(
            panel.Title,
            axes,
            [
                .. colors.Take(MaxNames).Select(line => new LegendEntry(
                    line.Band.Band.Name, IsFilled(panel) ? Rgba.Parse(line.Color, 0.13) : null, Pen(line.Color))),
                .. Rest(panel).Select(rest => new LegendEntry(rest, null, new Pen(new Rgba(0), 1))),
            ],
            (canvas, place) => colors.ForEach(line =>
            {
                var steps = Steps(line.Band).Select(step => place(step.X, step.Y)).ToList();
                if (IsFilled(panel))
                {
                    canvas.Polygon([steps], Rgba.Parse(line.Color, 0.13), null);
                }

                canvas.Steps(steps, Pen(line.Color));
            }));
    }

    private static IEnumerable<(double X, double Y)> Steps(RasterHistogram band)
    {
        var width = band.BinWidth > 0 ? band.BinWidth : 1;
        var steps = band.Counts.SelectMany((count, bin) => new[] { (X(bin), (double)count), (X(bin + 1), count) });
        return steps.Prepend((X(0), 0)).Append((X(band.Counts.Count), 0));

        double X(int bin) => band.Start + (bin * width);
    }

    private static string XTitle(HistogramPanel panel) =>
        panel.Bands.Select(band => band.Band.Unit).Distinct().ToList() is [{ } unit] ? $"Value ({unit})" : "Value";

    private static Pen Pen(string color) => new(Rgba.Parse(color), 1.5);

    /// <summary>Whether areas are filled: those of many bands add up to one grey in which none is seen.</summary>
    private static bool IsFilled(HistogramPanel panel) => panel.Bands.Count <= MaxNames;

    /// <summary>What a legend says of the bands that it does not name.</summary>
    private static IEnumerable<string> Rest(HistogramPanel panel) => panel.Bands.Count > MaxNames
        ? [$"and {DisplayText.Count(panel.Bands.Count - MaxNames, "more band")}, named in the table"]
        : [];

    private static Trace2D Unseen(string name)
    {
        var trace = new Trace2D("scatter");
        trace.SetProperty("name", name);
        trace.SetProperty("x", new double?[] { null });
        trace.SetProperty("y", new double?[] { null });
        trace.SetProperty("mode", "lines");
        trace.SetProperty("line", new Dictionary<string, object> { ["color"] = "rgba(0,0,0,0)" });
        return trace;
    }

    private static Trace2D Line(RasterHistogram histogram, string color, bool isNamed, bool isFilled)
    {
        var trace = new Trace2D("scatter");
        trace.SetProperty("name", FigureText.Escape(DisplayText.Cut(histogram.Band.Name, MaxNameLength)));
        trace.SetProperty("x", Enumerable.Range(0, histogram.Counts.Count).Select(bin => histogram.Start + ((bin + 0.5) * histogram.BinWidth)).ToArray());
        trace.SetProperty("y", histogram.Counts.ToArray());
        trace.SetProperty("hovertemplate", $"{FigureText.Escape(DisplayText.Cut(histogram.Band.Name, MaxNameLength))}: %{{y:,}}<extra></extra>");
        trace.SetProperty("mode", "lines");
        trace.SetProperty("showlegend", isNamed);
        trace.SetProperty("line", new Dictionary<string, object> { ["color"] = color, ["width"] = 1.5, ["shape"] = "hvh" });
        if (isFilled)
        {
            trace.SetProperty("fill", "tozeroy");
            trace.SetProperty("fillcolor", $"{color}22");
        }

        return trace;
    }

    private static Dictionary<string, object> CountAxis(string title) => new(PlotlyAxis.Create(title)) { ["tickformat"] = ",~r", ["rangemode"] = "normal" };
}
