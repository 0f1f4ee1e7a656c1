using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Up42.Interactive;

/// <summary>Compares bytes with the checksums that storage tells of them.</summary>
internal static class Checksums
{
    private const int BufferSize = 256 << 10;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="stored">Asks what storage says, once the end is reached or the first byte is there.</param>
    /// <returns>The name of the first checksum that is another one; null where all that were told hold.</returns>
    public static string? FindMismatch(Stream bytes, Func<StoredFile> stored)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
        var crc = uint.MaxValue;
        for (int read; (read = bytes.Read(buffer, 0, buffer.Length)) > 0;)
        {
            crc = Crc32C(crc, buffer.AsSpan(0, read));
            if (stored().Md5 is not null)
            {
                md5.AppendData(buffer, 0, read);
            }
        }

        var told = stored();
        return told.Crc32C is { } expected && expected != Base64(~crc) ? "CRC32C"
            : told.Md5 is { } sum && sum != Convert.ToBase64String(md5.GetHashAndReset()) ? "MD5"
            : null;
    }

    private static uint Crc32C(uint crc, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        }

        foreach (var value in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return crc;
    }

    private static string Base64(uint crc)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, crc);
        return Convert.ToBase64String(bytes);
    }
}
