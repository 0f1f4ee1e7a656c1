namespace Up42.Interactive;

/// <summary>The results on disk of a job or a task: what was downloaded, or an earlier complete download in its default folder.</summary>
internal sealed class AttachedResults(ResultsSource source, string defaultFolder)
{
    private readonly Lock _gate = new();
    private bool _lookedFor;
    private JobResults? _results;

    /// <summary>The results; null where there are none. The first look at them reads the disk, never the server.</summary>
    public JobResults? Current
    {
        get
        {
            lock (_gate)
            {
                if (!_lookedFor)
                {
                    _lookedFor = true;
                    _results = OpenEarlier();
                }

                return _results;
            }
        }
    }

    /// <summary>Downloads results and attaches them.</summary>
    /// <param name="connection">The way to the server.</param>
    /// <param name="outputDirectory">Where to; null: the default folder.</param>
    /// <param name="unpack">Unpack the archive.</param>
    /// <param name="overwrite">Replace an earlier download.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="saveFacts">Puts into the folder what is known of the job, before the results are opened.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<JobResults> DownloadAsync(
        ApiConnection connection,
        string? outputDirectory,
        bool unpack,
        bool overwrite,
        IProgress<TransferProgress>? progress,
        Action<string> saveFacts,
        CancellationToken cancellationToken)
    {
        var folder = outputDirectory is null ? defaultFolder : Path.GetFullPath(outputDirectory);
        var path = await new ResultsDownload(connection, source, folder).GetAsync(unpack, overwrite, progress, cancellationToken).ConfigureAwait(false);
        saveFacts(folder);
        var results = await Task.Run(() => JobResults.Open(path), cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            (_lookedFor, _results) = (true, results);
        }

        return results;
    }

    private JobResults? OpenEarlier()
    {
        try
        {
            return ResultsDownload.FindEarlier(source, defaultFolder) is { } path ? JobResults.Open(path) : null;
        }
        catch (Up42Exception)
        {
            // What cannot be opened is not an earlier download; a new one replaces it or says why it cannot.
            return null;
        }
    }
}
