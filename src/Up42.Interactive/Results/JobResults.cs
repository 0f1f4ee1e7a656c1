using System.Globalization;

namespace Up42.Interactive;

/// <summary>
/// What lies on disk of one job, however it came there: downloaded, unpacked by hand, or opened from an archive. It needs no account and no network.
/// </summary>
public sealed partial class JobResults : IHasResults
{
    internal const string DataJson = "data.json";
    private const string JobPrefix = "job_";
    private const string TaskPrefix = "jobtask_";
    private static readonly string[] ArchiveExtensions = [".tar.gz", ".tgz", ".tar", ".zip"];
    private static readonly string[] RasterExtensions = [".tif", ".tiff", ".jp2", ".j2k"];
    private readonly Lazy<IReadOnlyDictionary<string, FeatureTable>> _vectors;
    private readonly Lazy<IReadOnlyDictionary<string, FeatureTable>> _taskTables;

    private JobResults(string source, string directory, string? archive)
    {
        Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(source)));
        (Directory, Archive) = (directory, archive);
        Job = JobFile.Find(directory) ?? JobBeside(archive);
        Files = ResultsFolder.Files(directory);
        Table = Files.FirstOrDefault(file => file.Name == DataJson) is { } data ? RowQuicklooks.Attach(FeatureTable.Read(data.Path), Files) : FeatureTable.Empty;
        var rasters = Files.Where(file => file.HasExtension(RasterExtensions)).ToArray();
        var matching = new RasterMatching(Table, rasters);
        Rasters = [.. rasters.Select(matching.Raster)];
        UnmatchedFeatures = matching.Unmatched;
        _vectors = new(ReadVectors);
        _taskTables = new(ReadTaskTables);
    }

    /// <summary>The name of the folder or archive that was opened.</summary>
    public string Name { get; }

    /// <summary>The full path of the folder the files lie in: the one that was opened, or the one its archive was unpacked to.</summary>
    public string Directory { get; }

    /// <summary>What was known of the job when its results were saved: facts, tasks, logs and cost; null where no <c>job.json</c> lies with the results.</summary>
    public JobSnapshot? Job { get; }

    /// <summary>All files, by name. Links in the folder are not followed.</summary>
    public IReadOnlyList<ResultFile> Files { get; }

    /// <summary>The rasters (GeoTIFF and JPEG 2000), by name, each with the features that describe it.</summary>
    public IReadOnlyList<ResultRaster> Rasters { get; }

    /// <summary>The features of <c>data.json</c>; empty when the results have none.</summary>
    public FeatureTable Table { get; }

    /// <summary>The rows of <see cref="Table"/> for which no raster was found.</summary>
    public IReadOnlyList<FeatureRow> UnmatchedFeatures { get; }

    /// <summary>The vector results, read at the first use: every other <c>.geojson</c>, by its path below the folder without the extension.</summary>
    /// <exception cref="Up42Exception">One of them is no GeoJSON; the message names it.</exception>
    public IReadOnlyDictionary<string, FeatureTable> Vectors => _vectors.Value;

    /// <summary>The results' tables of the job's tasks that were saved with it, by the id of the task, read at the first use.</summary>
    /// <exception cref="Up42Exception">One of them is no GeoJSON; the message names it.</exception>
    public IReadOnlyDictionary<string, FeatureTable> TaskTables => _taskTables.Value;

    IReadOnlyList<JobResults> IHasResults.ResultsOnDisk => [this];

    IReadOnlyList<string> IHasResults.QuicklooksOnDisk => [.. Files.Where(file => file.HasExtension([".jpg", ".jpeg", ".png"])).Select(file => file.Path)];

    /// <summary>Opens results: a folder, or an archive (<c>.tgz</c>, <c>.tar.gz</c>, <c>.tar</c>, <c>.zip</c>; told by its content).</summary>
    /// <remarks>
    /// An archive is unpacked once into the user's cache folder (the variable <c>UP42_CACHE</c>, else the platform's: <c>~/.cache/up42-interactive</c> on Linux), not beside
    /// the archive, since that may be read-only or somebody else's, and opening should change nothing there. As long as the archive stays the same, later calls use
    /// what was unpacked. A month after it was last opened it is removed; to keep the files, unpack them to a folder of your own and open that.
    /// </remarks>
    /// <param name="path">The folder or the archive.</param>
    /// <param name="limits">How much an archive may hold; null: enough for scenes of tens of gigabytes.</param>
    /// <exception cref="Up42Exception">
    /// There is nothing at the path, the archive is damaged or holds what is not unpacked (links, names that lead out of the folder), or <c>data.json</c> is no GeoJSON.
    /// </exception>
    public static JobResults Open(string path, UnpackLimits? limits = null) => Open(path, ResultsCache.OfUser, limits);

    /// <summary>Rasters and features in one line.</summary>
    public override string ToString() => $"JobResults {Name}: {Contents}";

    /// <summary>The archive the files were unpacked from; null where they lie in a folder.</summary>
    internal string? Archive { get; }

    /// <summary>The job's id; where nobody knows it, the name of the folder or archive.</summary>
    internal string JobId => Job?.Info.Id ?? (Stem(Name) is var stem && stem.StartsWith(JobPrefix, StringComparison.Ordinal) ? stem[JobPrefix.Length..] : stem);

    /// <summary>The job's name; where nobody knows it, that of the folder, or of the archive without its extension.</summary>
    internal string Title => Job?.Info.Name ?? Stem(Name);

    /// <summary>What there is, counted.</summary>
    internal string Contents =>
        $"{DisplayText.Count(Rasters.Count, "raster")}, {DisplayText.Count(Table.Count, "feature")}, {DisplayText.Count(Files.Count, "file")}, {FileSize.Format(Files.Sum(file => file.Length))}";

    internal static JobResults Open(string path, ResultsCache cache, UnpackLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var (directory, archive) = ResultsFolder.Locate(path, cache, limits);
        return new JobResults(path, directory, archive);
    }

    /// <summary>The rasters, for verbs that need one.</summary>
    /// <exception cref="Up42Exception">There is none.</exception>
    internal IReadOnlyList<ResultRaster> RequireRasters() => Rasters.Count > 0
        ? Rasters
        : throw new Up42Exception($"There is no raster ({string.Join(", ", RasterExtensions)}) in {Name}; it holds {FileNames()}.");

    private string FileNames() => Files.Count switch
    {
        0 => "no file",
        <= 3 => string.Join(", ", Files.Select(file => file.Name)),
        _ => $"{string.Join(", ", Files.Take(3).Select(file => file.Name))} and {DisplayText.Count(Files.Count - 3, "other file")}",
    };

    // Beside an archive that was kept packed: the facts in its folder are its own where it has the name that a download gives it.
    private static JobSnapshot? JobBeside(string? archive) =>
        archive is not null && JobFile.Find(Path.GetDirectoryName(archive)!) is { } job && Stem(archive) == SafeFileName.Of(JobPrefix + job.Info.Id) ? job : null;

    private static string Stem(string archive)
    {
        var name = Path.GetFileName(archive);
        var extension = ArchiveExtensions.FirstOrDefault(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) ?? "";
        return name[..^extension.Length];
    }

    private Dictionary<string, FeatureTable> ReadTaskTables()
    {
        var ids = (Job?.Tasks ?? []).Select(task => task.Id).Distinct().ToDictionary(id => SafeFileName.Of(TaskPrefix + id));
        return System.IO.Directory.EnumerateDirectories(Directory, TaskPrefix + "*")
            .Select(folder => (Name: Path.GetFileName(folder), Table: Path.Combine(folder, DataJson)))
            .Where(task => File.Exists(task.Table) && new FileInfo(task.Table).LinkTarget is null)
            .OrderBy(task => task.Name, StringComparer.Ordinal)
            .ToDictionary(task => ids.GetValueOrDefault(task.Name, task.Name[TaskPrefix.Length..]), task => FeatureTable.Read(task.Table));
    }

    private Dictionary<string, FeatureTable> ReadVectors() => Files
        .Where(file => file.HasExtension(".geojson"))
        .ToDictionary(file => file.Name[..^".geojson".Length], file => FeatureTable.Read(file.Path));
}
