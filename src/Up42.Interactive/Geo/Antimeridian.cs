using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Up42.Interactive;

/// <summary>
/// Geometries over the 180th meridian. An edge of more than 180° of longitude is taken the short way round, as catalogues write footprints that
/// RFC 7946, section 3.1.9, wants cut in two; an edge of exactly 360° runs round the globe.
/// </summary>
internal static class Antimeridian
{
    private const double Turn = 360;

    /// <summary>The way from one longitude to the next, in degrees east.</summary>
    public static double Step(double from, double to)
    {
        var step = to - from;
        return Math.Abs(step) is > Turn / 2 and not Turn ? Math.IEEERemainder(step, Turn) : step;
    }

    /// <summary>The geometry within ±180°, in parts where it crosses the antimeridian, and with the pole where it goes round one. One that does neither is returned as it is.</summary>
    public static Geometry Cut(Geometry geometry) => geometry switch
    {
        { IsEmpty: true } => geometry,
        Polygon polygon => IsPlain(polygon.ExteriorRing) ? polygon : Wrap(Unwrapped(polygon)),
        LineString line => IsPlain(line) ? line : Wrap(line.Factory.CreateLineString(Unwrapped(line))),
        Point point => Math.Abs(point.X) <= Turn / 2 ? point : point.Factory.CreatePoint(Moved(point.Coordinate, -Turn * Math.Round(point.X / Turn))),
        GeometryCollection collection when collection.Geometries.Any(part => !ReferenceEquals(Cut(part), part)) =>
            collection.Factory.BuildGeometry([.. collection.Geometries.SelectMany(part => Parts(Cut(part)))]),
        _ => geometry,
    };

    /// <summary>The parts of multiple geometries and of collections, to any depth; anything else is its own only part.</summary>
    public static IEnumerable<Geometry> Parts(Geometry geometry) =>
        geometry is GeometryCollection collection ? collection.Geometries.SelectMany(Parts) : [geometry];

    private static bool IsPlain(LineString line)
    {
        var positions = line.CoordinateSequence;
        var box = line.EnvelopeInternal;
        return box.MinX >= -Turn / 2 && box.MaxX <= Turn / 2
            && (box.Width <= Turn / 2 || !Enumerable.Range(1, positions.Count - 1).Any(i => Step(positions.GetX(i - 1), positions.GetX(i)) != positions.GetX(i) - positions.GetX(i - 1)));
    }

    private static Coordinate[] Unwrapped(LineString line)
    {
        var positions = line.Coordinates;
        var x = positions[0].X;
        return [.. positions.Select((position, i) => Moved(position, (x += i == 0 ? 0 : Step(positions[i - 1].X, position.X)) - position.X))];
    }

    private static Polygon Unwrapped(Polygon polygon)
    {
        var factory = polygon.Factory;
        var shell = factory.CreateLinearRing(Closed(Unwrapped(polygon.ExteriorRing)));
        var holes = polygon.InteriorRings.Select(Unwrapped).Select(hole => factory.CreateLinearRing(Closed(Beside(hole, shell.EnvelopeInternal))));
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
