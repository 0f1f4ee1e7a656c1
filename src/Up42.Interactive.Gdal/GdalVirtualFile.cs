using System.Collections.Concurrent;

namespace Up42.Interactive.Gdal;

/// <summary>
/// A file that GDAL sees but does not open itself: its bytes come from a function of this process. Its path is of this process alone, and says
/// nothing of where they come from.
/// </summary>
internal sealed class GdalVirtualFile : IDisposable
{
    // Weak: a file that nobody holds any more is gone, also where nobody disposed it.
    private static readonly ConcurrentDictionary<string, WeakReference<GdalVirtualFile>> All = [];

    /// <param name="name">Its name, without a folder: GDAL's messages call it so.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="read">Reads bytes from a place on; what it throws is thrown again by the call of GDAL that needed them.</param>
    /// <param name="plan">Hears which ranges, each an offset and a length, are read next.</param>
    /// <param name="origin">Where the bytes come from, in words.</param>
    internal GdalVirtualFile(string name, long length, ReadBytes read, Action<IReadOnlyList<(long Offset, long Length)>> plan, Func<string> origin)
    {
        (Length, Read, Plan, Origin) = (length, read, plan, origin);
        Path = $"{GdalFileSystem.Prefix}{Guid.NewGuid():N}/{name}";
        All[Path] = new(this);
    }

    ~GdalVirtualFile() => All.TryRemove(Path, out _);

    /// <summary>Reads as many bytes as there is room for.</summary>
    internal delegate void ReadBytes(long offset, Span<byte> bytes);

    /// <summary>Its path for GDAL.</summary>
    internal string Path { get; }

    internal long Length { get; }

    internal ReadBytes Read { get; }

    internal Action<IReadOnlyList<(long Offset, long Length)>> Plan { get; }

    internal Func<string> Origin { get; }

    /// <summary>How many files there are.</summary>
    internal static int Count => All.Count;

    /// <summary>The file of a path; null where there is none.</summary>
    internal static GdalVirtualFile? Find(string path) => All.TryGetValue(path, out var there) && there.TryGetTarget(out var file) ? file : null;

    /// <summary>Whether a path is that of a file which was taken away.</summary>
    internal static bool IsGone(string path) => path.StartsWith(GdalFileSystem.Prefix, StringComparison.Ordinal) && Find(path) is null;

    /// <summary>Takes the file away; handles that are open stay so.</summary>
    public void Dispose()
    {
        All.TryRemove(Path, out _);
        GC.SuppressFinalize(this);
    }
}
