using System.Security.Cryptography;

namespace Up42.Interactive;

/// <summary>Compares bytes with the checksums that storage tells of them.</summary>
internal static class Checksums
{
    private const int BufferSize = 256 << 10;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="stored">Says what storage tells; asked when the first bytes are there.</param>
    /// <returns>The name of the first checksum that is another one; null where all that were told hold.</returns>
    public static string? FindMismatch(Stream bytes, Func<RemoteFileInfo?> stored)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var crc = new Crc32C();
        var buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
        for (int read; (read = bytes.Read(buffer, 0, buffer.Length)) > 0;)
        {
            crc.Append(buffer.AsSpan(0, read));
            if (stored() is { Md5: not null })
            {
                md5.AppendData(buffer, 0, read);
            }
        }

        var told = stored();
        return told?.Crc32C is { } crc32c && crc32c != crc.Base64 ? "CRC-32C"
            : told?.Md5 is { } sum && sum != Convert.ToBase64String(md5.GetHashAndReset()) ? "MD5"
            : null;
    }
}
