using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Up42.Interactive;

/// <summary>
/// Geometries over the 180th meridian, cut there as RFC 7946, section 3.1.9, wants it. <see cref="Longitudes"/> tells which edges cross it.
/// </summary>
internal static class Antimeridian
{
    private const double Turn = Longitudes.Turn;

    /// <summary>
    /// The geometry within ±180°, in parts where it crosses the antimeridian, and with the pole where it goes round one. One that does neither is
    /// returned as it is.
    /// </summary>
    public static Geometry Cut(Geometry geometry) => geometry switch
    {
        { IsEmpty: true } => geometry,
        Polygon polygon => Unwrap(polygon.ExteriorRing) is var (shell, isChanged) && !isChanged && IsWithin(polygon)
            ? polygon
            : Wrap(Unwrapped(polygon, shell)),
        LineString line => Unwrap(line) is var (positions, isChanged) && !isChanged && IsWithin(line) ? line : Wrap(line.Factory.CreateLineString(positions)),
        Point point => Math.Abs(point.X) <= Turn / 2 ? point : point.Factory.CreatePoint(Moved(point.Coordinate, Longitudes.Wrap(point.X) - point.X)),
        GeometryCollection collection when collection.Geometries.Any(part => !ReferenceEquals(Cut(part), part)) =>
            collection.Factory.BuildGeometry([.. collection.Geometries.SelectMany(part => Parts(Cut(part)))]),
        _ => geometry,
    };

    /// <summary>The parts of multiple geometries and of collections, to any depth; anything else is its own only part.</summary>
    public static IEnumerable<Geometry> Parts(Geometry geometry) =>
        geometry is GeometryCollection collection ? collection.Geometries.SelectMany(Parts) : [geometry];

    /// <summary>The positions of a line or a ring with longitudes that go on, and whether they differ from those that it has.</summary>
    public static (Coordinate[] Positions, bool IsChanged) Unwrap(LineString line)
    {
        var positions = line.Coordinates;
        if (line.EnvelopeInternal.Width <= Turn / 2)
        {
            return (positions, false);
        }

        var longitudes = Array.ConvertAll(positions, position => position.X);
        var isChanged = line.IsClosed
            ? Longitudes.UnwrapRing(longitudes, Array.ConvertAll(positions, position => position.Y))
            : Longitudes.Unwrap(longitudes);
        return (isChanged ? [.. positions.Select((position, i) => Moved(position, longitudes[i] - position.X))] : positions, isChanged);
    }

    private static bool IsWithin(Geometry geometry) => geometry.EnvelopeInternal is { MinX: >= -Turn / 2, MaxX: <= Turn / 2 };

    private static Polygon Unwrapped(Polygon polygon, Coordinate[] exterior)
    {
        var factory = polygon.Factory;
        var shell = factory.CreateLinearRing(Closed(exterior));
        var holes = polygon.InteriorRings.Select(ring => factory.CreateLinearRing(Closed(Beside(Unwrap(ring).Positions, shell.EnvelopeInternal))));
        return factory.CreatePolygon(shell, [.. holes]);
    }

    /// <summary>A ring that does not come back to its longitude has gone round a pole, which it then takes in.</summary>
    private static Coordinate[] Closed(Coordinate[] ring)
    {
        if (Math.Abs(ring[^1].X - ring[0].X) < Turn / 2)
        {
            return [.. ring[..^1], ring[0]];
        }

        var pole = ring.Average(position => position.Y) < 0 ? -90 : 90;
        return [.. ring, new Coordinate(ring[^1].X, pole), new Coordinate(ring[0].X, pole), ring[0]];
    }

    private static Coordinate[] Beside(Coordinate[] hole, Envelope shell)
    {
        var turns = Math.Round((shell.Centre.X - hole.Average(position => position.X)) / Turn);
        return [.. hole.Select(position => Moved(position, Turn * turns))];
    }

    private static Geometry Wrap(Geometry unwrapped)
    {
        var (valid, parts) = (unwrapped.IsValid ? unwrapped : GeometryFixer.Fix(unwrapped), new List<Geometry>());
        var box = valid.EnvelopeInternal;
        for (var turn = Math.Floor((box.MinX + (Turn / 2)) / Turn); (turn * Turn) - (Turn / 2) < box.MaxX; turn++)
        {
            var strip = valid.Factory.ToGeometry(new Envelope((turn * Turn) - (Turn / 2), (turn * Turn) + (Turn / 2), -90, 90));
            var part = Overlays.Intersection(valid, strip);
            parts.AddRange(Parts(AffineTransformation.TranslationInstance(-turn * Turn, 0).Transform(part)).Where(piece => !piece.IsEmpty));
        }

        return valid.Factory.BuildGeometry(parts);
    }

    private static Coordinate Moved(Coordinate position, double degrees)
    {
        var moved = position.Copy();
        moved.X += degrees;
        return moved;
    }
}
