using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Where in an image places of another coordinate reference system lie, as columns and rows; beyond the antimeridian coordinates may go on.</summary>
internal static class PixelLocator
{
    private const int WebMercatorCode = 3857;
    private const double Rounding = 1e-9;

    /// <summary>Turns coordinates into columns and rows of an image in its own place; NaN where there is none.</summary>
    /// <param name="x">Coordinates, then columns.</param>
    /// <param name="y">Coordinates, then rows.</param>
    /// <param name="from">What the coordinates are in.</param>
    /// <param name="crs">What the image is in.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="bounds">The box around it.</param>
    /// <exception cref="GdalException">There is no way between the coordinate reference systems.</exception>
    internal static void Locate(double[] x, double[] y, RasterCrs from, RasterCrs crs, RasterPlace place, Envelope bounds)
    {
        if (from.Epsg is null || from.Epsg != crs.Epsg)
        {
            ToImage(x, y, from, crs);
        }

        ToPixels(x, y, crs, place, bounds);
    }

    /// <summary>Turns coordinates of an image into its columns and rows.</summary>
    internal static void ToPixels(double[] x, double[] y, RasterCrs crs, RasterPlace place, Envelope bounds)
    {
        // What goes round the Earth begins anew west of the image, at its very edge.
        var turn = crs.Turn;
        for (var i = 0; i < x.Length && turn > 0; i++)
        {
            x[i] = Math.Max(bounds.MinX, x[i] - (turn * Math.Floor(((x[i] - bounds.MinX) / turn) + Rounding)));
        }

        place.ToPixels(x, y);
    }

    /// <summary>Turns coordinates into columns and rows of an image of a size that is pinned to corners.</summary>
    internal static void Locate(double[] x, double[] y, CornerPinTransform corners, RasterSize size)
    {
        for (var i = 0; i < x.Length; i++)
        {
            var (column, row) = corners.Locate(x[i], y[i]);
            (x[i], y[i]) = (column * size.Width, row * size.Height);
        }
    }

    private static void ToImage(double[] x, double[] y, RasterCrs from, RasterCrs crs)
    {
        var source = from;
        if (from.Epsg == WebMercatorCode)
        {
            // In closed form, which goes on beyond the antimeridian.
            source = RasterCrs.Wgs84;
            WebMercator.ToWgs84(x, y);
        }

        using var start = GdalSpatialReference.FromWkt(source.Wkt);
        using var end = GdalSpatialReference.FromWkt(crs.Wkt);
        using var transformation = new GdalTransformation(start, end);
        transformation.Transform(x, y);
    }
}
