using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Pinning to corners.</summary>
public sealed partial class RgbaImage
{
    /// <summary>The picture pinned to four corners in EPSG:3857, north up, whatever place it names itself; transparent outside them.</summary>
    /// <param name="corners">The corners, clockwise from the picture's upper left.</param>
    /// <param name="maxSize">Pixels on the longer side at most.</param>
    internal RgbaImage PinTo(Quadrilateral corners, int maxSize)
    {
        var bounds = new Envelope();
        foreach (var (x, y) in corners.Corners)
        {
            bounds.ExpandToInclude(x, y);
        }

        var target = WarpTarget.Fit(bounds, Width, Height, maxSize);
        var pixels = new byte[4 * target.Size.Width * target.Size.Height];
        Parallel.For(0, target.Size.Height, row =>
        {
            for (var column = 0; column < target.Size.Width; column++)
            {
                var (x, y) = target.Geotransform.At(column + 0.5, row + 0.5);
                var (sourceColumn, sourceRow) = corners.Locate(x, y);
                if (sourceColumn is >= 0 and < 1 && sourceRow is >= 0 and < 1)
                {
                    Sample(sourceColumn * Width, sourceRow * Height, pixels.AsSpan(4 * ((row * target.Size.Width) + column), 4));
                }
            }
        });
        return Derive(target.Size.Width, target.Size.Height, pixels, target.Geotransform, RasterCrs.FromEpsg(WebMercatorCode));
    }

    /// <summary>The mixture of the four pixels around a place, each weighed by its opacity; of classes, the one there.</summary>
    private void Sample(double x, double y, Span<byte> color)
    {
        if (IsCategorical)
        {
            _pixels.AsSpan(4 * (((int)y * Width) + (int)x), 4).CopyTo(color);
            return;
        }

        var (left, top) = (Math.Floor(x - 0.5), Math.Floor(y - 0.5));
        Span<double> sum = stackalloc double[4];
        sum.Clear();
        for (var corner = 0; corner < 4; corner++)
        {
            var (column, row) = (left + (corner & 1), top + (corner >> 1));
            var weight = (1 - Math.Abs(x - 0.5 - column)) * (1 - Math.Abs(y - 0.5 - row));
            var pixel = _pixels.AsSpan(4 * (((int)Math.Clamp(row, 0, Height - 1) * Width) + (int)Math.Clamp(column, 0, Width - 1)), 4);
            for (var channel = 0; channel < 3; channel++)
            {
                sum[channel] += weight * pixel[3] * pixel[channel];
            }

            sum[3] += weight * pixel[3];
        }

        for (var channel = 0; channel < 3; channel++)
        {
            color[channel] = sum[3] > 0 ? (byte)((sum[channel] / sum[3]) + 0.5) : (byte)0;
        }

        color[3] = (byte)(sum[3] + 0.5);
    }
}
