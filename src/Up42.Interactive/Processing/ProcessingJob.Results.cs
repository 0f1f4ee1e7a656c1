namespace Up42.Interactive;

public sealed partial class ProcessingJob : IHasResults
{
    private readonly Lock _gate = new();
    private readonly Lazy<JobResults?> _results;
    private JobResults? _downloaded;

    /// <summary>
    /// The results on disk: those downloaded, or an earlier complete download in the job's default folder; null where there are none. The
    /// first look reads the disk, never the server.
    /// </summary>
    public JobResults? Results
    {
        get
        {
            lock (_gate)
            {
                return _downloaded ?? _results.Value;
            }
        }
    }

    IReadOnlyList<JobResults> IHasResults.ResultsOnDisk =>
        [Results ?? throw new Up42Exception("Download the results first: await job.DownloadResultsAsync()")];

    IReadOnlyList<string> IHasResults.QuicklooksOnDisk => Results is IHasResults results ? results.QuicklooksOnDisk : [];

    private string Of => $"processing job {Id}";

    private string DefaultFolder => DownloadFolders.OfProcessingJob(_api.Connection.Options.OutputDirectory, Id);

    /// <summary>Gets what the job brought to storage: the collection and its items. Two requests or more.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42Exception">The job has no results, or the server refuses.</exception>
    public async Task<StacCollection> GetResultsAsync(CancellationToken cancellationToken = default)
    {
        await RequireResultsAsync(cancellationToken).ConfigureAwait(false);
        return await Up42Storage.GetCollectionAsync(_api.Stac, Info.CollectionId!, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Downloads the results and attaches them to this job: each item's assets in a folder with the item's JSON, and a <c>data.json</c> whose
    /// features point at the rasters. <see cref="JobResults.Open(string, UnpackLimits, bool, CancellationToken)"/> reads the folder back without
    /// an account. The files get their names only when all of them have arrived; a complete earlier download is not fetched again.
    /// </summary>
    /// <param name="outputDirectory">Where to; null: <c>job_…</c> below the client's output directory.</param>
    /// <param name="overwrite">Fetch again and replace what an earlier download brought.</param>
    /// <param name="progress">Receives the progress; null: a bar in the notebook shows them, or lines on a terminal.</param>
    /// <param name="cancellationToken">Cancels the download; what has arrived stays, and a later download goes on from there.</param>
    /// <exception cref="Up42Exception">The job has no results, the server refuses, or a file of another origin would be overwritten.</exception>
    public async Task<JobResults> DownloadResultsAsync(
        string? outputDirectory = null,
        bool overwrite = false,
        IProgress<TransferProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        await RequireResultsAsync(cancellationToken).ConfigureAwait(false);
        var folder = outputDirectory is null ? DefaultFolder : Path.GetFullPath(outputDirectory);
        var results = await LiveTransfer.ShowAsync(
            _api.Connection,
            $"Results of processing job {Title ?? Id}",
            progress,
            async listener =>
            {
                await new StacDownload(_api.Stac, Of, folder).GetAsync(
                    async token => (await GetResultsAsync(token).ConfigureAwait(false)).Items,
                    SaveFacts,
                    overwrite,
                    listener,
                    cancellationToken).ConfigureAwait(false);
                return await Task.Run(() => JobResults.Open(folder), cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
        lock (_gate)
        {
            _downloaded = results;
        }

        return results;
    }

    /// <summary>
    /// Opens the results where they lie in storage, without downloading them, and attaches them to this job: of the rasters only those bytes are
    /// fetched that a display or a value needs.
    /// </summary>
    /// <inheritdoc cref="StacDownloads.OpenAsync(StacItem, CancellationToken)"/>
    public async Task<JobResults> OpenResultsAsync(CancellationToken cancellationToken = default)
    {
        var items = (await GetResultsAsync(cancellationToken).ConfigureAwait(false)).Items;
        var results = await new StacOpening(_api.Stac, ResultsLayout.JobFolder(Id), cancellationToken).OpenAsync(
            items, SaveFacts).ConfigureAwait(false);
        lock (_gate)
        {
            _downloaded = results;
        }

        return results;
    }

    /// <summary>Saves what is known of the job into a folder that is there.</summary>
    internal void SaveFacts(string folder) => ProcessingJobFile.Save(folder, _snapshot, _api.Connection.WithoutSecrets);

    private async Task RequireResultsAsync(CancellationToken cancellationToken)
    {
        if (!HasResults && !(await RefreshAsync(cancellationToken).ConfigureAwait(false)).HasResults)
        {
            throw new Up42Exception(SingleLine.Format(Info.HasEnded
                ? $"Processing job {Id} is {Status} and has no results."
                : $"Processing job {Id} is {Status} and has no results yet: await job.TrackStatusAsync() waits for them."));
        }
    }

    private bool HasResults => IsSucceeded && Info.CollectionId is not null;

    private JobResults? OpenEarlier()
    {
        try
        {
            return DownloadManifest.IsComplete(DefaultFolder, Of) ? JobResults.Open(DefaultFolder) : null;
        }
        catch (Up42Exception)
        {
            // What cannot be opened is not an earlier download; a new one replaces it or says why it cannot.
            return null;
        }
    }
}
