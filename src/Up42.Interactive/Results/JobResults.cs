namespace Up42.Interactive;

/// <summary>
/// What lies on disk of one job, however it came there: downloaded, unpacked by hand, or opened from an archive. It needs no account and no network.
/// </summary>
public sealed partial class JobResults : IHasResults, IDisposable
{
    private readonly WorkBudget _work = WorkBudget.OfOpening;
    private readonly Lazy<ResultPicture?> _picture;
    private readonly Lazy<VectorResults> _vectors;
    private readonly Lazy<VectorResults> _taskTables;

    private JobResults(string source, ResultsFolder folder, CancellationToken cancellationToken)
    {
        Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(source)));
        (Directory, Archive) = (folder.Directory, folder.Archive);
        Job = JobFile.Find(Directory) ?? JobBeside(Archive);
        ProcessingJob = ProcessingJobFile.Find(Directory);
        (Files, FolderRemarks) = folder.Read(cancellationToken);
        Table = Files.FirstOrDefault(file => file.Name == ResultsLayout.DataJson) is { } data
            ? RowQuicklooks.Attach(VectorResults.ReadJson(data.Path), Files)
            : FeatureTable.Empty;
        var rasters = Files.Where(file => ResultsLayout.IsRaster(file.Name)).ToArray();
        cancellationToken.ThrowIfCancellationRequested();
        var matching = new RasterMatching(Table, rasters);
        var opened = new List<ResultRaster>();
        foreach (var raster in rasters)
        {
            cancellationToken.ThrowIfCancellationRequested();
            opened.Add(matching.Raster(raster));
        }

        (Rasters, UnmatchedFeatures) = (opened, matching.Unmatched);
        FolderRemarks = [.. FolderRemarks, .. matching.Remark is { } remark ? [remark] : Array.Empty<string>()];
        _picture = new(() => _work.Enter(() => ResultPicture.Create(opened)));
        _vectors = new(() => _work.Enter(() => VectorResults.Read(Files)));
        _taskTables = new(() => _work.Enter(() => VectorResults.ReadTasks(Directory, Job)));
    }

    /// <summary>The name of the folder or archive that was opened.</summary>
    public string Name { get; }

    /// <summary>The full path of the folder the files lie in: the one that was opened, or the one its archive was unpacked to.</summary>
    public string Directory { get; }

    /// <summary>
    /// What was known of the job when its results were saved: facts, tasks, logs and cost; null where no <c>job.json</c> lies with the
    /// results.
    /// </summary>
    public JobSnapshot? Job { get; }

    /// <summary>
    /// What was known of the processing job when its results were saved; null where no <c>processing-job.json</c> lies with the results.
    /// </summary>
    public ProcessingJobSnapshot? ProcessingJob { get; }

    /// <summary>All files, by name, without what file managers leave. <see cref="Remarks"/> has what was left out.</summary>
    public IReadOnlyList<ResultFile> Files { get; }

    /// <summary>The rasters (GeoTIFF and JPEG 2000), by name, each with the features that describe it.</summary>
    public IReadOnlyList<ResultRaster> Rasters { get; }

    /// <summary>The features of <c>data.json</c>; empty when the results have none.</summary>
    public FeatureTable Table { get; }

    /// <summary>The rows of <see cref="Table"/> for which no raster was found.</summary>
    public IReadOnlyList<FeatureRow> UnmatchedFeatures { get; }

    /// <summary>
    /// The vector results, read at the first use: every other file of a format that <see cref="FeatureTable.Read"/> takes, by its path
    /// below the folder without the
    /// extension. One that cannot be read is left out, and <see cref="Remarks"/> says why.
    /// </summary>
    public IReadOnlyDictionary<string, FeatureTable> Vectors => _vectors.Value.Tables;

    /// <summary>
    /// The results' tables of the job's tasks that were saved with it, by the id of the task, read at the first use. One that cannot be read is left out.
    /// </summary>
    public IReadOnlyDictionary<string, FeatureTable> TaskTables => _taskTables.Value.Tables;

    /// <summary>
    /// What was left out and why, one sentence each: links, pipes, unreadable folders, vector results and tables of tasks that cannot be
    /// read.
    /// </summary>
    public IReadOnlyList<string> Remarks => [.. FolderRemarks, .. Table.Remarks, .. _vectors.Value.Remarks, .. _taskTables.Value.Remarks];

    IReadOnlyList<JobResults> IHasResults.ResultsOnDisk => [this];

    IReadOnlyList<string> IHasResults.QuicklooksOnDisk => [.. Files.Where(file => ResultsLayout.IsPicture(file.Name)).Select(file => file.Path)];

    /// <summary>Opens results: a folder, or an archive (<c>.tgz</c>, <c>.tar.gz</c>, <c>.tar</c>, <c>.zip</c>; told by its content).</summary>
    /// <remarks>
    /// An archive is unpacked once into the user's cache folder (the variable <c>UP42_CACHE</c>, else the platform's:
    /// <c>~/.cache/up42-interactive</c> on Linux), not
    /// beside the archive, since that may be read-only or somebody else's, and opening should change nothing there. As long as the archive
    /// stays the same, later calls
    /// use what was unpacked. A month after it was last opened it is removed; to keep the files, unpack them to a folder of your own and open that.
    /// </remarks>
    /// <param name="path">The folder or the archive.</param>
    /// <param name="limits">How much an archive may hold; null: enough for scenes of tens of gigabytes.</param>
    /// <param name="followLinks">
    /// Whether links in the folder that lead out of it are followed; links inside it always are, links out of an archive never.
    /// <see cref="Remarks"/> names each.
    /// </param>
    /// <param name="cancellationToken">Cancels the unpacking and reading.</param>
    /// <exception cref="Up42Exception">
    /// There is nothing at the path, the archive is damaged or holds what is not unpacked (links, names that lead out of the folder), or
    /// <c>data.json</c> is not valid
    /// GeoJSON.
    /// </exception>
    public static JobResults Open(string path, UnpackLimits? limits = null, bool followLinks = false, CancellationToken cancellationToken = default) =>
        Open(path, new ResultsOpening(ResultsCache.OfUser, limits, followLinks, cancellationToken));

    /// <summary>
    /// Lets go of rasters that are read by range from storage, and ends reads that wait for the server. Results on disk need no disposing; those in
    /// storage are let go as well when nobody holds them any more.
    /// </summary>
    public void Dispose()
    {
        foreach (var file in Files)
        {
            file.LetGo();
        }
    }

    /// <summary>Rasters and features in one line.</summary>
    public override string ToString() => SingleLine.Format($"JobResults {ShownName}: {Contents}");

    /// <summary>The archive the files were unpacked from; null where they lie in a folder.</summary>
    internal string? Archive { get; }

    /// <summary>What the results look like, made at the first use; null where that cannot be told at once.</summary>
    internal ResultPicture? Picture => _picture.Value;

    /// <summary>What was left out of the folder; known without reading a file.</summary>
    internal IReadOnlyList<string> FolderRemarks { get; }

    /// <summary>The job's id; where it is unknown, that in the name of the folder or archive.</summary>
    internal string JobId => Job?.Info.Id ?? ProcessingJob?.Info.Id ?? ResultsLayout.IdOf(Name);

    /// <summary>
    /// The job's name; where it is unknown, what an item's folder holds: its title, else date and sensor; else the name of the folder, or of the archive
    /// without its extension.
    /// </summary>
    internal string Title => Job?.Info.Name ?? ProcessingJob?.Info.Title ?? TitleOfItem ?? ResultsLayout.StemOf(Name);

    /// <summary>The name of the folder or archive; of an item, whose folder is named by an id, its title.</summary>
    internal string ShownName => TitleOfItem ?? Name;

    private string? TitleOfItem => ResultsLayout.IsItemFolder(Name) && Table.Count > 0 ? TitleLadder.OfItem(Table) : null;

    /// <summary>What there is, counted.</summary>
    internal string Contents =>
        $"{DisplayText.Count(Rasters.Count, "raster")}, {DisplayText.Count(Table.Count, "feature")}, {DisplayText.Count(Files.Count, "file")}, "
        + FileSize.Format(Files.Sum(file => file.Length));

    internal static JobResults Open(string path, ResultsOpening opening)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        JobResults? results = null;
        RemoteReads.Run(
            () => results = WorkBudget.OfOpening.Enter(() => new JobResults(path, ResultsFolder.Locate(path, opening), opening.CancellationToken)),
            opening.CancellationToken);
        return results!;
    }

    internal static JobResults Open(string path, ResultsCache cache, UnpackLimits? limits = null) =>
        Open(path, new ResultsOpening(cache, limits, FollowLinks: false, CancellationToken.None));

    /// <summary>The rasters, for verbs that need one.</summary>
    /// <exception cref="Up42Exception">There is none.</exception>
    internal IReadOnlyList<ResultRaster> RequireRasters() => Rasters.Count > 0
        ? Rasters
        : throw new Up42Exception($"There is no raster ({string.Join(", ", ResultsLayout.RasterExtensions)}) in {Name}; it holds {FileNames()}.");

    private string FileNames() => Files.Count switch
    {
        0 => "no file",
        <= 3 => string.Join(", ", Files.Select(file => file.Name)),
        _ => $"{string.Join(", ", Files.Take(3).Select(file => file.Name))} and {DisplayText.Count(Files.Count - 3, "other file")}",
    };

    // Beside an archive that was kept packed: the facts in its folder are its own where it has the name that a download gives it.
    private static JobSnapshot? JobBeside(string? archive) =>
        archive is not null && JobFile.Find(Path.GetDirectoryName(archive)!) is { } job
            && ResultsLayout.StemOf(Path.GetFileName(archive)) == ResultsLayout.JobFolder(job.Info.Id)
            ? job
            : null;
}
