namespace Up42.Interactive;

/// <summary>Bytes that were read already to see what they are, and the rest of their stream. It owns the stream.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> start, Stream rest) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _start = start;

    public override int Read(Span<byte> buffer) => _start.IsEmpty ? rest.Read(buffer) : TakeStart(buffer);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _start.IsEmpty ? await rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) : TakeStart(buffer.Span);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        rest.Dispose();
        base.Dispose(disposing);
    }

    private int TakeStart(Span<byte> buffer)
    {
        var length = int.Min(buffer.Length, _start.Length);
        _start.Span[..length].CopyTo(buffer);
        _start = _start[length..];
        return length;
    }
}
