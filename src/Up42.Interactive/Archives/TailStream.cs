namespace Up42.Interactive;

/// <summary>Passes bytes on and remembers the last four.</summary>
internal sealed class TailStream(Stream inner) : ReadOnlyStream
{
    private readonly byte[] _tail = new byte[sizeof(uint)];

    public ReadOnlySpan<byte> Tail => _tail;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        var kept = Math.Min(read, _tail.Length);
        _tail.AsSpan(kept).CopyTo(_tail);
        buffer[(read - kept)..read].CopyTo(_tail.AsSpan(_tail.Length - kept));
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
