using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>The shape of a geometry on a grid of 24 × 24, as the path of an SVG: north up, degrees of longitude as short as they are there.</summary>
/// <param name="Path">SVG path commands.</param>
internal sealed record GeometryOutline(string Path)
{
    public const int Grid = 24;

    private const int MaxPoints = 48;
    private const int MaxParts = 24;
    private const string Dot = "M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0z";
    private const string Speck = "M11 11h2v2h-2z";

    /// <summary>How much of a picture's width a box takes: the longer of its sides, in degrees of latitude.</summary>
    public static double Extent(Envelope box) => box.IsNull ? 0 : Math.Max(box.Width * Longitudes.Shortening(box.Centre.Y), box.Height);

    /// <summary>The outline; null where there is nothing to draw.</summary>
    /// <param name="geometry">The geometry.</param>
    /// <param name="extent">The picture's width as <see cref="Extent"/> has it; 0: that of the geometry.</param>
    public static GeometryOutline? Create(Geometry? geometry, double extent = 0)
    {
        if (geometry is null or { IsEmpty: true })
        {
            return null;
        }

        var lines = Antimeridian.Parts(AntimeridianView.Align([geometry])[0]).SelectMany(Lines).Take(MaxParts).ToArray();
        var box = new Envelope();
        Array.ForEach(lines, line => Array.ForEach(line.Positions, box.ExpandToInclude));
        return box is { Width: 0, Height: 0 } ? new GeometryOutline(Dot)
            : Extent(box) < extent / Grid ? new GeometryOutline(Speck)
            : new GeometryOutline(Draw(lines, box, Math.Max(extent, Extent(box))));
    }

    /// <summary>The outline as the address of a picture of so many pixels.</summary>
    public string ToPicture(int size)
    {
        var fill = Path.Contains('z', StringComparison.Ordinal) ? "#38d3" : "none";
        var svg = $"""<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="-1 -1 26 26">"""
            + $"""<path d="{Path}" fill="{fill}" fill-rule="evenodd" stroke="#38d"/></svg>""";
        return DataUri.Create("image/svg+xml", Encoding.ASCII.GetBytes(svg));
    }

    private static IEnumerable<Line> Lines(Geometry part) => part switch
    {
        Polygon { IsEmpty: false } polygon =>
            new[] { polygon.ExteriorRing }.Concat(polygon.InteriorRings)
                .Select(ring => new Line(Antimeridian.Unwrap(ring).Positions, IsRing: true)),
        LineString { IsEmpty: false } line => [new Line(Antimeridian.Unwrap(line).Positions, IsRing: false)],
        { IsEmpty: false } => [new Line(part.Coordinates, IsRing: false)],
        _ => [],
    };

    private static string Draw(Line[] lines, Envelope box, double extent)
    {
        var (shortening, scale) = (Longitudes.Shortening(box.Centre.Y), Grid / extent);
        var every = Math.Max(1, (lines.Sum(line => line.Positions.Length) + MaxPoints - 1) / MaxPoints);
        var path = new StringBuilder();
        foreach (var line in lines)
        {
            var points = line.Positions.Where((_, i) => i % every == 0 || i == line.Positions.Length - 1).Select(position => (
                X: (int)Math.Round((Grid / 2.0) + ((position.X - box.Centre.X) * shortening * scale)),
                Y: (int)Math.Round((Grid / 2.0) - ((position.Y - box.Centre.Y) * scale)))).ToArray();
            Draw(path, points, line.IsRing);
        }

        return path.ToString();
    }

    private static void Draw(StringBuilder path, (int X, int Y)[] points, bool isRing)
    {
        var (x, y) = points[0];
        path.Append(CultureInfo.InvariantCulture, $"M{x} {y}");
        var isDot = true;
        for (var i = 1; i < points.Length - (isRing ? 1 : 0); i++)
        {
            var (dx, dy) = (points[i].X - x, points[i].Y - y);
            (x, y) = points[i];
            isDot = isDot && dx == 0 && dy == 0;
            _ = (dx, dy) switch
            {
                (0, 0) => path,
                (_, 0) => path.Append(CultureInfo.InvariantCulture, $"h{dx}"),
                (0, _) => path.Append(CultureInfo.InvariantCulture, $"v{dy}"),
                _ => path.Append(CultureInfo.InvariantCulture, $"l{dx}{(dy < 0 ? "" : " ")}{dy}"),
            };
        }

        path.Append(isDot ? "h1v1h-1z" : isRing ? "z" : "");
    }

    private sealed record Line(Coordinate[] Positions, bool IsRing);
}
