using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>A raster on a server, for as long as somebody holds it: it can be opened by a path of this process.</summary>
internal sealed class RemoteRaster : IDisposable
{
    private readonly GdalVirtualFile _file;
    private readonly Action _close;

    /// <param name="name">Its name, without a folder.</param>
    /// <param name="length">Its size in bytes.</param>
    /// <param name="read">Reads bytes from a place on.</param>
    /// <param name="plan">Hears which ranges, each an offset and a length, are read next.</param>
    /// <param name="origin">Where it comes from and how much of it has come, in words.</param>
    /// <param name="close">Ends reads that wait for the server.</param>
    public RemoteRaster(
        string name, long length, ReadRange read, Action<IReadOnlyList<(long Offset, long Length)>> plan, Func<string> origin, Action close)
    {
        _close = close;
        _file = new GdalVirtualFile(name, length, Read, plan, origin);

        void Read(long offset, Span<byte> bytes)
        {
            RemoteReads.Count(name, bytes.Length);
            read(offset, bytes, RemoteReads.Cancellation);
        }
    }

    /// <summary>Reads as many bytes as there is room for.</summary>
    public delegate void ReadRange(long offset, Span<byte> bytes, CancellationToken cancellationToken);

    /// <summary>The path under which it is opened, of this process alone.</summary>
    public string Path => _file.Path;

    /// <summary>Takes it away, and ends reads that wait for the server.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _close();
    }
}
