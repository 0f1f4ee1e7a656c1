using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>The values of an image at the middles of cells that lie evenly over a box in EPSG:3857: rows from the north, per band; NaN for no data.</summary>
internal static class WebMercatorSample
{
    public static IReadOnlyList<double[]> Take(RasterImage image, Envelope bounds, RasterSize cells, CornerPinTransform? corners = null)
    {
        var x = new double[cells.Width * cells.Height];
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = bounds.MinX + (((i % cells.Width) + 0.5) * bounds.Width / cells.Width);
            y[i] = bounds.MaxY - (((i / cells.Width) + 0.5) * bounds.Height / cells.Height);
        }

        image.LocateWebMercator(x, y, corners);
        return [.. image.Bands.Select((_, band) => x.Zip(y, (column, row) => column >= 0 && column < image.Width && row >= 0 && row < image.Height
            ? image.ValueAt(band, ((int)row * image.Width) + (int)column)
            : double.NaN).ToArray())];
    }
}
