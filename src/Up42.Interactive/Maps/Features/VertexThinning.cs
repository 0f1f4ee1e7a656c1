using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Makes outlines simpler: a vertex that lies within a tolerance of the one kept before it is left out, and so is a part beside its like. Work
/// grows with the vertices alone.
/// </summary>
/// <remarks>Douglas and Peucker's algorithm keeps more of the shape, but takes the square of the vertices for zigzags.</remarks>
internal static class VertexThinning
{
    private const int MinRingPositions = 4;

    /// <summary>The geometry with fewer vertices; its box where nothing else is left of it.</summary>
    /// <param name="geometry">The geometry.</param>
    /// <param name="tolerance">In the units of its coordinates, above 0.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static Geometry Simplify(Geometry geometry, double tolerance, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return geometry switch
        {
            LinearRing ring => ring,
            LineString line => line.Factory.CreateLineString(Keep(line.Coordinates, tolerance)),
            Polygon polygon => Simplify(polygon, tolerance),
            GeometryCollection collection => collection.Factory.BuildGeometry(
                [.. Apart(collection, tolerance).Select(part => Simplify(part, tolerance, cancellationToken))]),
            _ => geometry,
        };
    }

    /// <summary>The parts that can be told apart: of those smaller than the tolerance, one for each place of its size.</summary>
    private static IEnumerable<Geometry> Apart(GeometryCollection collection, double tolerance)
    {
        var taken = new HashSet<(long, long)>();
        return collection.Geometries.Where(part => part.EnvelopeInternal is { IsNull: false } box
            && (Math.Max(box.Width, box.Height) > tolerance || taken.Add(((long)(box.MinX / tolerance), (long)(box.MinY / tolerance)))));
    }

    private static Polygon Simplify(Polygon polygon, double tolerance)
    {
        var shell = Ring(polygon.ExteriorRing, tolerance) ?? Box(polygon.EnvelopeInternal);
        var holes = polygon.InteriorRings.Select(hole => Ring(hole, tolerance)).OfType<Coordinate[]>();
        return polygon.Factory.CreatePolygon(polygon.Factory.CreateLinearRing(shell), [.. holes.Select(polygon.Factory.CreateLinearRing)]);
    }

    private static Coordinate[]? Ring(LineString ring, double tolerance) =>
        Keep(ring.Coordinates, tolerance) is { Length: >= MinRingPositions } kept ? kept : null;

    private static Coordinate[] Box(Envelope box) =>
        [new(box.MinX, box.MinY), new(box.MaxX, box.MinY), new(box.MaxX, box.MaxY), new(box.MinX, box.MaxY), new(box.MinX, box.MinY)];

    private static Coordinate[] Keep(Coordinate[] positions, double tolerance)
    {
        var kept = new List<Coordinate> { positions[0] };
        for (var i = 1; i < positions.Length - 1; i++)
        {
            var (dx, dy) = (positions[i].X - kept[^1].X, positions[i].Y - kept[^1].Y);
            if ((dx * dx) + (dy * dy) > tolerance * tolerance)
            {
                kept.Add(positions[i]);
            }
        }

        if (positions.Length > 1)
        {
            kept.Add(positions[^1]);
        }

        return [.. kept];
    }
}
