using System.Buffers;
using ICSharpCode.SharpZipLib.Checksum;

namespace Up42.Interactive;

/// <summary>Passes bytes on and sums them up.</summary>
internal sealed class ChecksummedStream(Stream inner, IChecksum checksum) : ReadOnlyStream
{
    public long Checksum => checksum.Value;

    public override int Read(Span<byte> buffer)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(buffer.Length);
        try
        {
            var read = inner.Read(bytes, 0, buffer.Length);
            checksum.Update(new ArraySegment<byte>(bytes, 0, read));
            bytes.AsSpan(0, read).CopyTo(buffer);
            return read;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
