namespace Up42.Interactive.Cli;

/// <summary>What a report is about: results that lie here, or those of a job on the server.</summary>
/// <param name="Name">The job's name, or that of the folder or archive.</param>
/// <param name="Origin">Where the results came from, for the line under the title.</param>
/// <param name="Job">The job, where they came from the server.</param>
/// <param name="Results">The results.</param>
internal sealed record ReportSource(string Name, string Origin, Job? Job, JobResults Results)
{
    private static readonly string[] ArchiveExtensions = [".tar.gz", ".tgz", ".tar", ".zip"];

    /// <summary>Opens a folder or an archive; of anything else that looks like an id, fetches the job and its results.</summary>
    /// <param name="source">A path or a job's id.</param>
    /// <param name="downloads">Where results are downloaded to, if they are not here already.</param>
    /// <param name="steps">Told what is done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Up42Exception">It can't be opened, or the server refuses.</exception>
    public static async Task<ReportSource> OpenAsync(string source, string downloads, StepReporter steps, CancellationToken cancellationToken) =>
        Guid.TryParse(source, out _) && !Path.Exists(source)
            ? await FetchAsync(source, downloads, steps, cancellationToken).ConfigureAwait(false)
            : Of(await steps.StepAsync($"Open {source}", _ => Task.Run(() => JobResults.Open(source), cancellationToken)).ConfigureAwait(false));

    private static ReportSource Of(JobResults results) => new(
        ArchiveExtensions.FirstOrDefault(end => results.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) is { } extension
            ? results.Name[..^extension.Length]
            : results.Name,
        results.Name,
        null,
        results);

    private static async Task<ReportSource> FetchAsync(string jobId, string downloads, StepReporter steps, CancellationToken cancellationToken)
    {
        using var up42 = await steps.StepAsync("Log in", _ => Up42Client.AuthenticateAsync(cancellationToken: cancellationToken)).ConfigureAwait(false);
        var job = await steps.StepAsync($"Get job {jobId}", _ => up42.GetJobAsync(jobId, cancellationToken: cancellationToken)).ConfigureAwait(false);
        var results = job.Results ?? await steps.StepAsync(
            "Download its results",
            share => job.DownloadResultsAsync(downloads, progress: new ShareOfBytes(share), cancellationToken: cancellationToken)).ConfigureAwait(false);
        return new ReportSource(job.Name ?? $"Job {job.Id}", $"job {job.Id} at {up42.Endpoint.Host}", job, results);
    }

    private sealed class ShareOfBytes(IProgress<double> share) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value)
        {
            if (value.TotalBytes is > 0 and var total)
            {
                share.Report((double)value.BytesReceived / total);
            }
        }
    }
}
