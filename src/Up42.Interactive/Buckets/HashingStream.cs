namespace Up42.Interactive;

/// <summary>What is sent to a bucket: it counts and hashes the bytes as they are read, and remembers an error of reading them.</summary>
internal sealed class HashingStream(Stream content) : ReadOnlyStream
{
    private readonly ContentHash _hash = new();

    /// <summary>Bytes read.</summary>
    public long Count { get; private set; }

    /// <summary>Base64 of their CRC-32C.</summary>
    public string Crc32C => _hash.Crc32C;

    /// <summary>Base64 of their MD5.</summary>
    public string Md5 => _hash.Md5;

    /// <summary>The error that ended the reading; null where there was none. What was read before is whole.</summary>
    public Exception? Error { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Take(buffer, content.Read(buffer));
        }
        catch (Exception error)
        {
            Error = error;
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
        catch (Exception error)
        {
            Error = error;
            throw;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private int Take(ReadOnlySpan<byte> buffer, int read)
    {
        _hash.Append(buffer[..read]);
        Count += read;
        return read;
    }
}
