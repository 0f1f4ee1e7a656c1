namespace Up42.Interactive;

public sealed partial class JobCollection : IHasResults
{
    private const int ConcurrentDownloads = 4;

    IReadOnlyList<string> IHasResults.QuicklooksOnDisk => [.. _jobs.SelectMany(job => job.Quicklooks)];

    IReadOnlyList<JobResults> IHasResults.ResultsOnDisk => _jobs.Select(job => job.Results).OfType<JobResults>().ToList() is { Count: > 0 } results
        ? results
        : throw new Up42Exception("Download the results first: await jobs.DownloadResultsAsync()");

    /// <summary>Downloads the results of all jobs, a few at a time, and attaches them to the jobs. See <see cref="Job.DownloadResultsAsync"/>.</summary>
    /// <param name="outputDirectory">Where to, each job into <c>job_…</c> in it; null: <c>project_…</c> below the client's output directory.</param>
    /// <param name="merge">
    /// Make one table of all results, with a column <c>job_id</c> and with <c>up42.data_path</c> relative to the folder, and save it there as <c>data.json</c>.
    /// </param>
    /// <param name="unpack">Unpack the archives; else they are kept.</param>
    /// <param name="overwrite">Fetch again and replace what earlier downloads brought.</param>
    /// <param name="progress">Receives the progress of each job; null: the card of the whole says how many have arrived.</param>
    /// <param name="cancellationToken">Cancels the downloads; what is complete stays.</param>
    /// <returns>For each job its results or its error: a job that has not succeeded, or not finished yet, has none and says so.</returns>
    /// <exception cref="Up42Exception">In the folder lies a <c>data.json</c> that is not a merged table, or the merged one cannot be written.</exception>
    public async Task<JobCollectionResults> DownloadResultsAsync(
        string? outputDirectory = null,
        bool merge = true,
        bool unpack = true,
        bool overwrite = false,
        IProgress<TransferProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var folder = outputDirectory is null
            ? DownloadFolders.OfProject(_api.Connection.Options.OutputDirectory, ProjectId)
            : Path.GetFullPath(outputDirectory);
        var table = Path.Combine(folder, ResultsLayout.DataJson);
        if (merge && !overwrite && File.Exists(table) && !MergedTable.IsAt(table))
        {
            throw new Up42Exception($"'{table}' is there already and is not a merged table: pass overwrite: true, merge: false, or another outputDirectory.");
        }

        using var work = new BatchProgress(_api.Connection, "Results", Count);
        var outcomes = await OutcomesAsync(
            _jobs,
            ConcurrentDownloads,
            (job, token) => work.CountAsync(() => job.DownloadResultsAsync(
                Path.Combine(folder, ResultsLayout.JobFolder(job.Id)), unpack, overwrite, progress ?? work, token)),
            cancellationToken).ConfigureAwait(false);
        var results = new JobCollectionResults(folder, [.. outcomes.Select(Outcome)], merge);
        if (results.Merged is { } merged && results.Jobs.Any(job => job.IsOk))
        {
            SaveMerged(merged, table);
        }

        return results;
    }

    private static JobResultsOutcome Outcome(JobOutcome<JobResults> outcome) => outcome.IsOk
        ? new JobResultsOutcome(outcome.Job.Id, outcome.Job.Snapshot, outcome.Value)
        : new JobResultsOutcome(outcome.Job.Id, outcome.Job.Snapshot, outcome.Error!);

    private static void SaveMerged(FeatureTable merged, string path)
    {
        try
        {
            merged.SaveGeoJson(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Up42Exception($"The merged table could not be written to {path}: {error.Message} The results of each job are complete.", error);
        }
    }
}
