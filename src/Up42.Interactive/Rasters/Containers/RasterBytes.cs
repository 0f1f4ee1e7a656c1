using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>The bytes of a raster: of a file on the disk, or of one that is read by range from a server.</summary>
internal static class RasterBytes
{
    /// <summary>Reads as many bytes as there is room for.</summary>
    public delegate void ReadRange(long offset, Span<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Makes a raster on a server known.</summary>
    /// <param name="name">Its name, without a folder.</param>
    /// <param name="length">Its size in bytes.</param>
    /// <param name="read">Reads bytes from a place on.</param>
    /// <param name="plan">Hears which ranges, each an offset and a length, are read next.</param>
    /// <param name="origin">Where it comes from and how much of it has come, in words.</param>
    /// <returns>The path under which it is opened, of this process alone.</returns>
    public static string Add(string name, long length, ReadRange read, Action<IReadOnlyList<(long Offset, long Length)>> plan, Func<string> origin)
    {
        return new GdalVirtualFile(name, length, Read, plan, origin).Path;

        void Read(long offset, Span<byte> bytes)
        {
            RemoteReads.Count(name, bytes.Length);
            read(offset, bytes, RemoteReads.Cancellation);
        }
    }

    /// <summary>Whether a path is that of a raster on a server.</summary>
    public static bool IsRemote(string path) => GdalVirtualFile.Find(path) is not null;

    /// <summary>Where a raster on a server comes from and how much of it has come, in words; null of one on the disk.</summary>
    public static string? Origin(string path) => GdalVirtualFile.Find(path)?.Origin();

    /// <summary>The size in bytes.</summary>
    public static long Length(string path) => GdalVirtualFile.Find(path)?.Length ?? new FileInfo(path).Length;

    /// <summary>A stream that can seek; dispose it after use.</summary>
    public static Stream Open(string path) => GdalVirtualFile.Find(path) is { } file ? new VirtualFileStream(file) : File.OpenRead(path);
}
