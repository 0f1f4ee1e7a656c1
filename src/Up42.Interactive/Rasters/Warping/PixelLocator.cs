using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Where in an image places in EPSG:3857 lie, as columns and rows; beyond the antimeridian coordinates may go on.</summary>
internal static class PixelLocator
{
    private const int Code = 3857;
    private const double Rounding = 1e-9;

    /// <summary>Turns coordinates into columns and rows of an image in its own place; NaN where there is none.</summary>
    /// <exception cref="GdalException">There is no way between the coordinate reference systems.</exception>
    internal static void Locate(double[] x, double[] y, RasterCrs crs, Geotransform geotransform, Envelope bounds)
    {
        if (crs.Epsg != Code)
        {
            for (var i = 0; i < x.Length; i++)
            {
                (x[i], y[i]) = WebMercator.ToWgs84(x[i], y[i]);
            }

            using var from = GdalSpatialReference.FromWkt(RasterCrs.Wgs84.Wkt);
            using var to = GdalSpatialReference.FromWkt(crs.Wkt);
            using var transformation = new GdalTransformation(from, to);
            transformation.Transform(x, y);
        }

        for (var i = 0; i < x.Length; i++)
        {
            var turned = crs.IsGeographic ? x[i] + Longitudes.ShiftTo(x[i], bounds.MinX, Rounding) : x[i];
            (x[i], y[i]) = geotransform.PixelAt(turned, y[i]);
        }
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
}
