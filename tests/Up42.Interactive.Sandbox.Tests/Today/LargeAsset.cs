using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Up42.Interactive.Sandbox;

/// <summary>A GeoTIFF of 650 MB without compression and without overviews, each pixel told by its place.</summary>
internal static class LargeAsset
{
    public const int Width = 26_000;
    public const int Height = 25_000;
    public const long Pixels = (long)Width * Height;
    private const int RowsOfStrip = 100;
    private const int Strips = Height / RowsOfStrip;
    private const int HeaderLength = 4096;

    /// <summary>The value of a pixel.</summary>
    public static byte Value(int column, int row) => (byte)((column * 31) ^ (row * 17) ^ (column >> 7) ^ (row >> 5));

    /// <summary>Writes it.</summary>
    public static async Task WriteAsync(string path)
    {
        await using var file = File.Create(path);
        await file.WriteAsync(Header());
        var strip = new byte[Width * RowsOfStrip];
        for (var first = 0; first < Height; first += RowsOfStrip)
        {
            Parallel.For(0, RowsOfStrip, row =>
            {
                for (var column = 0; column < Width; column++)
                {
                    strip[(row * Width) + column] = Value(column, first + row);
                }
            });
            await file.WriteAsync(strip);
        }
    }

    // Classic TIFF, little-endian: one directory, then offsets and lengths of strips, then the pixels.
    private static byte[] Header()
    {
        var header = new byte[HeaderLength];
        var entries = new (ushort Tag, ushort Type, uint Count, uint Value)[]
        {
            (256, 4, 1, Width), (257, 4, 1, Height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, Strips, 512), (277, 3, 1, 1),
            (278, 4, 1, RowsOfStrip), (279, 4, Strips, 512 + (4 * Strips)),
        };
        "II*\0"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)entries.Length);
        foreach (var (index, (tag, type, count, value)) in entries.Index())
        {
            var at = header.AsSpan(10 + (12 * index));
            BinaryPrimitives.WriteUInt16LittleEndian(at, tag);
            BinaryPrimitives.WriteUInt16LittleEndian(at[2..], type);
            BinaryPrimitives.WriteUInt32LittleEndian(at[4..], count);
            BinaryPrimitives.WriteUInt32LittleEndian(at[8..], value);
        }

        var tables = MemoryMarshal.Cast<byte, uint>(header.AsSpan(512));
        for (var strip = 0; strip < Strips; strip++)
        {
            tables[strip] = (uint)(HeaderLength + (strip * (long)Width * RowsOfStrip));
            tables[Strips + strip] = Width * RowsOfStrip;
        }

        return header;
    }
}
