using System.Security.Cryptography;

namespace Up42.Interactive;

/// <summary>What is sent to a bucket: it counts and sums up the bytes as they are read, and remembers when they could not be.</summary>
internal sealed class HashingStream(Stream content) : ReadOnlyStream
{
    private readonly Crc32C _crc32C = new();
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);

    /// <summary>Bytes read.</summary>
    public long Count { get; private set; }

    /// <summary>Base64 of their CRC-32C.</summary>
    public string Crc32C => _crc32C.Base64;

    /// <summary>Base64 of their MD5.</summary>
    public string Md5 => Convert.ToBase64String(_md5.GetCurrentHash());

    /// <summary>Why no more could be read; null where it could. What was read before is whole.</summary>
    public Exception? Fault { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Take(buffer, content.Read(buffer));
        }
        catch (Exception fault)
        {
            Fault = fault;
            throw;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            return Take(buffer.Span, read);
        }
        catch (Exception fault)
        {
            Fault = fault;
            throw;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        _md5.Dispose();
        base.Dispose(disposing);
    }

    private int Take(ReadOnlySpan<byte> buffer, int read)
    {
        _crc32C.Append(buffer[..read]);
        _md5.AppendData(buffer[..read]);
        Count += read;
        return read;
    }
}
