namespace Up42.Interactive;

/// <summary>Where results lie, however they came there.</summary>
internal static class ResultsFolder
{
    private static readonly string[] Archives = [".tgz", ".gz", ".tar", ".zip"];
    private static readonly EnumerationOptions NoLinks = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>The folder of the results that a path means; an archive is unpacked first.</summary>
    public static string Locate(string path, ResultsCache cache)
    {
        if (File.Exists(path))
        {
            return WithoutWrapper(cache.Unpack(path));
        }

        if (!Directory.Exists(path))
        {
            throw new Up42Exception($"There is no file or folder '{path}'.");
        }

        var folder = WithoutWrapper(Path.GetFullPath(path));
        return Directory.GetFileSystemEntries(folder) is [var only] && File.Exists(only) && Archives.Contains(Path.GetExtension(only), StringComparer.OrdinalIgnoreCase)
            ? WithoutWrapper(cache.Unpack(only))
            : folder;
    }

    /// <summary>All files in the folder, by name; links are not followed. What belongs to another download below it, that of a job's task, is left out.</summary>
    public static IReadOnlyList<ResultFile> Files(string folder)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles("*", NoLinks)
            .Select(file => new ResultFile(Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.FullName, file.Length))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        var downloads = files.Where(file => Path.GetFileName(file.Name) == DownloadManifest.FileName).Select(file => file.Name[..^DownloadManifest.FileName.Length]).ToList();
        return [.. files.Where(file => !WorkFiles.Contains(file.Name)
            && !downloads.Exists(below => below.Length > 0 && file.Name.StartsWith(below, StringComparison.Ordinal)))];
    }

    /// <summary>An archive that was unpacked by hand still has its <c>output</c> folder.</summary>
    private static string WithoutWrapper(string folder)
    {
        var output = Path.Combine(folder, "output");
        return Directory.Exists(output) && Directory.GetFileSystemEntries(folder).Length == 1 ? output : folder;
    }
}
