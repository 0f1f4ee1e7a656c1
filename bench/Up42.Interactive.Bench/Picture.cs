using System.Buffers.Binary;
using System.IO.Compression;

namespace Up42.Interactive.Bench;

/// <summary>A PNG of soft colours, as thumbnails of scenes have them.</summary>
internal static class Picture
{
    public static byte[] Create(int width, int height)
    {
        var rows = new byte[height * ((3 * width) + 1)];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                for (var band = 0; band < 3; band++)
                {
                    var wave = Math.Sin((x + (band * 31)) / 23.0) * Math.Cos((y - (band * 17)) / 19.0);
                    rows[(y * ((3 * width) + 1)) + 1 + (3 * x) + band] = (byte)(120 + (90 * wave) + (x * y * 7919 % 16));
                }
            }
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [137, 80, 78, 71, 13, 10, 26, 10, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        name.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        var sum = uint.MaxValue;
        foreach (var value in chunk.AsSpan(4, 4 + content.Length))
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), ~sum);
        return chunk;
    }
}
