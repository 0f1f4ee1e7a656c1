namespace Up42.Interactive.Sandbox;

/// <summary>From UTM to longitude and latitude without GDAL, which may be missing: Krüger's series, right to a millimetre inside a zone.</summary>
internal static class Utm
{
    private const double Scale = 0.9996;
    private const double SemiMajorAxis = 6_378_137;
    private const double Flattening = 1 / 298.257223563;
    private const double N = Flattening / (2 - Flattening);

    private static readonly double Radius = SemiMajorAxis / (1 + N) * (1 + (N * N / 4) + (N * N * N * N / 64));

    private static readonly double[] Beta =
        [(N / 2) - (2 * N * N / 3) + (37 * N * N * N / 96), (N * N / 48) + (N * N * N / 15), 17 * N * N * N / 480];

    private static readonly double[] Delta =
        [(2 * N) - (2 * N * N / 3) - (2 * N * N * N), (7 * N * N / 3) - (8 * N * N * N / 5), 56 * N * N * N / 15];

    /// <param name="epsg">A code of WGS 84 / UTM: 32601…32660 north, 32701…32760 south.</param>
    /// <param name="easting">Metres.</param>
    /// <param name="northing">Metres.</param>
    public static GeoPoint ToDegrees(int epsg, double easting, double northing)
    {
        var (isSouth, zone) = (epsg / 100 == 327, epsg % 100);
        var xi0 = (northing - (isSouth ? 10_000_000 : 0)) / (Scale * Radius);
        var eta0 = (easting - 500_000) / (Scale * Radius);
        var (xi, eta) = (xi0, eta0);
        for (var j = 0; j < Beta.Length; j++)
        {
            var twice = 2 * (j + 1);
            xi -= Beta[j] * Math.Sin(twice * xi0) * Math.Cosh(twice * eta0);
            eta -= Beta[j] * Math.Cos(twice * xi0) * Math.Sinh(twice * eta0);
        }

        var chi = Math.Asin(Math.Sin(xi) / Math.Cosh(eta));
        var latitude = chi;
        for (var j = 0; j < Delta.Length; j++)
        {
            latitude += Delta[j] * Math.Sin(2 * (j + 1) * chi);
        }

        var longitude = Math.Atan2(Math.Sinh(eta), Math.Cos(xi));
        return new(Math.Round(((zone * 6) - 183) + (longitude * 180 / Math.PI), 7), Math.Round(latitude * 180 / Math.PI, 7));
    }
}
