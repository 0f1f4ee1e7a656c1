namespace Up42.Interactive.GoogleCloud.Tests;

/// <summary>Bytes that come in pieces of odd lengths, forward only, as from a network.</summary>
internal sealed class TrickleStream(byte[] bytes, (int At, Action Happens)? incident = null) : ReadOnlyStream
{
    private int _at;
    private bool _happened;

    public override int Read(Span<byte> buffer)
    {
        if (!_happened && _at >= incident?.At)
        {
            _happened = true;
            incident.Value.Happens();
        }

        var length = int.Min(int.Min(buffer.Length, 77_777), bytes.Length - _at);
        bytes.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }
}
