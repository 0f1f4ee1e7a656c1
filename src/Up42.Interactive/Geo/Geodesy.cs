using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Areas and lengths on the WGS 84 ellipsoid. For areas, latitudes go to the authalic sphere, which has the ellipsoid's area everywhere
/// (J. P. Snyder, Map Projections: A Working Manual, USGS 1987, equations 3-11 to 3-13), and edges are great circles there:
/// tan(E/2) = tan(Δλ/2) (t₁ + t₂) / (1 + t₁ t₂) with t = tan(β/2) is the area between an edge and the equator (C. F. F. Karney, Algorithms for
/// geodesics, J. Geodesy 87, 2013, equation 59 with section 6).
/// </summary>
internal static class Geodesy
{
    private static readonly double EccentricitySquared = Geodesic.Flattening * (2 - Geodesic.Flattening);
    private static readonly double Eccentricity = Math.Sqrt(EccentricitySquared);
    private static readonly double PoleQ = Q(1);
    private static readonly double AuthalicRadiusSquared = Geodesic.EquatorRadius * Geodesic.EquatorRadius * PoleQ / 2;

    /// <summary>Square metres inside the polygons of a geometry; 0 for everything else.</summary>
    /// <param name="geometry">In degrees.</param>
    /// <param name="isStraight">
    /// Edges are straight lines of longitude and latitude, as overlays cut them, so that the parts of a polygon add up to it. Those of rings round
    /// a pole, and of rings with an edge of more than 180°, always are.
    /// </param>
    public static double Area(Geometry? geometry, bool isStraight = false) => geometry switch
    {
        Polygon polygon => RingArea(polygon.ExteriorRing, isStraight) - polygon.InteriorRings.Sum(hole => RingArea(hole, isStraight)),
        GeometryCollection collection => collection.Geometries.Sum(part => Area(part, isStraight)),
        _ => 0,
    };

    /// <summary>Metres along the lines of a geometry; 0 for everything else.</summary>
    public static double Length(Geometry? geometry) => geometry switch
    {
        LineString line => Enumerable.Range(1, Math.Max(0, line.NumPoints - 1)).Sum(i => Distance(line.GetCoordinateN(i - 1), line.GetCoordinateN(i))),
        GeometryCollection collection => collection.Geometries.Sum(Length),
        _ => 0,
    };

    private static double Distance(Coordinate from, Coordinate to) => Geodesic.Inverse(from.X, from.Y, to.X, to.Y).Meters;

    private static double RingArea(LineString ring, bool isStraight)
    {
        var (positions, isUnwrapped) = Antimeridian.Unwrap(ring);
        var turned = positions.Length == 0 ? 0 : positions[^1].X - positions[0].X;
        var isRoundPole = isUnwrapped && Longitudes.IsLong(0, turned);
        var isParallel = isStraight || isRoundPole
            || Enumerable.Range(1, Math.Max(0, positions.Length - 1)).Any(i => Longitudes.IsLong(positions[i - 1].X, positions[i].X));
        var excess = isParallel ? StraightExcess(positions) : GreatCircleExcess(positions);
        return (isRoundPole ? (2 * Math.PI) - Math.Abs(excess) : Math.Abs(excess)) * AuthalicRadiusSquared;
    }

    /// <summary>The area on the unit sphere between edges that are great circles and the equator.</summary>
    private static double GreatCircleExcess(Coordinate[] positions)
    {
        var (excess, from) = (0d, positions.Length == 0 ? 0 : HalfTangent(positions[0].Y));
        for (var i = 1; i < positions.Length; i++)
        {
            var (to, step) = (HalfTangent(positions[i].Y), positions[i].X - positions[i - 1].X);
            excess += 2 * Math.Atan2(Math.Tan(step * Math.PI / 360) * (from + to), 1 + (from * to));
            from = to;
        }

        return excess;
    }

    /// <summary>The same of edges that are straight lines of longitude and latitude, by Simpson's rule.</summary>
    private static double StraightExcess(Coordinate[] positions)
    {
        var excess = 0d;
        for (var i = 1; i < positions.Length; i++)
        {
            var (from, to) = (positions[i - 1], positions[i]);
            var simpson = (AuthalicSine(from.Y) + (4 * AuthalicSine((from.Y + to.Y) / 2)) + AuthalicSine(to.Y)) / 6;
            excess += (to.X - from.X) * Math.PI / 180 * simpson;
        }

        return excess;
    }

    private static double HalfTangent(double latitude) => Math.Tan(Math.Asin(AuthalicSine(latitude)) / 2);

    private static double AuthalicSine(double latitude) => Math.Clamp(Q(Math.Sin(latitude * Math.PI / 180)) / PoleQ, -1, 1);

    /// <summary>Snyder's q of a latitude's sine, equation 3-12.</summary>
    private static double Q(double sine) => (1 - EccentricitySquared)
        * (sine / (1 - EccentricitySquared * sine * sine)
            - Math.Log((1 - Eccentricity * sine) / (1 + Eccentricity * sine)) / (2 * Eccentricity));
}
