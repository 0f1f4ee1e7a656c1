using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>The box of an image in another coordinate reference system.</summary>
internal static class RasterBounds
{
    private const double Turn = Longitudes.Turn;
    private const double Rounding = 1e-4;

    /// <summary>
    /// The box in longitude and latitude (EPSG:4326), or null where the coordinates have no place on Earth. Across the antimeridian longitudes
    /// go on beyond 180; around a pole the box is the whole cap. What lies off the Earth, as the corners of world projections do, is left out.
    /// </summary>
    internal static Envelope? BoundsWgs84(RasterPlace place, int width, int height, RasterCrs crs) => BoundsIn(RasterCrs.Wgs84, place, width, height, crs);

    /// <summary>The box in another coordinate reference system, by the same rules where that is geographic; null where the image has no place there.</summary>
    internal static Envelope? BoundsIn(RasterCrs target, RasterPlace place, int width, int height, RasterCrs crs)
    {
        try
        {
            var earth = new EarthSampler(place, crs, target);
            var (x, y) = place.Outline(width, height);
            var isWhole = earth.Transform(x, y);
            if (!target.IsGeographic)
            {
                return isWhole ? Enclose(x, y) : Enclose(earth.Grid(width, height));
            }

            var bounds = isWhole ? EncloseOutline(InDegrees(x, target), y) : EncloseGrid(earth, target, width, height);
            return bounds is null ? null : new Envelope(
                bounds.MinX * target.Turn / Turn, bounds.MaxX * target.Turn / Turn, Latitude(bounds.MinY), Latitude(bounds.MaxY));

            // Half a pixel beyond the pole is no place.
            double Latitude(double degrees) => Math.Clamp(degrees, -90, 90) * target.Turn / Turn;
        }
        catch (GdalException)
        {
            return null;
        }
    }

    private static double[] InDegrees(double[] values, RasterCrs crs)
    {
        var degrees = Turn / crs.Turn;
        return Array.ConvertAll(values, value => value * degrees);
    }

    private static Envelope? Enclose((double[] X, double[] Y) points) => Enclose(points.X, points.Y);

    private static Envelope? Enclose(double[] x, double[] y)
    {
        var bounds = new Envelope();
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i]))
            {
                bounds.ExpandToInclude(x[i], y[i]);
            }
        }

        return bounds.IsNull ? null : bounds;
    }

    /// <summary>The box of an outline, followed step by step across the antimeridian; of one that goes round a pole, the cap.</summary>
    private static Envelope EncloseOutline(double[] longitudes, double[] latitudes)
    {
        Longitudes.UnwrapShortest(longitudes);
        var bounds = new Envelope(longitudes.Min(), longitudes.Max(), latitudes.Min(), latitudes.Max());
        return Longitudes.IsLong(longitudes[0], longitudes[^1])
            ? bounds.Centre.Y > 0 ? new Envelope(-180, 180, bounds.MinY, 90) : new Envelope(-180, 180, -90, bounds.MaxY)
            : Turned(bounds);
    }

    /// <summary>The box of points all over an image: from the eastern end of the widest gap between their longitudes to its western end.</summary>
    private static Envelope? EncloseGrid(EarthSampler earth, RasterCrs target, int width, int height)
    {
        var (x, y) = earth.Grid(width, height);
        if (x.Length == 0)
        {
            return null;
        }

        double[] longitudes = [.. InDegrees(x, target).Select(longitude => longitude + Longitudes.ShiftTo(longitude, -180)).Order()];
        var latitudes = InDegrees(y, target);
        var (south, north) = (latitudes.Min(), latitudes.Max());
        var (hasSouth, hasNorth) = (earth.Holds(0, -90, width, height), earth.Holds(0, 90, width, height));
        var (widest, west) = (longitudes[0] + Turn - longitudes[^1], longitudes[0]);
        for (var i = 1; i < longitudes.Length; i++)
        {
            (widest, west) = longitudes[i] - longitudes[i - 1] > widest ? (longitudes[i] - longitudes[i - 1], longitudes[i]) : (widest, west);
        }

        return hasSouth || hasNorth || widest < 2.5 * Turn / EarthSampler.Cells
            ? new Envelope(-180, 180, hasSouth ? -90 : south, hasNorth ? 90 : north)
            : Turned(new Envelope(west, west + Turn - widest, south, north));
    }

    /// <summary>
    /// The box with its centre within ±180°; one of at most half a turn that crosses the antimeridian goes on beyond 180, not beyond -180, and one
    /// that goes all round has the world's ends, wherever it begins.
    /// </summary>
    private static Envelope Turned(Envelope bounds)
    {
        if (bounds.Width >= Turn - Rounding)
        {
            return new Envelope(-180, 180, bounds.MinY, bounds.MaxY);
        }

        var shift = Longitudes.ShiftTo(bounds.Centre.X, -180);
        shift += bounds.MinX + shift < -180 && bounds.Width <= Turn / 2 ? Turn : 0;
        return new Envelope(bounds.MinX + shift, bounds.MaxX + shift, bounds.MinY, bounds.MaxY);
    }
}
