using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>The bytes of a raster: of a file on the disk, or of one that is read by range from a server.</summary>
internal static class RasterBytes
{
    /// <summary>What keeps a raster on a server readable under its path; null of one on the disk.</summary>
    public static object? Hold(string path) => GdalVirtualFile.Find(path);

    /// <summary>Whether a path is that of a raster on a server.</summary>
    public static bool IsRemote(string path) => GdalVirtualFile.Find(path) is not null;

    /// <summary>Throws where the path is that of a raster on a server which is not held any more.</summary>
    /// <exception cref="Up42Exception">The results that it belongs to were disposed.</exception>
    public static void ThrowIfGone(string path)
    {
        if (GdalVirtualFile.IsGone(path))
        {
            throw new Up42Exception(
                SingleLine.Format($"{Path.GetFileName(path)} cannot be read from storage any more: its results were disposed. Open the item again."));
        }
    }

    /// <summary>Where a raster on a server comes from and how much of it has come, in words; null of one on the disk.</summary>
    public static string? Origin(string path) => GdalVirtualFile.Find(path)?.Origin();

    /// <summary>The size in bytes.</summary>
    public static long Length(string path) => GdalVirtualFile.Find(path)?.Length ?? new FileInfo(path).Length;

    /// <summary>A stream that can seek; dispose it after use.</summary>
    public static Stream Open(string path)
    {
        if (GdalVirtualFile.Find(path) is { } file)
        {
            return new VirtualFileStream(file);
        }

        ThrowIfGone(path);
        return File.OpenRead(path);
    }
}
