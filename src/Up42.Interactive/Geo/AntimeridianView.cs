using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.OverlayNG;

namespace Up42.Interactive;

/// <summary>Puts together what the antimeridian cuts: longitudes go on beyond 180, as web maps want them.</summary>
internal static class AntimeridianView
{
    private const double Turn = Longitudes.Turn;
    private const double Half = Turn / 2;

    /// <summary>A geometry whose lines do not jump from one side of the world to the other. Lines around a pole stay as they are.</summary>
    public static Geometry Unwrap(Geometry geometry) => geometry.EnvelopeInternal.Width <= Half ? geometry : Each(geometry, part => part switch
    {
        Polygon polygon when UnwrapRing(polygon.ExteriorRing) is { } shell => polygon.Factory.CreatePolygon(
            polygon.Factory.CreateLinearRing(shell),
            [.. polygon.InteriorRings.Select(ring => polygon.Factory.CreateLinearRing(Near(UnwrapRing(ring) ?? ring.Coordinates, shell)))]),
        LineString line => line.Factory.CreateLineString(Antimeridian.Unwrap(line).Positions),
        _ => part,
    });

    /// <summary>Geometries as one map shows them: lines go on, and what lies on both sides of the antimeridian stands side by side.</summary>
    public static IReadOnlyList<Geometry> Align(IReadOnlyList<Geometry> geometries)
    {
        Geometry[] unwrapped = [.. geometries.Select(Unwrap)];
        return West([.. unwrapped.SelectMany(Boxes)]) is { } west ? [.. unwrapped.Select(geometry => From(geometry, west))] : unwrapped;
    }

    /// <summary>The boxes of a geometry's parts, to any depth.</summary>
    public static IEnumerable<Envelope> Boxes(Geometry geometry) => Antimeridian.Parts(geometry).Select(part => part.EnvelopeInternal);

    /// <summary>
    /// The longitude that a map of some boxes begins at when they lie on both sides of the antimeridian, within half a turn or because one of them
    /// goes on over it: the eastern end of the widest gap between them. Null where they need no turning.
    /// </summary>
    public static double? West(IReadOnlyCollection<Envelope> boxes)
    {
        var all = new Envelope();
        foreach (var box in boxes)
        {
            all.ExpandToInclude(box);
        }

        if (all.IsNull || all.Width <= Half)
        {
            return null;
        }

        var starts = boxes.Select(box => (West: box.MinX + Longitudes.ShiftTo(box.MinX, 0), box.Width)).OrderBy(box => box.West).ToList();
        var (west, widest, end) = (starts[0].West, double.NegativeInfinity, starts.Max(box => box.West + box.Width) - Turn);
        foreach (var (start, width) in starts)
        {
            (west, widest) = start - end > widest ? (start, start - end) : (west, widest);
            end = Math.Max(end, start + width);
        }

        // More than half a turn has its middle within ±180°.
        return Turn - widest <= Half ? west
            : widest > 0 && boxes.Any(box => Longitudes.GoesOn(box)) ? west + Longitudes.ShiftTo(west + ((Turn - widest) / 2), -Half)
            : null;
    }

    /// <summary>The box around boxes, beyond 180° where they lie on both sides of the antimeridian.</summary>
    public static Envelope Enclose(IReadOnlyCollection<Envelope> boxes)
    {
        var (whole, west) = (new Envelope(), West(boxes));
        foreach (var box in boxes)
        {
            whole.ExpandToInclude(west is { } from ? From(box, from) : box);
        }

        return whole.MinX > Half ? Shifted(whole, -Turn) : whole;
    }

    /// <summary>A box turned to lie within a turn from a longitude.</summary>
    public static Envelope From(Envelope box, double west) => Shifted(box, ShiftOf(box, west));

    /// <summary>A box turned to lie as near to another as it can.</summary>
    public static Envelope Near(Envelope box, Envelope other) => Shifted(box, Turn * Math.Round((other.Centre.X - box.Centre.X) / Turn));

    /// <summary>A geometry whose parts are turned to lie within a turn from a longitude; those that then touch become one.</summary>
    public static Geometry From(Geometry geometry, double west)
    {
        var turned = Each(geometry, part => AffineTransformation.TranslationInstance(ShiftOf(part.EnvelopeInternal, west), 0).Transform(part));
        return turned is MultiPolygon parts && parts.Geometries.All(part => part.IsValid) ? OverlayNGRobust.Union(parts.Geometries) : turned;
    }

    private static double ShiftOf(Envelope box, double west) => Longitudes.ShiftTo(box.MinX + 1e-9, west);

    private static Envelope Shifted(Envelope box, double shift) => new(box.MinX + shift, box.MaxX + shift, box.MinY, box.MaxY);

    private static Geometry Each(Geometry geometry, Func<Geometry, Geometry> change) => geometry is GeometryCollection collection
        ? collection.Factory.BuildGeometry([.. collection.Geometries.Where(part => !part.IsEmpty).Select(part => Each(part, change))])
        : change(geometry);

    private static Coordinate[]? UnwrapRing(LineString ring)
    {
        var unwrapped = Antimeridian.Unwrap(ring).Positions;

        // Closed to the last digit: turns there and back may leave a rounding between its ends.
        return Math.Abs(unwrapped[^1].X - unwrapped[0].X) < Half ? [.. unwrapped[..^1], unwrapped[0]] : null;
    }

    /// <summary>A hole moved to where its shell is.</summary>
    private static Coordinate[] Near(Coordinate[] hole, Coordinate[] shell)
    {
        var (west, east) = (shell.Min(position => position.X), hole.Max(position => position.X));
        var shift = east < west ? Turn : hole.Min(position => position.X) > shell.Max(position => position.X) ? -Turn : 0;
        return [.. hole.Select(position => new Coordinate(position.X + shift, position.Y))];
    }
}
