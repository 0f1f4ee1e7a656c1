using NetTopologySuite.Geometries;
using Plotly.NET;

namespace Up42.Interactive;

/// <summary>
/// The figure of a coverage, by Plotly.NET and as a static picture: footprints filled, the area of interest outlined, in longitude and
/// latitude.
/// </summary>
internal static class CoverageFigure
{
    private const string AoiName = "Area of interest";
    private const string AoiColor = "#d6453d";
    private const string XTitle = "Longitude (°)";
    private const string YTitle = "Latitude (°)";

    /// <summary>Space around the axes in pixels; a legend takes more.</summary>
    private static Dictionary<string, int> Margin { get; } = new() { ["l"] = 84, ["r"] = 20, ["t"] = 40, ["b"] = 52 };

    /// <summary>Pixels left and right of the axes.</summary>
    public static int AroundAcross => Margin["l"] + Margin["r"];

    /// <summary>Pixels above and below the axes.</summary>
    public static int AroundDown => Margin["t"] + Margin["b"];

    /// <summary>The figure.</summary>
    /// <param name="coverage">What it shows.</param>
    /// <param name="title">Its heading; null where the page brings it.</param>
    public static GenericChart Build(FootprintCoverage coverage, string? title)
    {
        var bounds = Bounds(coverage);
        var layout = new Layout();
        if (title is not null)
        {
            layout.SetProperty("title", FigureText.Heading(title));
        }

        var (xaxis, yaxis) = (DegreeAxis(XTitle), DegreeAxis(YTitle));
        (xaxis["range"], yaxis["range"]) = (new[] { bounds.MinX, bounds.MaxX }, new[] { bounds.MinY, bounds.MaxY });
        (yaxis["scaleanchor"], yaxis["scaleratio"]) = ("x", UnitAspect(bounds));
        layout.SetProperty("xaxis", xaxis);
        layout.SetProperty("yaxis", yaxis);
        layout.SetProperty("margin", title is null ? Margin : new Dictionary<string, int>(Margin) { ["t"] = 70 });
        layout.SetProperty("dragmode", "pan");
        layout.SetProperty("hovermode", "closest");
        layout.SetProperty("showlegend", true);
        layout.SetProperty("legend", new Dictionary<string, object> { ["orientation"] = "h", ["x"] = 0, ["y"] = 1.01, ["yanchor"] = "bottom" });
        Trace[] traces =
        [
            .. coverage.Groups.Select((group, index) => Shape(group.Name, group.Area, CategoryPalette.At(index), fill: true)),
            .. coverage.Aoi is { } aoi ? [Shape(AoiName, aoi, AoiColor, fill: false)] : Array.Empty<Trace>(),
        ];
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, traces));
    }

    /// <summary>The figure as a static chart.</summary>
    public static Chart ToChart(FootprintCoverage coverage, string title)
    {
        var bounds = Bounds(coverage);
        var shapes = coverage.Groups.Select((group, index) => (group.Name, group.Area, Entry: Filled(group.Name, CategoryPalette.At(index)))).ToList();
        if (coverage.Aoi is { } aoi)
        {
            shapes.Add((AoiName, aoi, new LegendEntry(AoiName, null, new Pen(Rgba.Parse(AoiColor), 2.5, IsDashed: true))));
        }

        var axes = new AxesDrawing(new Axis(bounds.MinX, bounds.MaxX, XTitle, "°"), new Axis(bounds.MinY, bounds.MaxY, YTitle, "°"));
        return new Chart(title, axes, [.. shapes.Select(shape => shape.Entry)], (canvas, place) => shapes.ForEach(shape => canvas.Polygon(
            Rings(shape.Area).Select(ring => ring.Coordinates.Select(point => place(point.X, point.Y))), shape.Entry.Fill, shape.Entry.Pen)))
        {
            Aspect = Aspect(coverage),
        };
    }

    /// <summary>Width by height of what is shown.</summary>
    public static double Aspect(FootprintCoverage coverage) => Bounds(coverage) is var bounds ? bounds.Width / (bounds.Height * UnitAspect(bounds)) : 1;

    private static Envelope Bounds(FootprintCoverage coverage)
    {
        var bounds = coverage.Aoi?.EnvelopeInternal.Copy() ?? new Envelope();
        foreach (var group in coverage.Groups)
        {
            bounds.ExpandToInclude(group.Area.EnvelopeInternal);
        }

        bounds.ExpandBy(Math.Max(1e-6, 0.04 * Math.Max(bounds.Width, bounds.Height)));
        return bounds;
    }

    private static double UnitAspect(Envelope bounds) => 1 / Longitudes.Shortening(bounds.Centre.Y);

    private static LegendEntry Filled(string name, string color) => new(name, Rgba.Parse(color, 0.27), new Pen(Rgba.Parse(color), 1.5));

    private static Trace2D Shape(string name, Geometry area, string color, bool fill)
    {
        var points = new List<(double? X, double? Y)>();
        foreach (var ring in Rings(area))
        {
            points.AddRange(ring.Coordinates.Select(place => ((double?)place.X, (double?)place.Y)));
            points.Add((null, null));
        }

        var trace = new Trace2D("scatter");
        trace.SetProperty("name", FigureText.Escape(name));
        trace.SetProperty("x", points.Select(point => point.X).ToArray());
        trace.SetProperty("y", points.Select(point => point.Y).ToArray());
        trace.SetProperty("mode", "lines");
        trace.SetProperty("hoverinfo", "name");
        trace.SetProperty("line", new Dictionary<string, object> { ["color"] = color, ["width"] = fill ? 1.5 : 2.5, ["dash"] = fill ? "solid" : "dash" });
        trace.SetProperty("fill", fill ? "toself" : "none");
        trace.SetProperty("fillcolor", $"{color}44");
        return trace;
    }

    private static IEnumerable<LineString> Rings(Geometry area) => Enumerable.Range(0, area.NumGeometries).Select(area.GetGeometryN).OfType<Polygon>()
        .SelectMany(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing));

    private static Dictionary<string, object> DegreeAxis(string title) => new(PlotlyAxis.Create(title)) { ["ticksuffix"] = "°", ["constrain"] = "domain" };
}
