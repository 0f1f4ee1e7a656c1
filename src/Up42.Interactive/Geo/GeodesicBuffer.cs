using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Up42.Interactive;

/// <summary>
/// Areas around geometries, in metres on the ellipsoid. What is small is buffered in the plane about its middle; of what is larger the boundary, in
/// pieces of 100 km, each in its own plane.
/// </summary>
internal static class GeodesicBuffer
{
    /// <summary>The most metres: beyond, planes are no picture of the Earth.</summary>
    public const double MaxMeters = 2_000_000;

    private const double Piece = 100_000;
    private const int QuadrantSegments = 16;

    private static readonly BufferParameters Parameters = new(QuadrantSegments) { SimplifyFactor = 0.0005 };

    /// <summary>The area within some metres, cut at the antimeridian; of negative ones what lies deeper inside than that.</summary>
    public static Geometry Create(Geometry geometry, double meters)
    {
        var whole = AntimeridianView.Align([geometry])[0];
        var parts = Antimeridian.Parts(whole.IsValid ? whole : GeometryFixer.Fix(whole)).Where(part => !part.IsEmpty)
            .SelectMany(part => part.EnvelopeInternal.Width > Longitudes.Turn / 2 ? Antimeridian.Parts(Antimeridian.Cut(part)) : [part]).ToList();
        return parts is [var only] ? Overlays.Repaired(OfPart(only, meters)) : Overlays.Union(parts.Select(part => OfPart(part, meters)));
    }

    private static Geometry OfPart(Geometry part, double meters)
    {
        var box = part.EnvelopeInternal;
        var corner = new Coordinate(box.MinX, Math.Abs(box.MinY) < Math.Abs(box.MaxY) ? box.MinY : box.MaxY);
        if (Geodesic.Inverse(box.Centre.X, box.Centre.Y, corner.X, corner.Y).Meters <= Piece && box.Width < Longitudes.Turn / 2)
        {
            return InPlane(part, box.Centre, meters);
        }

        IEnumerable<LineString> lines = part is Polygon polygon ? polygon.InteriorRings.Prepend(polygon.ExteriorRing) : [(LineString)part];
        var around = lines.SelectMany(Pieces).Select(piece =>
            Overlays.Repaired(InPlane(piece, piece.GetCoordinateN(piece.NumPoints / 2), Math.Abs(meters))));
        return part is not Polygon ? meters > 0 ? Overlays.Union(around) : Polygon.Empty
            : meters > 0 ? Overlays.Union(around.Prepend(part))
            : OverlayNGRobust.Overlay(Overlays.Repaired(part), Overlays.Union(around), SpatialFunction.Difference);
    }

    private static Geometry InPlane(Geometry geometry, Coordinate middle, double meters)
    {
        var (plane, tolerance) = (new LocalPlane(middle.X, middle.Y), Math.Clamp(Math.Abs(meters) / 4000, 0.005, 50));
        var flat = plane.ToPlane(geometry, _ => tolerance);
        return plane.ToDegrees((flat.IsValid ? flat : GeometryFixer.Fix(flat)).Buffer(meters, Parameters), tolerance);
    }

    /// <summary>A line in pieces of a length that a plane is right for. Edges on which a polygon was cut, or that lie on a pole, are no boundary.</summary>
    private static IEnumerable<LineString> Pieces(LineString line)
    {
        var (piece, length) = (new List<Coordinate>(), 0.0);
        var positions = line.Coordinates;
        for (var i = 1; i < positions.Length; i++)
        {
            var (from, to) = (positions[i - 1], positions[i]);
            if (IsCut(from, to))
            {
                foreach (var last in Take())
                {
                    yield return last;
                }

                continue;
            }

            var meters = Geodesic.Inverse(from.X, from.Y, to.X, to.Y).Meters;
            var steps = Math.Max(1, (int)Math.Ceiling(Math.Max(meters / Piece, Math.Abs(to.X - from.X) / 90)));
            for (var step = 0; step < steps; step++)
            {
                if (piece.Count == 0)
                {
                    piece.Add(Between(step));
                }

                piece.Add(Between(step + 1));
                length += meters / steps;
                if (length >= Piece)
                {
                    foreach (var full in Take())
                    {
                        yield return full;
                    }
                }
            }

            Coordinate Between(int step) => new(from.X + ((to.X - from.X) * step / steps), from.Y + ((to.Y - from.Y) * step / steps));
        }

        foreach (var last in Take())
        {
            yield return last;
        }

        IEnumerable<LineString> Take()
        {
            LineString[] taken = piece.Count < 2 ? [] : [line.Factory.CreateLineString([.. piece])];
            piece.Clear();
            length = 0;
            return taken;
        }
    }

    private static bool IsCut(Coordinate from, Coordinate to) =>
        (Math.Abs(from.X) == Longitudes.Turn / 2 && from.X == to.X) || (Math.Abs(from.Y) == 90 && from.Y == to.Y);
}
