using System.IO.Compression;

namespace Up42.Interactive;

/// <summary>
/// Packs the values of a band, pixel by pixel: 0 for no data, else 1 and the number of steps from the smallest value; each as its difference
/// from what its neighbours to the left and above let expect (the predictor of lossless JPEG, LOCO-I), the sign in the lowest bit; the low
/// bytes of all pixels, then the next ones; deflated.
/// </summary>
/// <remarks>Where that takes too many bytes steps are doubled, each time for about a bit less a pixel.</remarks>
internal static class ValuePlane
{
    private const int MaxSteps = (1 << 24) - 2;
    private const int SampleRows = 32;
    private const double Rounding = 1e-6;

    // What neighbours do not tell is noise, in which nothing is found twice: looking for runs alone is faster and takes fewer bytes.
    private static readonly ZLibCompressionOptions Compression = new()
    {
        CompressionLevel = 6,
        CompressionStrategy = ZLibCompressionStrategy.RunLengthEncoding,
    };

    /// <summary>The values of a band in at most so many bytes.</summary>
    public static BandValuesData Pack(RasterImage image, int band, int maxBytes)
    {
        var values = image.Values(band);
        var mask = image.MaskOf(band);
        var (min, max) = Range(values, mask);
        var quantum = image.Bands[band].Quantum is { } whole && IsWhole(values, mask, min, whole) ? whole : (double?)null;
        var step = FirstStep(min, max, quantum);
        var every = Math.Max(1, image.Height / SampleRows);
        while (every > 2 && step <= 2 * (max - min) && Sampled(image, band, min, max, step, every) is var bytes && bytes > maxBytes)
        {
            step *= Math.Pow(2, Math.Max(1, 8 * (bytes - maxBytes) / values.Length));
        }

        for (; ; step *= 2)
        {
            var packed = Pack(image, band, min, max, step, [0], image.Height);
            if (packed.Length <= maxBytes || step > 2 * (max - min))
            {
                return new BandValuesData(min, step, step == quantum || max == min, Bytes(min, max, step), Convert.ToBase64String(packed));
            }
        }
    }

    private static (double Min, double Max) Range(ReadOnlySpan<double> values, ReadOnlySpan<byte> mask)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < values.Length; i++)
        {
            if (mask[i] != 0 && double.IsFinite(values[i]))
            {
                (min, max) = (values[i] < min ? values[i] : min, values[i] > max ? values[i] : max);
            }
        }

        return min <= max ? (min, max) : (0, 0);
    }

    /// <summary>Whether all values are whole numbers of steps away from the smallest.</summary>
    private static bool IsWhole(ReadOnlySpan<double> values, ReadOnlySpan<byte> mask, double min, double step)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var steps = (values[i] - min) / step;
            if (mask[i] != 0 && double.IsFinite(steps) && Math.Abs(steps - Math.Round(steps)) > Rounding)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The step between whole numbers, as they are scaled; of others one that counts their range.</summary>
    private static double FirstStep(double min, double max, double? quantum)
    {
        var finest = (max / MaxSteps) - (min / MaxSteps);
        return quantum is { } whole ? whole * Math.Pow(2, Math.Max(0, Math.Ceiling(Math.Log2(finest / whole)))) : finest > 0 ? finest : 1;
    }

    /// <summary>How many bytes an image takes, as pairs of rows spread over it tell, of which half have a neighbour above.</summary>
    private static long Sampled(RasterImage image, int band, double min, double max, double step, int every)
    {
        var first = Enumerable.Range(0, (image.Height - 2 + every) / every).Select(pair => pair * every).ToList();
        return (long)Pack(image, band, min, max, step, first, 2).Length * image.Height / (2 * first.Count);
    }

    private static int Bytes(double min, double max, double step) => ((max - min) / step) switch { < 254 => 1, < 65_534 => 2, _ => 3 };

    private static byte[] Pack(RasterImage image, int band, double min, double max, double step, IEnumerable<int> firstRows, int rows)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, Compression, leaveOpen: true))
        {
            foreach (var row in firstRows)
            {
                deflate.Write(Residuals(image, band, min, step, Bytes(min, max, step), row, rows));
            }
        }

        return packed.ToArray();
    }

    private static byte[] Residuals(RasterImage image, int band, double min, double step, int bytes, int firstRow, int rows)
    {
        var (width, bits, count) = (image.Width, 8 * bytes, image.Width * rows);
        var residuals = new byte[count * bytes];
        var (codes, above) = (new int[width], new int[width]);
        for (var row = 0; row < rows; row++)
        {
            (codes, above) = (above, codes);
            for (var column = 0; column < width; column++)
            {
                var value = image.ValueAt(band, ((firstRow + row) * width) + column);
                codes[column] = double.IsNaN(value) ? 0 : 1 + (int)Math.Round((value - min) / step);
                var left = column > 0 ? codes[column - 1] : 0;
                var up = row > 0 ? above[column] : left;
                var corner = column > 0 && row > 0 ? above[column - 1] : up;
                var expected = corner >= Math.Max(left, up) ? Math.Min(left, up)
                    : corner <= Math.Min(left, up) ? Math.Max(left, up)
                    : left + up - corner;

                // As a signed number of so many bits, so that differences never take more than values do.
                var difference = (codes[column] - expected) << (32 - bits) >> (32 - bits);
                var signed = (difference << 1) ^ (difference >> 31);
                for (var plane = 0; plane < bytes; plane++)
                {
                    residuals[(plane * count) + (row * width) + column] = (byte)(signed >> (8 * plane));
                }
            }
        }

        return residuals;
    }
}
