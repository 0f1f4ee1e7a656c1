using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Areas on the WGS 84 ellipsoid. Latitudes go to the authalic sphere, which has the ellipsoid's area everywhere (J. P. Snyder, Map Projections: A Working Manual,
/// USGS 1987, equations 3-11 to 3-13), and edges are great circles there: tan(E/2) = tan(Δλ/2) (t₁ + t₂) / (1 + t₁ t₂) with t = tan(β/2) is the area between
/// an edge and the equator (C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 2013, equation 59 with section 6).
/// </summary>
internal static class Geodesy
{
    private const double Flattening = 1 / 298.257223563;
    private const double EquatorRadius = 6378137;
    private static readonly double EccentricitySquared = Flattening * (2 - Flattening);
    private static readonly double Eccentricity = Math.Sqrt(EccentricitySquared);
    private static readonly double PoleQ = Q(1);
    private static readonly double AuthalicRadiusSquared = EquatorRadius * EquatorRadius * PoleQ / 2;

    /// <summary>Square metres inside the polygons of a geometry; 0 for everything else.</summary>
    public static double Area(Geometry? geometry) => geometry switch
    {
        Polygon polygon => RingArea(polygon.ExteriorRing) - polygon.InteriorRings.Sum(RingArea),
        GeometryCollection collection => collection.Geometries.Sum(Area),
        _ => 0,
    };

    private static double RingArea(LineString ring)
    {
        var (positions, excess) = (ring.CoordinateSequence, 0d);
        for (var i = 1; i < positions.Count; i++)
        {
            var step = Math.IEEERemainder(positions.GetX(i) - positions.GetX(i - 1), 360) * Math.PI / 180;
            var (a, b) = (HalfTangent(positions.GetY(i - 1)), HalfTangent(positions.GetY(i)));
            excess += 2 * Math.Atan2(Math.Tan(step / 2) * (a + b), 1 + a * b);
        }

        return Math.Abs(excess) * AuthalicRadiusSquared;
    }

    private static double HalfTangent(double latitude)
    {
        var authalicSine = Q(Math.Sin(latitude * Math.PI / 180)) / PoleQ;
        return Math.Tan(Math.Asin(Math.Clamp(authalicSine, -1, 1)) / 2);
    }

    /// <summary>Snyder's q of a latitude's sine, equation 3-12.</summary>
    private static double Q(double sine) => (1 - EccentricitySquared)
        * (sine / (1 - EccentricitySquared * sine * sine)
            - Math.Log((1 - Eccentricity * sine) / (1 + Eccentricity * sine)) / (2 * Eccentricity));
}
