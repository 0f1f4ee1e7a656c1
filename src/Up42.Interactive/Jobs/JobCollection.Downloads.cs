namespace Up42.Interactive;

public sealed partial class JobCollection : IHasResults
{
    private const int ConcurrentDownloads = 4;

    IReadOnlyList<string> IHasResults.QuicklooksOnDisk => [.. _jobs.SelectMany(job => job.Quicklooks)];

    IReadOnlyList<JobResults> IHasResults.ResultsOnDisk => _jobs.Select(job => job.Results).OfType<JobResults>().ToList() is { Count: > 0 } results
        ? results
        : throw new Up42Exception("Download the results first: await jobs.DownloadResultsAsync()");

    /// <summary>Downloads the results of all jobs, a few at a time, and attaches them to the jobs. See <see cref="Job.DownloadResultsAsync"/>.</summary>
    /// <param name="outputDirectory">Where to, each job into <c>job_…</c> in it; null: each job's own default folder.</param>
    /// <param name="merge">Make one table of all results, with a column <c>job_id</c>.</param>
    /// <param name="unpack">Unpack the archives; else they are kept.</param>
    /// <param name="overwrite">Fetch again and replace what earlier downloads brought.</param>
    /// <param name="progress">Hears of arriving bytes of each job; null: the card of the whole says how many have arrived.</param>
    /// <param name="cancellationToken">Ends it; what is complete stays.</param>
    /// <returns>For each job its results or its error: a job that has not succeeded has none.</returns>
    public async Task<JobCollectionResults> DownloadResultsAsync(
        string? outputDirectory = null,
        bool merge = true,
        bool unpack = true,
        bool overwrite = false,
        IProgress<DownloadProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var work = new LiveWork(_connection, "Results", Count);
        var outcomes = await OutcomesAsync(
            _jobs,
            ConcurrentDownloads,
            (job, token) => work.CountAsync(() => job.DownloadResultsAsync(
                outputDirectory is null ? null : Path.Combine(outputDirectory, SafeFileName.Of($"job_{job.Id}")), unpack, overwrite, progress ?? work, token)),
            cancellationToken).ConfigureAwait(false);
        return new JobCollectionResults(outcomes, merge);
    }
}
