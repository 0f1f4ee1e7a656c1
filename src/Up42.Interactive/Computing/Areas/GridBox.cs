using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>The longitudes and latitudes that a grid lies in.</summary>
internal static class GridBox
{
    private const double Margin = 0.05;

    /// <summary>
    /// The longitudes and latitudes of a grid. Where x goes round the Earth, longitudes begin at the grid's western end and go on as x does.
    /// </summary>
    public static Envelope? Measure(PixelGrid grid)
    {
        var crs = grid.Crs!;
        var box = RasterBounds.BoundsWgs84(grid.Place!, grid.Size.Width, grid.Size.Height, crs);
        if (box is null || crs.Turn == 0)
        {
            return box;
        }

        var bounds = grid.Place!.Bounds(grid.Size.Width, grid.Size.Height);
        double[] x = [bounds.MinX], y = [Math.Clamp(0, bounds.MinY, bounds.MaxY)];
        using (var path = new CrsPath(crs, RasterCrs.Wgs84))
        {
            path.Transform(x, y);
        }

        return double.IsNaN(x[0]) ? box : new Envelope(x[0], x[0] + (bounds.Width * Longitudes.Turn / crs.Turn), box.MinY, box.MaxY);
    }

    /// <summary>A little more than the box, since the edges of a grid bend in degrees.</summary>
    public static Envelope Widen(Envelope box)
    {
        var (x, y) = ((box.Width * Margin) + 1e-6, (box.Height * Margin) + 1e-6);
        return new Envelope(box.MinX - x, box.MaxX + x, Math.Max(-90, box.MinY - y), Math.Min(90, box.MaxY + y));
    }
}
