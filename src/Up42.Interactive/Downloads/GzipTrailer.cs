namespace Up42.Interactive;

/// <summary>
/// A gzip file with zeros after its end. <see cref="System.IO.Compression.GZipStream"/> takes a file that lacks its checksum for a whole one; with zeros in its place it
/// finds it wrong. After a whole file they are ignored.
/// </summary>
internal sealed class GzipTrailer(Stream file) : ReadOnlyStream
{
    private int _zeros = 16;

    public override int Read(Span<byte> buffer)
    {
        var read = file.Read(buffer);
        if (read > 0 || buffer.IsEmpty)
        {
            return read;
        }

        var zeros = Math.Min(_zeros, buffer.Length);
        buffer[..zeros].Clear();
        _zeros -= zeros;
        return zeros;
    }
}
