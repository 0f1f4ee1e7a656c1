namespace Up42.Interactive;

public sealed partial class JobTask : IHasResults
{
    private readonly Lazy<AttachedResults> _results;

    /// <summary>
    /// The results on disk: those downloaded, or an earlier complete download in the task's default folder; null where there are none. The
    /// first look reads the disk, never the server.
    /// </summary>
    public JobResults? Results => _results.Value.Current;

    IReadOnlyList<string> IHasResults.QuicklooksOnDisk => Quicklooks;

    IReadOnlyList<JobResults> IHasResults.ResultsOnDisk =>
        [Results ?? throw new Up42Exception("Download the results first: await jobTask.DownloadResultsAsync()")];

    /// <summary>Downloads the task's results and attaches them to it. See <see cref="Job.DownloadResultsAsync"/>.</summary>
    /// <param name="outputDirectory">Where to; null: <c>project_…/job_…/jobtask_…</c> below the client's output directory.</param>
    /// <param name="unpack">Unpack the archive; else it is kept as <c>jobtask_….tgz</c> or <c>.zip</c>, and display verbs open it.</param>
    /// <param name="overwrite">Fetch again and replace what an earlier download brought.</param>
    /// <param name="progress">Receives the progress; null: a bar in the notebook shows them, or lines on a terminal.</param>
    /// <param name="cancellationToken">Cancels the download; what has arrived stays as <c>NAME.part</c>, from where a later download goes on.</param>
    /// <exception cref="Up42Exception">There are no such results, the archive cannot be unpacked, or another file would be overwritten.</exception>
    public Task<JobResults> DownloadResultsAsync(
        string? outputDirectory = null,
        bool unpack = true,
        bool overwrite = false,
        IProgress<TransferProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        LiveTransfer.ShowAsync(
            _api.Connection,
            $"Results of job task {Info.Name ?? Id}",
            progress,
            listener => _results.Value.DownloadAsync(_api.Connection, outputDirectory, unpack, overwrite, listener, _ => { }, cancellationToken));
}
