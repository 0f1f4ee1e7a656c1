using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Up42.Interactive.Sandbox;

/// <summary>An archive on disk with the checksums that a storage service tells of it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Crc32C">Base64 of the big-endian CRC-32C.</param>
/// <param name="Md5">Base64 of the MD5.</param>
internal sealed record StoredArchive(string Path, long Length, string Crc32C, string Md5)
{
    public static async Task<StoredArchive> MeasureAsync(string path)
    {
        var crc = uint.MaxValue;
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var file = File.OpenRead(path);
        await using var _ = file.ConfigureAwait(false);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await file.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            md5.AppendData(buffer, 0, read);
            foreach (var value in buffer.AsSpan(0, read))
            {
                crc = BitOperations.Crc32C(crc, value);
            }
        }

        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, ~crc);
        return new StoredArchive(path, file.Length, Convert.ToBase64String(bytes), Convert.ToBase64String(md5.GetHashAndReset()));
    }
}
