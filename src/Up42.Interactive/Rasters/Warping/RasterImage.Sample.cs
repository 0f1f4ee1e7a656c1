using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Taking single values.</summary>
public sealed partial class RasterImage
{
    /// <summary>
    /// The values at the middles of cells that lie evenly over a box in EPSG:3857, by nearest neighbour: rows from the north, per band; NaN where
    /// the band has no data.
    /// </summary>
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
            PixelLocator.Locate(x, y, RasterCrs.WebMercator, Crs!, Place!, Bounds!);
        }
        else
        {
            PixelLocator.Locate(x, y, corners, new RasterSize(Width, Height));
        }

        return [.. Bands.Select((_, band) => x.Zip(y, (column, row) => Sample(band, column, row)).ToArray())];
    }

    private double Sample(int band, double column, double row) => column >= 0 && column < Width && row >= 0 && row < Height
        ? ValueAt(band, ((int)row * Width) + (int)column)
        : double.NaN;
}
