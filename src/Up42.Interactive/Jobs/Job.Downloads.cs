namespace Up42.Interactive;

public sealed partial class Job : IHasResults
{
    private readonly Lazy<AttachedResults> _results;

    /// <summary>
    /// The results on disk: those downloaded, or an earlier complete download in the job's default folder; null where there are none. The
    /// first look reads the disk, never the server.
    /// </summary>
    public JobResults? Results => _results.Value.Current;

    IReadOnlyList<string> IHasResults.QuicklooksOnDisk => Quicklooks;

    IReadOnlyList<JobResults> IHasResults.ResultsOnDisk =>
        [Results ?? throw new Up42Exception("Download the results first: await job.DownloadResultsAsync()")];

    /// <summary>
    /// Downloads the results and attaches them to this job. The files get their names only when all of them have arrived; a complete earlier
    /// download is not fetched again.
    /// </summary>
    /// <param name="outputDirectory">Where to; null: <c>project_…/job_…</c> below the client's output directory.</param>
    /// <param name="unpack">Unpack the archive; else it is kept as <c>job_….tgz</c> or <c>.zip</c>, and display verbs open it.</param>
    /// <param name="overwrite">Fetch again and replace what an earlier download brought.</param>
    /// <param name="progress">Receives the progress; null: a bar in the notebook shows them, or lines on a terminal.</param>
    /// <param name="cancellationToken">Cancels the download; what has arrived stays as <c>NAME.part</c>, from where a later download goes on.</param>
    /// <exception cref="Up42Exception">The job has not succeeded, the archive cannot be unpacked, or a file of another origin would be overwritten.</exception>
    public async Task<JobResults> DownloadResultsAsync(
        string? outputDirectory = null,
        bool unpack = true,
        bool overwrite = false,
        IProgress<TransferProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        if (!IsSucceeded && !(await GetStatusAsync(cancellationToken).ConfigureAwait(false)).IsSucceeded)
        {
            throw new Up42Exception(NoResults(Status));
        }

        return await LiveTransfer.ShowAsync(
            _api.Connection,
            $"Results of job {Name ?? Id}",
            progress,
            listener =>
                _results.Value.DownloadAsync(_api.Connection, outputDirectory, unpack, overwrite, listener, SaveFacts, cancellationToken))
                    .ConfigureAwait(false);
    }

    /// <summary>
    /// Saves what is known of the job beside its results, so that they can be opened with their card without an account. What an earlier file
    /// knows beyond that stays.
    /// </summary>
    internal void SaveFacts(string folder)
    {
        if (DownloadManifest.Find(folder)?.Files.ContainsKey(JobFile.Name) == true)
        {
            // A file of that name is among the results themselves.
            return;
        }

        var (job, earlier) = (_snapshot, JobFile.Find(folder) is { } file && file.Info.Id == Id ? file : null);
        try
        {
            JobFile.Save(
                folder,
                job with { Tasks = job.Tasks ?? earlier?.Tasks, Logs = job.Logs ?? earlier?.Logs, Credits = job.Credits ?? earlier?.Credits },
                _api.Connection.WithoutSecrets);
        }
        catch (Exception error) when (earlier is not null && error is (IOException or UnauthorizedAccessException))
        {
            // The folder has become read-only: the earlier facts do.
        }
    }
}
