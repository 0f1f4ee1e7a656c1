namespace Up42.Interactive;

/// <summary>What is uploaded: bytes that were read already to see what it is, and the rest. It tells how far it is.</summary>
internal sealed class ProgressContent(ReadOnlyMemory<byte> start, Stream rest, ProgressMeter meter) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _start = start;
    private long _position;

    public override int Read(Span<byte> buffer) => Report(_start.IsEmpty ? rest.Read(buffer) : TakeStart(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Report(_start.IsEmpty ? await rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) : TakeStart(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private int TakeStart(Span<byte> buffer)
    {
        var length = int.Min(buffer.Length, _start.Length);
        _start.Span[..length].CopyTo(buffer);
        _start = _start[length..];
        return length;
    }

    private int Report(int read)
    {
        meter.Report(_position += read);
        return read;
    }
}
