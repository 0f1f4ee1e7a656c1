using System.Buffers.Binary;
using System.IO.Compression;
using ICSharpCode.SharpZipLib.GZip;

namespace Up42.Interactive;

/// <summary>
/// What a gzip file holds. <see cref="GZipStream"/> verifies checksums, but takes a file that is cut off, also in its checksum, for a
/// whole one; <see cref="Verify"/> does not.
/// </summary>
internal sealed class GzipInput : ReadOnlyStream
{
    private readonly TailStream _file;
    private readonly GZipStream _content;
    private readonly Func<Stream> _reopen;
    private long _length;

    /// <param name="file">The file, read forward only.</param>
    /// <param name="reopen">Opens it once more, for the rare file that has to be read twice.</param>
    public GzipInput(Stream file, Func<Stream> reopen)
    {
        _file = new TailStream(file);
        _content = new GZipStream(new BufferedStream(_file, 128 * 1024), CompressionMode.Decompress);
        _reopen = reopen;
    }

    public override int Read(Span<byte> buffer)
    {
        var read = _content.Read(buffer);
        _length += read;
        return read;
    }

    /// <summary>Refuses a file that is cut off. Call it when everything was read.</summary>
    /// <exception cref="EndOfStreamException">The file is cut off.</exception>
    public void Verify()
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(_file.Tail) != (uint)_length && !IsWholeInParts())
        {
            throw new EndOfStreamException();
        }
    }

    protected override void Dispose(bool disposing)
    {
        _content.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>
    /// A file may be several gzip files one after the other; then its end tells the length of the last only. SharpZipLib is slower, but checks each end.
    /// </summary>
    private bool IsWholeInParts()
    {
        using var parts = new GZipInputStream(_reopen());
        var (buffer, length) = (new byte[64 * 1024], 0L);
        for (int read; (read = parts.Read(buffer, 0, buffer.Length)) > 0;)
        {
            length += read;
        }

        return length == _length;
    }
}
