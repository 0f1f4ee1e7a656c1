namespace Up42.Interactive;

/// <summary>One file of a job's results.</summary>
/// <param name="Name">Its path below the results' folder, with forward slashes.</param>
/// <param name="Path">Its full path; of a raster in storage that is read by range, a path of this process alone.</param>
/// <param name="Length">Its size in bytes.</param>
public sealed record ResultFile(string Name, string Path, long Length)
{
    /// <summary>Name and size in one line.</summary>
    public override string ToString() => SingleLine.Format($"{Name} ({FileSize.Format(Length)})");

    /// <summary>What is read by range where the file lies on a server; null of one on the disk.</summary>
    internal RemoteRaster? Remote { get; init; }

    /// <summary>Whether it lies on a server and is read by range.</summary>
    internal bool IsRemote => Remote is not null;

    /// <summary>Lets go of a raster in storage, and ends reads that wait for the server.</summary>
    internal void LetGo() => Remote?.Dispose();

    internal bool HasExtension(params IEnumerable<string> extensions) =>
        extensions.Contains(System.IO.Path.GetExtension(Name), StringComparer.OrdinalIgnoreCase);
}
