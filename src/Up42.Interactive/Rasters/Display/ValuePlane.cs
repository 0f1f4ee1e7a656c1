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

    // What neighbours do not tell is noise, in which nothing is found twice: runs alone take half the time of searching, for 1 % more bytes.
    private static readonly ZLibCompressionOptions Compression = new()
    {
        CompressionLevel = 6,
        CompressionStrategy = ZLibCompressionStrategy.RunLengthEncoding,
    };

    /// <summary>The values of a band in at most so many bytes.</summary>
    public static BandValuesData Pack(RasterImage image, int band, int maxBytes)
    {
        var values = new double[image.Width * image.Height];
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i] = image.ValueAt(band, i);
            (min, max) = (value < min ? value : min, value > max ? value : max);
        }

        if (min > max)
        {
            (min, max) = (0, 0);
        }

        var step = FirstStep(values, min, max, image.Bands[band].Quantum);
        var sample = Sample(values, image.Width);
        while (sample.Length < values.Length && step <= 2 * (max - min)
            && Pack(sample, image.Width, min, step, out _, out _).Length * (double)values.Length / sample.Length > maxBytes)
        {
            step *= 2;
        }

        for (; ; step *= 2)
        {
            var packed = Pack(values, image.Width, min, step, out var bytes, out var isExact);
            if (packed.Length <= maxBytes || step > 2 * (max - min))
            {
                return new BandValuesData(min, step, isExact, bytes, Convert.ToBase64String(packed));
            }
        }
    }

    /// <summary>The step between whole numbers, as they are scaled; of others one that counts their range.</summary>
    private static double FirstStep(double[] values, double min, double max, double? quantum)
    {
        var finest = (max / MaxSteps) - (min / MaxSteps);
        return quantum is { } whole && Array.TrueForAll(values, value => double.IsNaN(value) || IsWhole((value - min) / whole))
            ? whole * Math.Pow(2, Math.Max(0, Math.Ceiling(Math.Log2(finest / whole))))
            : finest > 0 ? finest : 1;
    }

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) <= Rounding;

    /// <summary>Pairs of rows spread over an image, so that half of them have a neighbour above; of a small image all rows.</summary>
    private static double[] Sample(double[] values, int width)
    {
        var rows = values.Length / width;
        return rows <= 4 * SampleRows
            ? values
            : [.. Enumerable.Range(0, SampleRows).SelectMany(i => values.AsSpan(rows / SampleRows * i * width, 2 * width).ToArray())];
    }

    private static byte[] Pack(double[] values, int width, double min, double step, out int bytes, out bool isExact)
    {
        var codes = new int[values.Length];
        var (largest, worst) = (0, 0d);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                var steps = Math.Round((values[i] - min) / step);
                codes[i] = 1 + (int)steps;
                largest = Math.Max(largest, codes[i]);
                worst = Math.Max(worst, Math.Abs(values[i] - min - (steps * step)));
            }
        }

        isExact = worst <= Rounding * step;
        bytes = largest < 1 << 8 ? 1 : largest < 1 << 16 ? 2 : 3;
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, Compression, leaveOpen: true))
        {
            deflate.Write(Residuals(codes, width, bytes));
        }

        return packed.ToArray();
    }

    private static byte[] Residuals(int[] codes, int width, int bytes)
    {
        var residuals = new byte[codes.Length * bytes];
        var (bits, count) = (8 * bytes, codes.Length);
        for (var i = 0; i < count; i++)
        {
            var (row, column) = Math.DivRem(i, width);
            var left = column > 0 ? codes[i - 1] : 0;
            var above = row > 0 ? codes[i - width] : left;
            var corner = column > 0 && row > 0 ? codes[i - width - 1] : above;
            var expected = corner >= Math.Max(left, above) ? Math.Min(left, above)
                : corner <= Math.Min(left, above) ? Math.Max(left, above)
                : left + above - corner;

            // As a signed number of so many bits, so that differences never take more than values do.
            var difference = (codes[i] - expected) << (32 - bits) >> (32 - bits);
            var signed = (difference << 1) ^ (difference >> 31);
            for (var plane = 0; plane < bytes; plane++)
            {
                residuals[(plane * count) + i] = (byte)(signed >> (8 * plane));
            }
        }

        return residuals;
    }
}
