namespace Up42.Interactive;

/// <summary>Where results lie, however they came there.</summary>
internal static class ResultsFolder
{
    private static readonly string[] Archives = [".tgz", ".gz", ".tar", ".zip"];
    private static readonly string[] Pictures = [".jpg", ".jpeg", ".png"];
    private static readonly string[] Rasters = [".tif", ".tiff", ".jp2", ".j2k"];
    private static readonly EnumerationOptions NoLinks = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
    private static readonly EnumerationOptions Here = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>The folder of the results that a path means, and the archive they were unpacked from, if they were.</summary>
    /// <exception cref="Up42Exception">There is nothing there, the archive can not be unpacked, or the folder holds several jobs.</exception>
    public static (string Directory, string? Archive) Locate(string path, ResultsCache cache, UnpackLimits? limits)
    {
        if (File.Exists(path))
        {
            return Unpack(path, cache, limits);
        }

        if (!Directory.Exists(path))
        {
            throw new Up42Exception($"There is no file or folder '{path}'.");
        }

        var folder = WithoutWrapper(Path.GetFullPath(path));
        if (OnlyArchive(folder) is { } archive)
        {
            return Unpack(archive, cache, limits);
        }

        return IsOfOneJob(folder) ? (folder, null) : JobsIn(folder) switch
        {
            [] => (folder, null),
            [var one] => Locate(one, cache, limits),
            var several => throw new Up42Exception(
                $"{path} holds the results of {several.Count} jobs: open it with JobCollectionResults.Open, or one of them, {Path.GetRelativePath(folder, several[0])} for example."),
        };
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

    /// <summary>The folders and archives of jobs in a folder, also in folders of projects in it, by name; links are not followed.</summary>
    public static IReadOnlyList<string> JobsIn(string folder) => JobsIn(folder, depth: 1);

    /// <summary>Whether the files of one job lie right in a folder.</summary>
    public static bool IsOfOneJob(string folder) =>
        File.Exists(Path.Combine(folder, JobFile.Name)) || File.Exists(Path.Combine(folder, DownloadManifest.FileName)) || OnlyArchive(folder) is not null
        || (Directory.GetFiles(folder).Any(file => Path.GetFileName(file) == JobResults.DataJson || HasExtension(file, Rasters)) && !Directory.EnumerateDirectories(folder, "job_*", Here).Any())
        || WithoutWrapper(folder) != folder;

    private static List<string> JobsIn(string folder, int depth)
    {
        var archives = Directory.EnumerateFiles(folder, "*", Here).Where(file => HasExtension(file, Archives)).Order(StringComparer.Ordinal);
        var folders = Directory.EnumerateDirectories(folder, "*", Here).Where(below => !WorkFiles.Contains(Path.GetFileName(below))).Order(StringComparer.Ordinal);
        return [.. folders.SelectMany(below => IsOfOneJob(below) ? [below] : depth > 0 ? JobsIn(below, depth - 1) : []), .. archives];
    }

    private static (string Directory, string? Archive) Unpack(string archive, ResultsCache cache, UnpackLimits? limits) =>
        (WithoutWrapper(cache.Unpack(archive, limits)), Path.GetFullPath(archive));

    /// <summary>The archive of a folder that holds nothing else, but for a job's facts and quicklooks.</summary>
    private static string? OnlyArchive(string folder)
    {
        var others = Directory.GetFileSystemEntries(folder)
            .Where(entry => Path.GetFileName(entry) != JobFile.Name && !WorkFiles.Contains(Path.GetFileName(entry)) && !HasExtension(entry, Pictures));
        return others.Take(2).ToList() is [var only] && File.Exists(only) && HasExtension(only, Archives) ? only : null;
    }

    private static bool HasExtension(string path, string[] extensions) => extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>An archive that was unpacked by hand still has its <c>output</c> folder.</summary>
    private static string WithoutWrapper(string folder)
    {
        var output = Path.Combine(folder, "output");
        return Directory.Exists(output) && Directory.GetFileSystemEntries(folder).Length == 1 ? output : folder;
    }
}
