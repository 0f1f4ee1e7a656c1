namespace Up42.Interactive;

/// <summary>
/// Which positions are places on Earth in degrees: what else there is was meant in another coordinate reference system, or is damaged.
/// </summary>
internal static class PositionLimits
{
    private const double MaxLongitude = 360;
    private const double MaxLatitude = 90;
    private const double Rounding = 1e-6;

    /// <summary>Longitudes may go on over the antimeridian by a turn; other programs' rounding is forgiven.</summary>
    public static bool IsOnEarth(double longitude, double latitude) =>
        Math.Abs(longitude) <= MaxLongitude + Rounding && Math.Abs(latitude) <= MaxLatitude + Rounding;
}
