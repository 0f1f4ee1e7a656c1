using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace Up42.Interactive;

/// <summary>A raster for the map.</summary>
/// <param name="Raster">The raster.</param>
/// <param name="Name">Its name in the layer control.</param>
internal sealed record MapRaster(NamedRaster Raster, string Name)
{
    private const double CornerTolerance = 0.02;

    /// <summary>The file that it is of.</summary>
    public string File { get; init; } = Name;

    public string Group { get; init; } = "Images";

    /// <summary>The side of a comparison or the date of a timeline that it belongs to, from 0; null on other maps.</summary>
    public int? Step { get; init; }

    /// <summary>Whether its values mean something, as those of quicklooks do not.</summary>
    public bool HasValues { get; init; } = true;

    /// <summary>The outline on the ground, in degrees, for a raster that has no place of its own; null where none is known.</summary>
    public Geometry? Footprint { get; init; }

    /// <summary>
    /// The footprint's four corners in EPSG:3857, clockwise from the one most in the north-west; where it has other than four, those of the
    /// smallest rectangle around it. Null where it is no area.
    /// </summary>
    public CornerPinTransform? Corners
    {
        get
        {
            if (Footprint is not { Area: > 0 } footprint || AntimeridianView.Align([footprint])[0].GetGeometryN(0) is not Polygon { Area: > 0 } outline)
            {
                return null;
            }

            var projected = new Polygon(new LinearRing([.. outline.ExteriorRing.Coordinates.Select(Project)]));
            var ring = Simplified(projected).Coordinates;
            ring = ring.Length == 5 ? ring : NetTopologySuite.Algorithm.MinimumAreaRectangle.GetMinimumRectangle(projected).Coordinates;
            return new CornerPinTransform(FromNorthWest(ring[..4]));
        }
    }

    /// <summary>A raster by its path, as it names itself.</summary>
    public static implicit operator MapRaster(string path) => new(path, Path.GetFileName(path));

    private static Coordinate Project(Coordinate position)
    {
        var place = WebMercator.FromWgs84(new Envelope(position));
        return new Coordinate(place.MinX, place.MinY);
    }

    private static LineString Simplified(Polygon outline) =>
        DouglasPeuckerSimplifier.Simplify(
            outline, CornerTolerance * Math.Min(
                outline.EnvelopeInternal.Width, outline.EnvelopeInternal.Height)) is Polygon { IsEmpty: false } simple
            ? simple.ExteriorRing
            : outline.ExteriorRing;

    private static List<(double X, double Y)> FromNorthWest(Coordinate[] corners)
    {
        var clockwise = NetTopologySuite.Algorithm.Orientation.IsCCW([.. corners, corners[0]]) ? corners.Reverse().ToArray() : corners;
        var first = Array.IndexOf(clockwise, clockwise.MaxBy(corner => corner.Y - corner.X));
        return [.. Enumerable.Range(0, 4).Select(i => clockwise[(first + i) % 4]).Select(corner => (corner.X, corner.Y))];
    }
}
