namespace Up42.Interactive;

/// <summary>Gives files that have arrived their places in the folder of a download, all of them or none.</summary>
/// <param name="folder">The folder.</param>
/// <param name="of">Whose results they are, in words: <c>job 7b…</c>.</param>
internal sealed class ResultsPlacement(string folder, string of)
{
    /// <summary>Moves all files from below a folder of work to their places.</summary>
    /// <param name="staging">The folder of work, on the same disk.</param>
    /// <param name="overwrite">Replace what is there.</param>
    /// <exception cref="Up42Exception">A file would be overwritten, or a link is in the way.</exception>
    public void Put(string staging, bool overwrite)
    {
        var files = Directory.EnumerateFiles(staging, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(staging, file))
            .Where(file => !WorkFiles.Contains(Name(file))).Order(StringComparer.Ordinal).ToList();
        if (!overwrite && files.FirstOrDefault(IsTaken) is { } taken)
        {
            throw new Up42Exception($"'{Path.Combine(folder, taken)}' is there already: pass overwrite: true, or another outputDirectory.");
        }

        var folderTimes = Directory.EnumerateDirectories(staging, "*", SearchOption.AllDirectories)
            .ToDictionary(part => Path.Combine(folder, Path.GetRelativePath(staging, part)), Directory.GetLastWriteTimeUtc);
        files.ForEach(RefuseLinks);
        if (overwrite)
        {
            RemoveEarlier();
        }

        new DownloadManifest { Of = of, Files = files.ToDictionary(Name, file => new FileInfo(Path.Combine(staging, file)).Length) }.Save(folder);
        foreach (var file in files)
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(Path.Combine(staging, file), target, overwrite: true);
        }

        foreach (var (target, time) in folderTimes.Where(part => Directory.Exists(part.Key)))
        {
            Directory.SetLastWriteTimeUtc(target, time);
        }
    }

    // A file that this download placed before its process died is not in its way.
    private bool IsTaken(string file) => FileEntry.Find(Path.Combine(folder, file)) is { } there
        && !(there.Kind == FileKind.File && DownloadManifest.Find(folder) is { } earlier && earlier.IsOf(of)
            && earlier.Files.GetValueOrDefault(Name(file), -1) == new FileInfo(Path.Combine(folder, file)).Length);

    private void RefuseLinks(string file)
    {
        if (LinkOnTheWay(file) is { } link)
        {
            throw new Up42Exception($"'{link}' is a link, through which results are not written: remove it, or pass another outputDirectory.");
        }
    }

    /// <summary>The first folder on the way to a file that is a link, and so may lead out of the folder; null where there is none.</summary>
    private string? LinkOnTheWay(string file)
    {
        var parts = Name(file).Split('/');
        return Enumerable.Range(1, parts.Length - 1).Select(count => Path.Combine([folder, .. parts.Take(count)]))
            .FirstOrDefault(parent => FileEntry.Find(parent) is { Kind: FileKind.Link });
    }

    /// <summary>Refuses a folder in which other results lie.</summary>
    public void RefuseFolderOfOthers()
    {
        if (DownloadManifest.Find(folder) is { } other && !other.IsOf(of) && other.Files.Keys.Any(file => File.Exists(Path.Combine(folder, file))))
        {
            throw new Up42Exception($"{folder} holds the results of {other.Of}: pass another outputDirectory, or overwrite: true to replace them.");
        }
    }

    // What an earlier download brought goes, so that old and new rasters do not lie side by side. The list of it may be somebody else's:
    // only what the user asked to be replaced goes, and nothing outside the folder.
    private void RemoveEarlier()
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var names = DownloadManifest.Find(folder)?.Files.Keys ?? [];
        foreach (var file in names.Select(name => Path.GetFullPath(Path.Combine(folder, name)))
            .Where(file => file.StartsWith(root, StringComparison.Ordinal) && LinkOnTheWay(Path.GetRelativePath(folder, file)) is null))
        {
            File.Delete(file);
        }
    }

    private static string Name(string file) => file.Replace('\\', '/');
}
