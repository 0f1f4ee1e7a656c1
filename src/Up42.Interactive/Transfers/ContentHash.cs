using System.Security.Cryptography;

namespace Up42.Interactive;

/// <summary>The checksums that storage services tell of a file, of bytes that come one block after the other.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly Crc32C _crc32C = new();
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);

    /// <summary>Base64 of the big-endian CRC-32C.</summary>
    public string Crc32C => _crc32C.Base64;

    /// <summary>Base64 of the MD5.</summary>
    public string Md5 => Convert.ToBase64String(_md5.GetCurrentHash());

    /// <summary>Adds bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="withMd5">Whether anybody asks for the MD5, the slower of the two.</param>
    public void Append(ReadOnlySpan<byte> bytes, bool withMd5 = true)
    {
        _crc32C.Append(bytes);
        if (withMd5)
        {
            _md5.AppendData(bytes);
        }
    }

    /// <summary>The name of the first checksum that differs from what storage tells; null where all that it tells hold.</summary>
    public string? FindMismatch(RemoteFileInfo? stored) =>
        stored?.Crc32C is { } crc && crc != Crc32C ? "CRC-32C"
        : stored?.Md5 is { } md5 && md5 != Md5 ? "MD5"
        : null;

    /// <summary>Reads a stream to its end and compares it with what storage tells.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="stored">Says what storage tells; called when the first bytes are there.</param>
    public static string? FindMismatch(Stream bytes, Func<RemoteFileInfo?> stored)
    {
        using var hash = new ContentHash();
        var buffer = GC.AllocateUninitializedArray<byte>(256 << 10);
        for (int read; (read = bytes.Read(buffer, 0, buffer.Length)) > 0;)
        {
            hash.Append(buffer.AsSpan(0, read), withMd5: stored() is { Md5: not null });
        }

        return hash.FindMismatch(stored());
    }

    public void Dispose() => _md5.Dispose();
}
