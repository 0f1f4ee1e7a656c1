namespace Up42.Interactive;

public sealed partial class JobTask
{
    private volatile IReadOnlyList<string> _quicklooks = [];

    /// <summary>The files of the quicklooks that were downloaded last; empty before that.</summary>
    public IReadOnlyList<string> Quicklooks => _quicklooks;

    /// <summary>Downloads the task's quicklooks.</summary>
    /// <param name="outputDirectory">Where to; null: the task's folder, <c>project_…/job_…/jobtask_…</c> below the client's output directory.</param>
    /// <param name="progress">Receives each picture; null: a bar in the notebook shows them, or lines on a terminal.</param>
    /// <param name="cancellationToken">Cancels the download; what has arrived stays.</param>
    /// <returns>The files' full paths; empty where the task has no quicklook.</returns>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public async Task<IReadOnlyList<string>> DownloadQuicklooksAsync(
        string? outputDirectory = null, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var folder = outputDirectory is null ? DefaultFolder : System.IO.Path.GetFullPath(outputDirectory);
        return _quicklooks = await LiveTransfer.ShowAsync(
            _api.Connection, $"Quicklooks of job task {Info.Name ?? Id}", progress, listener =>
                new QuicklookDownloader(_api).DownloadAsync([this], folder, listener, cancellationToken)).ConfigureAwait(false);
    }

    private string DefaultFolder => DownloadFolders.OfTask(_api.Connection.Options.OutputDirectory, ProjectId, JobId, Id);
}
