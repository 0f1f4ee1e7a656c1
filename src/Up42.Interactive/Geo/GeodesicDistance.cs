using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Distance;

namespace Up42.Interactive;

/// <summary>
/// The shortest way between two geometries on the ellipsoid: the nearest points are looked for in a plane about one of them, then about the middle
/// between those that were found.
/// </summary>
internal static class GeodesicDistance
{
    private const int MaxSteps = 5;
    private const double Enough = 1e-3;

    /// <summary>Metres; 0 where the geometries meet.</summary>
    /// <param name="one">As <see cref="Overlays.Repaired"/> gives it, not empty.</param>
    /// <param name="other">As <see cref="Overlays.Repaired"/> gives it, not empty.</param>
    public static double Between(Geometry one, Geometry other)
    {
        if (one is Point from && other is Point to)
        {
            return Geodesic.Inverse(from.X, from.Y, to.X, to.Y).Meters;
        }

        if (one is Point || other is Point)
        {
            var (point, shape) = one is Point ? (one.Coordinate, other) : (other.Coordinate, one);
            var flat = new LocalPlane(point.X, point.Y).ToPlane(shape, Tolerance);
            return DistanceOp.Distance(GeometryFactory.Default.CreatePoint(new Coordinate(0, 0)), flat);
        }

        var (middle, least) = (one.EnvelopeInternal.Centre, double.PositiveInfinity);
        for (var step = 0; step < MaxSteps; step++)
        {
            var plane = new LocalPlane(middle.X, middle.Y);
            var nearest = new DistanceOp(plane.ToPlane(one, Tolerance), plane.ToPlane(other, Tolerance)).NearestPoints();
            if (nearest[0].Equals2D(nearest[1]))
            {
                return 0;
            }

            var (a, b) = (plane.ToDegrees(nearest[0]), plane.ToDegrees(nearest[1]));
            var (meters, azimuth) = Geodesic.Inverse(a.X, a.Y, b.X, b.Y);
            if (meters > least - Enough)
            {
                return Math.Min(meters, least);
            }

            least = meters;
            var (x, y) = Geodesic.Direct(a.X, a.Y, azimuth, meters / 2);
            middle = new Coordinate(x, y);
        }

        return least;
    }

    private static double Tolerance(double meters) => Math.Max(0.005, 1e-6 * meters);
}
