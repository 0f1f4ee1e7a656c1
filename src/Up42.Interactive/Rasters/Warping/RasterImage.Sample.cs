using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Taking single values.</summary>
public sealed partial class RasterImage
{
    /// <summary>The values at the middles of cells that lie evenly over a box in EPSG:3857, by nearest neighbour: rows from the north, per band; NaN where there is no data.</summary>
    /// <param name="bounds">The box, which may go on beyond the antimeridian.</param>
    /// <param name="cells">Columns and rows of cells.</param>
    /// <param name="corners">Corners in EPSG:3857 that the image is pinned to; null: its own place.</param>
    internal IReadOnlyList<double[]> SampleWebMercator(Envelope bounds, RasterSize cells, CornerPinTransform? corners)
    {
        var x = new double[cells.Width * cells.Height];
        var y = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = bounds.MinX + (((i % cells.Width) + 0.5) * bounds.Width / cells.Width);
            y[i] = bounds.MaxY - (((i / cells.Width) + 0.5) * bounds.Height / cells.Height);
        }

        if (corners is null)
        {
            PixelLocator.Locate(x, y, Crs!, Geotransform!.Value, Bounds!);
        }
        else
        {
            PixelLocator.Locate(x, y, corners, new RasterSize(Width, Height));
        }

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
}
