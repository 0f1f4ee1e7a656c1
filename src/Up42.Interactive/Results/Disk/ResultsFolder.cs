namespace Up42.Interactive;

/// <summary>The folder in which results lie, however they came there.</summary>
/// <param name="Directory">Its full path.</param>
/// <param name="Archive">The archive they were unpacked from; null where there is none.</param>
/// <param name="FollowLinks">As <see cref="FolderWalk.Read"/> takes it: none in what came out of an archive.</param>
internal sealed record ResultsFolder(string Directory, string? Archive, bool? FollowLinks)
{
    private const int MaxNesting = 3;
    private const int MaxWrappers = 8;
    private static readonly EnumerationOptions Here = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    /// <inheritdoc cref="ResultsOpening.Remote"/>
    public IReadOnlyList<ResultFile> Remote { get; init; } = [];

    /// <inheritdoc cref="ResultsOpening.Remarks"/>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The folder of the results that a path means.</summary>
    /// <exception cref="Up42Exception">There is nothing there, the archive cannot be unpacked, or the folder holds several jobs.</exception>
    public static ResultsFolder Locate(string path, ResultsOpening opening)
    {
        try
        {
            return Locate(path, opening, nesting: 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Up42Exception($"{path} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>The files in the folder by name, without those that are not results, and a sentence for each entry that was left out.</summary>
    public (IReadOnlyList<ResultFile> Files, IReadOnlyList<string> Remarks) Read(CancellationToken cancellationToken)
    {
        var (all, remarks) = FolderWalk.Read(Directory, FollowLinks, cancellationToken);
        var downloads = all.Where(file => Path.GetFileName(file.Name) == ResultsLayout.DownloadJson)
            .Select(file => file.Name[..^ResultsLayout.DownloadJson.Length]).Where(below => below.Length > 0).ToHashSet(StringComparer.Ordinal);

        // What belongs to another download below it, that of a job task, is left out.
        var own = all.Where(file => !WorkFiles.Contains(file.Name)
            && !ResultsLayout.IsSystemFile(file.Name)
            && (downloads.Count == 0 || !FoldersOf(file.Name).Any(downloads.Contains)));
        string[] roles = [ResultsLayout.DataJson, JobFile.Name];
        var folders = roles.Where(name => System.IO.Directory.Exists(Path.Combine(Directory, name))).Select(name => $"{name} is a folder and was not read.");
        var files = own.Select(file => new ResultFile(file.Name, file.File.FullName, file.File.Length));
        return ([.. files.Concat(Remote).OrderBy(file => file.Name, StringComparer.Ordinal)], [.. folders, .. remarks, .. Remarks]);
    }

    /// <summary>Why a folder without results has none, the end of a sentence; null where nothing tells it.</summary>
    public static string? WhyEmpty(string folder, CancellationToken cancellationToken)
    {
        var (files, remarks) = FolderWalk.Read(folder, followLinks: false, cancellationToken);
        var deep = files.Select(file => file.Name).FirstOrDefault(name => Path.GetFileName(name) == ResultsLayout.DataJson || ResultsLayout.IsRaster(name));
        return deep is not null ? $"{deep} lies too deep in it: open the folder that holds it" : remarks is [var first, ..] ? first.TrimEnd('.') : null;
    }

    /// <summary>Whether the files of one job lie right in a folder.</summary>
    public static bool IsOfOneJob(string folder)
    {
        if (new[] { JobFile.Name, ProcessingJobFile.Name, ResultsLayout.DownloadJson }.Any(name => File.Exists(Path.Combine(folder, name))))
        {
            return true;
        }

        var (hasResults, hasJobs) = (false, false);
        foreach (var entry in Entries(folder).Take(Limits.Default.FolderEntries))
        {
            hasResults |= entry.Name == ResultsLayout.DataJson || ResultsLayout.IsRaster(entry.Name);
            hasJobs |= entry is DirectoryInfo && ResultsLayout.IsJobFolder(entry.Name);
        }

        return (hasResults && !hasJobs) || OnlyArchive(Entries(folder)) is not null || OnlyFolder(folder) is { Name: EntryPath.Wrapper };
    }

    private static IEnumerable<string> FoldersOf(string name)
    {
        for (var end = name.IndexOf('/', StringComparison.Ordinal); end >= 0; end = name.IndexOf('/', end + 1))
        {
            yield return name[..(end + 1)];
        }
    }

    private static ResultsFolder Locate(string path, ResultsOpening opening, int nesting)
    {
        if (File.Exists(path))
        {
            return Unpack(path, opening, nesting);
        }

        return System.IO.Directory.Exists(path) ? Enter(path, null, opening, nesting) : throw new Up42Exception($"There is no file or folder '{path}'.");
    }

    private static ResultsFolder Unpack(string archive, ResultsOpening opening, int nesting)
    {
        if (nesting > MaxNesting)
        {
            throw new Up42Exception($"{archive} is an archive in an archive in an archive: unpack it by hand and open the folder.");
        }

        var unpacked = opening.Cache.Unpack(archive, opening.Limits, opening.CancellationToken);
        return Enter(unpacked, Path.GetFullPath(archive), opening, nesting) with { Archive = Path.GetFullPath(archive), FollowLinks = null };
    }

    private static ResultsFolder Enter(string path, string? archive, ResultsOpening opening, int nesting)
    {
        var folder = WithoutWrapper(Wrapped(Path.GetFullPath(path)));
        if (OnlyArchive(Entries(folder)) is { } inner)
        {
            return Unpack(inner, opening, nesting + 1);
        }

        var here = new ResultsFolder(folder, archive, opening.FollowLinks) { Remote = opening.Remote, Remarks = opening.Remarks };
        return IsOfOneJob(folder) ? here : JobFolders.Find(folder, opening.CancellationToken).Jobs switch
        {
            [] => here,
            [var one] => Locate(one, opening, nesting + 1),
            var several => throw new Up42Exception(
                $"{archive ?? path} holds the results of {several.Count} jobs: open it with JobCollectionResults.Open"
                + (archive is null ? $", or one of them, {Path.GetRelativePath(folder, several[0])} for example." : ".")),
        };
    }

    /// <summary>The archive among entries that are nothing else, but for a job's facts and quicklooks.</summary>
    private static string? OnlyArchive(IEnumerable<FileSystemInfo> entries) =>
        entries.Where(IsBeyondFacts).Take(2).ToList() is [FileInfo only] && ResultsLayout.IsArchive(only.Name) ? only.FullName : null;

    private static bool IsBeyondFacts(FileSystemInfo entry) =>
        entry.Name != JobFile.Name && !(entry is FileInfo && ResultsLayout.IsPicture(entry.Name));

    /// <summary>An archive that was unpacked by hand still has its <c>output</c> folder.</summary>
    private static string WithoutWrapper(string folder) => OnlyFolder(folder) is { Name: EntryPath.Wrapper } output ? output.FullName : folder;

    /// <summary>The job in folders that hold nothing but the next one, as when a folder was packed as a whole; the folder itself where there is none.</summary>
    private static string Wrapped(string folder)
    {
        var below = folder;
        for (var depth = 0; depth < MaxWrappers && !IsOfOneJob(below) && OnlyFolder(below) is { } only; depth++)
        {
            below = only.FullName;
        }

        return IsOfOneJob(below) ? below : folder;
    }

    private static DirectoryInfo? OnlyFolder(string folder) => Entries(folder).Take(2).ToList() is [DirectoryInfo only] ? only : null;

    /// <summary>What lies in a folder, but for files of work and what file managers leave; links are left out.</summary>
    public static IEnumerable<FileSystemInfo> Entries(string folder) => new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Here)
        .Where(entry => !WorkFiles.Contains(entry.Name) && !ResultsLayout.IsSystemFile(entry.Name));
}
