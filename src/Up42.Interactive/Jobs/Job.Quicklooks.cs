namespace Up42.Interactive;

public sealed partial class Job
{
    private volatile IReadOnlyList<string> _quicklooks = [];

    /// <summary>The files of the quicklooks that were downloaded last; empty before that.</summary>
    public IReadOnlyList<string> Quicklooks => _quicklooks;

    /// <summary>Downloads the quicklooks of all tasks that have them.</summary>
    /// <param name="outputDirectory">Where to; null: the job's folder, <c>project_…/job_…</c> below the client's output directory.</param>
    /// <param name="progress">Receives each picture; null: a bar in the notebook shows them, or lines on a terminal.</param>
    /// <param name="cancellationToken">Cancels the download; what has arrived stays.</param>
    /// <returns>The files' full paths; empty where no task has a quicklook.</returns>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public async Task<IReadOnlyList<string>> DownloadQuicklooksAsync(
        string? outputDirectory = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var folder = outputDirectory is null ? DefaultFolder : System.IO.Path.GetFullPath(outputDirectory);
        var tasks = await GetJobTasksAsync(cancellationToken).ConfigureAwait(false);
        return _quicklooks = await LiveTransfer.ShowAsync(
            _api.Connection, $"Quicklooks of job {Name ?? Id}", progress, listener =>
                new QuicklookDownloader(_api).DownloadAsync(tasks, folder, listener, cancellationToken)).ConfigureAwait(false);
    }

    private string DefaultFolder => DownloadFolders.OfJob(_api.Connection.Options.OutputDirectory, ProjectId, Id);
}
