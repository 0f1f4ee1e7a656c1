using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Up42.Interactive.TestKit;

/// <summary>
/// An object that a <see cref="GoogleStorageServer"/> has got, or the beginning of one. Bytes are kept up to 64 MB; of more, only the
/// checksums.
/// </summary>
public sealed class StoredUpload : IDisposable
{
    private const int MaxKept = 64_000_000;
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private readonly MemoryStream _kept = new();
    private uint _crc = uint.MaxValue;

    internal StoredUpload(string bucket, string name, string? contentType) => (Bucket, Name, ContentType) = (bucket, name, contentType);

    /// <summary>The bucket.</summary>
    public string Bucket { get; }

    /// <summary>The object's name.</summary>
    public string Name { get; }

    /// <summary>The type that the object was announced with.</summary>
    public string? ContentType { get; }

    /// <summary>Bytes that were kept.</summary>
    public long Length { get; private set; }

    /// <summary>All bytes of a small object.</summary>
    public byte[] Bytes => Length == _kept.Length ? _kept.ToArray() : throw new InvalidOperationException("It is too long to be kept.");

    /// <summary>Base64 of the MD5.</summary>
    public string Md5 => Convert.ToBase64String(_md5.GetCurrentHash());

    /// <summary>Base64 of the big-endian CRC-32C.</summary>
    public string Crc32C
    {
        get
        {
            var bytes = new byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, ~_crc);
            return Convert.ToBase64String(bytes);
        }
    }

    internal bool IsComplete { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _md5.Dispose();
        _kept.Dispose();
    }

    internal void Append(ReadOnlySpan<byte> block)
    {
        _md5.AppendData(block);
        var rest = block;
        for (; rest.Length >= 8; rest = rest[8..])
        {
            _crc = BitOperations.Crc32C(_crc, BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }

        foreach (var value in rest)
        {
            _crc = BitOperations.Crc32C(_crc, value);
        }

        Length += block.Length;
        if (Length <= MaxKept)
        {
            _kept.Write(block);
        }
    }
}
