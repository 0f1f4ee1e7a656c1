using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Up42.Interactive;

/// <summary>
/// Compresses tiles as GeoTIFF readers expect: differences of neighbours (predictor 2 of TIFF 6.0; predictor 3 of Adobe's TIFF Technical Note 3 for
/// floating point, the most significant bytes of a row first), then Deflate.
/// </summary>
internal static class TileCompression
{
    // The lower bytes of measurements are noise, in which nothing is found twice: looking for runs alone is faster. Classes repeat.
    private static readonly ZLibCompressionOptions Noise = new()
    {
        CompressionLevel = 6,
        CompressionStrategy = ZLibCompressionStrategy.RunLengthEncoding,
    };

    private static readonly ZLibCompressionOptions Classes = new() { CompressionLevel = 6 };

    /// <summary>A tile of floating-point values.</summary>
    /// <param name="values">The values, row by row.</param>
    /// <param name="width">Columns.</param>
    /// <param name="packed">Takes the compressed bytes.</param>
    public static void CompressValues(ReadOnlySpan<float> values, int width, Stream packed)
    {
        using var deflate = new ZLibStream(packed, Noise, leaveOpen: true);
        Span<byte> row = new byte[width * sizeof(float)];
        for (var start = 0; start < values.Length; start += width)
        {
            var stored = MemoryMarshal.AsBytes(values.Slice(start, width));
            for (var pixel = 0; pixel < width; pixel++)
            {
                row[pixel] = stored[(4 * pixel) + 3];
                row[width + pixel] = stored[(4 * pixel) + 2];
                row[(2 * width) + pixel] = stored[(4 * pixel) + 1];
                row[(3 * width) + pixel] = stored[4 * pixel];
            }

            Subtract(row);
            deflate.Write(row);
        }
    }

    /// <summary>A tile of classes, whole numbers of 0 to 255.</summary>
    /// <inheritdoc cref="CompressValues"/>
    public static void CompressClasses(ReadOnlySpan<float> values, int width, Stream packed)
    {
        using var deflate = new ZLibStream(packed, Classes, leaveOpen: true);
        Span<byte> row = new byte[width];
        for (var start = 0; start < values.Length; start += width)
        {
            for (var pixel = 0; pixel < width; pixel++)
            {
                row[pixel] = (byte)values[start + pixel];
            }

            Subtract(row);
            deflate.Write(row);
        }
    }

    private static void Subtract(Span<byte> row)
    {
        var i = row.Length;
        while (i > Vector<byte>.Count)
        {
            i -= Vector<byte>.Count;
            (new Vector<byte>(row[i..]) - new Vector<byte>(row[(i - 1)..])).CopyTo(row[i..]);
        }

        while (--i > 0)
        {
            row[i] -= row[i - 1];
        }
    }
}
