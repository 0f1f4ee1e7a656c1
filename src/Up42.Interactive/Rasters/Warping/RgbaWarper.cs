using System.Runtime.CompilerServices;

namespace Up42.Interactive;

/// <summary>
/// Makes the pixels of a warped picture: of classes the nearest, else the mixture of those around by bilinear weights, which reach further
/// where the picture gets smaller. Opacity weighs in, and a pixel whose nearest is transparent stays so: gdalwarp's rules.
/// </summary>
/// <param name="source">The picture.</param>
/// <param name="size">The size of the warped one.</param>
/// <param name="locate">For a row of it, fills in the columns and rows of the picture that its pixels come from.</param>
internal sealed class RgbaWarper(RgbaImage source, RasterSize size, Action<int, double[], double[]> locate)
{
    /// <summary>Below this share gdalwarp too takes more than the four pixels around.</summary>
    private const double Smaller = 0.95;

    private readonly double _reachX = Reach(size.Width, source.Width);
    private readonly double _reachY = Reach(size.Height, source.Height);

    /// <summary>The pixels: red, green, blue, opacity.</summary>
    internal byte[] Warp(CancellationToken cancellationToken)
    {
        var (width, height) = (size.Width, size.Height);
        var pixels = new byte[4 * width * height];
        Parallel.For(
            0,
            height,
            new ParallelOptions { CancellationToken = cancellationToken },
            () => (Columns: new double[width], Rows: new double[width]),
            (row, _, places) =>
            {
                locate(row, places.Columns, places.Rows);
                WarpRow(places.Columns, places.Rows, pixels.AsSpan(4 * row * width, 4 * width));
                return places;
            },
            _ => { });
        return pixels;
    }

    private static double Reach(int warped, int length) => warped < Smaller * length ? (double)length / warped : 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WarpRow(double[] columns, double[] rows, Span<byte> pixels)
    {
        var all = source.Pixels;
        var (width, height) = (source.Width, source.Height);
        for (var i = 0; i < columns.Length; i++)
        {
            var (x, y) = (columns[i], rows[i]);
            if (!(x >= 0 && x < width && y >= 0 && y < height) || all[(4 * (((int)y * width) + (int)x)) + 3] == 0)
            {
                continue;
            }

            if (source.IsCategorical)
            {
                all.Slice(4 * (((int)y * width) + (int)x), 4).CopyTo(pixels[(4 * i)..]);
                continue;
            }

            var (left, right) = (Math.Max(0, (int)Math.Ceiling(x - 0.5 - _reachX)), Math.Min(width - 1, (int)Math.Floor(x - 0.5 + _reachX)));
            var (top, bottom) = (Math.Max(0, (int)Math.Ceiling(y - 0.5 - _reachY)), Math.Min(height - 1, (int)Math.Floor(y - 0.5 + _reachY)));
            var (red, green, blue, opacity, weights) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for (var row = top; row <= bottom; row++)
            {
                var weightY = 1 - (Math.Abs(y - 0.5 - row) / _reachY);
                for (var column = left; column <= right; column++)
                {
                    var pixel = all.Slice(4 * ((row * width) + column), 4);
                    if (pixel[3] != 0)
                    {
                        var weight = weightY * (1 - (Math.Abs(x - 0.5 - column) / _reachX));
                        weights += weight;
                        weight *= pixel[3];
                        opacity += weight;
                        red += weight * pixel[0];
                        green += weight * pixel[1];
                        blue += weight * pixel[2];
                    }
                }
            }

            var mixed = pixels.Slice(4 * i, 4);
            mixed[0] = (byte)((red / opacity) + 0.5);
            mixed[1] = (byte)((green / opacity) + 0.5);
            mixed[2] = (byte)((blue / opacity) + 0.5);
            mixed[3] = (byte)((opacity / weights) + 0.5);
        }
    }
}
