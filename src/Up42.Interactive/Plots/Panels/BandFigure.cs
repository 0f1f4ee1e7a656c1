using Plotly.NET;

namespace Up42.Interactive;

/// <summary>
/// Plotly.NET's figure of a panel: the picture as an image under the axes, and a transparent heatmap over it that carries the values for
/// the pointer; in a page of ours the page has these.
/// </summary>
internal static class BandFigure
{
    private const double Gap = 0.09;
    private const int MostTicks = 8;
    private const int MaxBarTitle = 60;
    private const int MaxClassName = 60;

    /// <summary>The figure of one panel, or of several in a grid.</summary>
    /// <param name="panels">What it shows.</param>
    /// <param name="columns">Panels in a row.</param>
    /// <param name="axes">What the axes show.</param>
    /// <param name="withPicture">False where the page brings the pictures, headings and colour bars itself.</param>
    public static GenericChart Build(IReadOnlyList<BandPanel> panels, int columns, PlotAxes axes, bool withPicture)
    {
        var layout = new Layout();
        var rows = (panels.Count + columns - 1) / columns;
        for (var i = 0; i < panels.Count; i++)
        {
            layout.SetProperty($"xaxis{Suffix(i)}", XAxis(panels[i].Frame, axes, i, Domain(i % columns, columns)));
            layout.SetProperty($"yaxis{Suffix(i)}", YAxis(panels[i].Frame, axes, i, Domain(rows - 1 - (i / columns), rows)));
        }

        layout.SetProperty("images", panels.Select((panel, i) => Image(panel, i, withPicture ? panel.Source : string.Empty)).ToArray());
        if (withPicture)
        {
            layout.SetProperty("annotations", panels.Select((panel, i) => Heading(panel.Title, i)).ToArray());
        }

        layout.SetProperty("margin", Margin(panels, axes, withPicture));
        layout.SetProperty("dragmode", "pan");
        layout.SetProperty("hovermode", "closest");
        layout.SetProperty("hoverlabel", new Dictionary<string, object> { ["align"] = "left" });
        Trace[] traces = withPicture ? [.. panels.Select(ValuesTrace), .. panels.SelectMany(BarTrace)] : [.. panels.Select((_, index) => EmptyTrace(index))];
        return GenericChart.setLayout(layout, traces.Length == 1
            ? GenericChart.ofTraceObject(false, traces[0])
            : GenericChart.ofTraceObjects(false, traces));
    }

    /// <summary>Space around the axes in pixels: left, right, top, bottom.</summary>
    /// <param name="panels">What it shows.</param>
    /// <param name="axes">What the axes show.</param>
    /// <param name="withHeading">Whether the figure brings its heading, or the page does.</param>
    public static Dictionary<string, int> Margin(IReadOnlyList<BandPanel> panels, PlotAxes axes, bool withHeading = false)
    {
        var top = withHeading ? 34 : 8;
        var right = panels.Any(panel => panel.Bar is not null) ? 104 : 12;
        return axes == PlotAxes.None
            ? new() { ["l"] = 2, ["r"] = Math.Max(2, right - 10), ["t"] = top, ["b"] = 2 }
            : new() { ["l"] = 92, ["r"] = right, ["t"] = top, ["b"] = 52 };
    }

    private static double[] Domain(int index, int count)
    {
        var size = (1 - (Gap * (count - 1))) / count;
        return [index * (size + Gap), (index * (size + Gap)) + size];
    }

    /// <summary>Plotly counts axes from "x" and "x2".</summary>
    private static string Suffix(int index) => index == 0 ? string.Empty : $"{index + 1}";

    private static Trace ValuesTrace(BandPanel panel, int index)
    {
        var (frame, grid) = (panel.Frame, panel.Readout);
        var trace = new Trace2D("heatmap");
        trace.SetProperty("xaxis", $"x{Suffix(index)}");
        trace.SetProperty("yaxis", $"y{Suffix(index)}");
        trace.SetProperty("x", grid.X);
        trace.SetProperty("y", grid.Y);
        trace.SetProperty("z", grid.Values.Select(row => row.Select(values => values is null ? null : (int?)0).ToArray()).ToArray());
        trace.SetProperty("customdata", grid.Values.Select(row => row.Select(values => ReadoutTexts(values, grid.Bands)).ToArray()).ToArray());
        trace.SetProperty("opacity", 0);
        trace.SetProperty("showscale", false);
        trace.SetProperty("hoverongaps", false);
        var (x, y) = frame.Unit switch { "" => ("Column", "Row"), "°" => ("Lon", "Lat"), _ => ("E", "N") };
        var digits = frame.Unit == "°" ? ".5f" : ",.0f";
        var values = panel.Bands.Select((band, i) => $"{FigureText.Escape(band)}: <b>{grid.Prefix}%{{customdata[{i}]}}</b>");
        trace.SetProperty(
            "hovertemplate",
            $"{string.Join("<br>", values)}<br>{x} %{{x:{digits}}}{frame.Unit}<br>{y} %{{y:{digits}}}{frame.Unit}<extra></extra>");
        return trace;
    }

