using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Taking single values.</summary>
public sealed partial class RasterImage
{
    /// <summary>The values at the middles of cells that lie evenly over a box in EPSG:3857, by nearest neighbour: rows from the north, per band; NaN where there is no data.</summary>
    /// <param name="bounds">The box, which may go on beyond the antimeridian.</param>
    /// <param name="cells">Columns and rows of cells.</param>
    /// <param name="corners">Corners in EPSG:3857 that the image is pinned to; null: its own place.</param>
    internal IReadOnlyList<double[]> SampleWebMercator(Envelope bounds, RasterSize cells, Quadrilateral? corners)
    {
        var x = new double[cells.Width * cells.Height];
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = bounds.MinX + (((i % cells.Width) + 0.5) * bounds.Width / cells.Width);
            y[i] = bounds.MaxY - (((i / cells.Width) + 0.5) * bounds.Height / cells.Height);
        }

        ToPixels(x, y, corners);
        return [.. _values.Select(band => x.Zip(y, (column, row) => ValueAt(band, column, row)).ToArray())];
    }

    private double ValueAt(double[] band, double column, double row)
    {
        if (!(column >= 0 && column < Width && row >= 0 && row < Height))
        {
            return double.NaN;
        }

        var pixel = ((int)row * Width) + (int)column;
        return _mask[pixel] == 0 ? double.NaN : band[pixel];
    }

    /// <summary>Turns coordinates in EPSG:3857 into columns and rows.</summary>
    private void ToPixels(double[] x, double[] y, Quadrilateral? corners)
    {
        if (corners is not null)
        {
            for (var i = 0; i < x.Length; i++)
            {
                var (column, row) = corners.Locate(x[i], y[i]);
                (x[i], y[i]) = (column * Width, row * Height);
            }

            return;
        }

        for (var i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = WebMercator.ToWgs84(x[i], y[i]);
        }

        using (var from = GdalSpatialReference.FromWkt(RasterCrs.Wgs84.Wkt))
        using (var to = GdalSpatialReference.FromWkt(Crs!.Wkt))
        using (var transformation = new GdalTransformation(from, to))
        {
            transformation.Transform(x, y);
        }

        var west = Crs.IsGeographic ? Bounds!.MinX : double.NaN;
        for (var i = 0; i < x.Length; i++)
        {
            var turned = double.IsNaN(west) ? x[i] : x[i] - (360 * Math.Floor((x[i] - west) / 360));
            (x[i], y[i]) = Geotransform!.Value.PixelAt(turned, y[i]);
        }
    }
}
