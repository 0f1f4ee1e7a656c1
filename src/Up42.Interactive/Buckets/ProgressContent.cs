namespace Up42.Interactive;

/// <summary>What is uploaded; it tells how far it is.</summary>
internal sealed class ProgressContent(Stream content, ProgressMeter meter) : ReadOnlyStream
{
    private long _position;

    public override int Read(Span<byte> buffer) => Report(content.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Report(await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private int Report(int read)
    {
        meter.Report(_position += read);
        return read;
    }
}
