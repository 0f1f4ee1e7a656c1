using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>
/// How long a turn around the Earth is along x: in degrees or what a geographic system counts in, and in cylindrical projections, whose x is the
/// longitude but for a factor.
/// </summary>
internal static class CrsTurn
{
    private const int Degrees = 360;
    private const double Rounding = 1e-6;

    /// <summary>What definitions of cylindrical projections have in their methods' names, and some others too.</summary>
    private static readonly string[] Methods = ["Mercator_", "Mercator (", "Pseudo", "Cylindrical", "Equirectangular", "Plate_Carree", "Gall"];

    /// <summary>The length in the system's unit; 0 where x does not go round.</summary>
    public static double Measure(RasterCrs crs)
    {
        using var reference = GdalSpatialReference.FromWkt(crs.Wkt);
        if (crs.IsGeographic)
        {
            return 2 * Math.PI / reference.RadiansPerUnit;
        }

        return Array.Exists(Methods, method => crs.Wkt.Contains(method, StringComparison.Ordinal)) ? Measure(reference) : 0;
    }

    /// <summary>
    /// Three steps of a degree along the equator, and along another parallel: one of them may lead over where x begins, the other two are as long
    /// wherever they are.
    /// </summary>
    private static double Measure(GdalSpatialReference projected)
    {
        try
        {
            using var degrees = GdalSpatialReference.FromEpsg(4326);
            using var project = new GdalTransformation(degrees, projected);
            double[] x = [0, 1, 2, 3, 0, 1, 2, 3], y = [0, 0, 0, 0, 40, 40, 40, 40];
            project.Transform(x, y);
            var (step, elsewhere) = (Middle(x[1] - x[0], x[2] - x[1], x[3] - x[2]), Middle(x[5] - x[4], x[6] - x[5], x[7] - x[6]));
            var isStraight = Array.TrueForAll([0, 1, 2], i => IsSame(x[i + 1] - x[i], step) || Math.Abs(x[i + 1] - x[i]) > 100 * step);
            return isStraight && IsSame(step, elsewhere) ? Math.Max(0, Degrees * step) : 0;
        }
        catch (GdalException)
        {
            return 0;
        }

        bool IsSame(double a, double b) => Math.Abs(a - b) <= Rounding * Math.Abs(b);
    }

    private static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