    /// <summary>Values as the readout shows them: a class with its name; a band without data at a place says so, and is never 0.</summary>
    private static object[]? ReadoutTexts(double[]? values, IReadOnlyList<RasterBand> bands) =>
        values is null ? null : [.. values.Zip(bands, (value, band) => !double.IsFinite(value) ? "no data"
            : band.ClassAt(value) is >= 0 and var place ? ClassText(value, band.Classes[place])
            : (object)value)];

    private static string ClassText(double value, RasterClass named) =>
        FigureText.Escape($"{NumberText.Format(value, digits: 9)} · {DisplayText.Cut(named.Name, MaxClassName)}");

    /// <summary>A trace without points, whose colour bar is the panel's.</summary>
    private static IEnumerable<Trace> BarTrace(BandPanel panel, int index)
    {
        if (panel.Bar is not { } bar)
        {
            yield break;
        }

        var trace = EmptyTrace(index);
        trace.SetProperty("marker", new Dictionary<string, object>
        {
            ["color"] = new[] { bar.Minimum },
            ["cmin"] = bar.Minimum,
            ["cmax"] = bar.Maximum > bar.Minimum ? bar.Maximum : bar.Minimum + 1,
            ["colorscale"] = bar.Colors.Select((color, i) => new object[] { (double)i / (bar.Colors.Count - 1), color }).ToArray(),
            ["showscale"] = true,
            ["colorbar"] = new Dictionary<string, object>
            {
                ["title"] = new Dictionary<string, object>(PlotlyAxis.Title(DisplayText.Cut(bar.Title, MaxBarTitle))) { ["side"] = "right" },
                ["thickness"] = 14,
                ["outlinewidth"] = 0,
                ["tickfont"] = PlotlyAxis.NumberFont,
                ["x"] = 1,
                ["xpad"] = 12,
                ["ypad"] = 0,
            },
        });
        yield return trace;
    }

    /// <summary>A trace without points: axes are drawn for it.</summary>
    private static Trace2D EmptyTrace(int index)
    {
        var trace = new Trace2D("scatter");
        trace.SetProperty("xaxis", $"x{Suffix(index)}");
        trace.SetProperty("yaxis", $"y{Suffix(index)}");
        trace.SetProperty("x", new double?[] { null });
        trace.SetProperty("y", new double?[] { null });
        trace.SetProperty("mode", "markers");
        trace.SetProperty("hoverinfo", "skip");
        trace.SetProperty("showlegend", false);
        return trace;
    }

    private static Dictionary<string, object> Image(BandPanel panel, int index, string source) => new()
    {
        ["source"] = source,
        ["xref"] = $"x{Suffix(index)}",
        ["yref"] = $"y{Suffix(index)}",
        ["x"] = panel.Frame.Left,
        ["y"] = panel.Frame.Top,
        ["sizex"] = Math.Abs(panel.Frame.Right - panel.Frame.Left),
        ["sizey"] = Math.Abs(panel.Frame.Top - panel.Frame.Bottom),
        ["sizing"] = "stretch",
        ["layer"] = "below",
    };

    private static Dictionary<string, object> XAxis(PlotFrame frame, PlotAxes axes, int index, double[] domain)
    {
        var axis = Axis(frame, frame.XTitle, axes, 2 * frame.Aspect);
        axis["domain"] = domain;
        axis["anchor"] = $"y{Suffix(index)}";
        axis["range"] = new[] { frame.Left, frame.Right };
        return axis;
    }

    private static Dictionary<string, object> YAxis(PlotFrame frame, PlotAxes axes, int index, double[] domain)
    {
        var axis = Axis(frame, frame.YTitle, axes, 4 / frame.Aspect);
        axis["domain"] = domain;
        axis["anchor"] = $"x{Suffix(index)}";
        axis["range"] = new[] { frame.Bottom, frame.Top };
        axis["scaleanchor"] = $"x{Suffix(index)}";
        axis["scaleratio"] = frame.UnitAspect;
        return axis;
    }

    /// <summary>An axis of a panel.</summary>
    /// <param name="frame">The panel's frame.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="axes">What it shows.</param>
    /// <param name="room">Of the room that all ticks need, the part it has.</param>
    private static Dictionary<string, object> Axis(PlotFrame frame, string title, PlotAxes axes, double room) => new(PlotlyAxis.Create(title))
    {
        ["visible"] = axes != PlotAxes.None,
        ["showgrid"] = false,
        ["showline"] = true,
        ["mirror"] = true,
        ["ticks"] = "outside",
        ["ticklen"] = 4,
        ["tickangle"] = 0,
        ["nticks"] = (int)Math.Clamp(MostTicks * room, 2, MostTicks),
        ["tickformat"] = frame.Unit == "°" ? string.Empty : ",~r",
        ["ticksuffix"] = frame.Unit == "°" ? "°" : string.Empty,
        ["constrain"] = "domain",
    };

    private static Dictionary<string, object> Heading(string text, int index) => new()
    {
        ["text"] = $"<b>{FigureText.Escape(text)}</b>",
        ["showarrow"] = false,
        ["xref"] = $"x{Suffix(index)} domain",
        ["yref"] = $"y{Suffix(index)} domain",
        ["x"] = 0,
        ["y"] = 1,
        ["xanchor"] = "left",
        ["yanchor"] = "bottom",
        ["yshift"] = 5,
        ["font"] = new Dictionary<string, int> { ["size"] = 13 },
    };
}
