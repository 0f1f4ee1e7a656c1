namespace Up42.Interactive;

/// <summary>The results of several jobs, downloaded or opened from a folder: for each job its results, or why it has none.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class JobCollectionResults : IHasResults, IDisplay
{
    private readonly Lazy<FeatureTable?> _merged;

    internal JobCollectionResults(string directory, IReadOnlyList<JobResultsOutcome> jobs, bool merge, string? remark = null)
    {
        (Directory, Jobs, Remarks) = (directory, jobs, [.. new[] { remark, merge ? MergedTable.Remark(jobs) : null }.OfType<string>()]);
        _merged = new(() => merge ? MergedTable.Create(directory, jobs) : null);
    }

    /// <summary>The full path of the folder that the paths in <see cref="Merged"/> start at.</summary>
    public string Directory { get; }

    /// <summary>For each job, in order, its results or its error.</summary>
    public IReadOnlyList<JobResultsOutcome> Jobs { get; }

    /// <summary>
    /// The tables of all results in one: with a column <c>job_id</c>, and with <c>up42.data_path</c> relative to <see cref="Directory"/>. Null
    /// where merging was turned off.
    /// </summary>
    public FeatureTable? Merged => _merged.Value;

    /// <summary>What was left out of the folder, one sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>The jobs without results, and why.</summary>
    public IReadOnlyList<JobFailure> Failures => [.. Jobs.Where(job => !job.IsOk).Select(job => new JobFailure(job.JobId, job.Error!))];

    IReadOnlyList<JobResults> IHasResults.ResultsOnDisk => Jobs.Any(job => job.IsOk)
        ? [.. Jobs.Where(job => job.IsOk).Select(job => job.Value)]
        : throw new Up42Exception($"None of the {DisplayText.Count(Jobs.Count, "job")} has results: {Missing()}.");

    IReadOnlyList<string> IHasResults.QuicklooksOnDisk => [.. Jobs.Where(job => job.IsOk).SelectMany(job => ((IHasResults)job.Value).QuicklooksOnDisk)];

    /// <summary>The results of one job.</summary>
    /// <param name="jobId">The job's id.</param>
    /// <exception cref="ArgumentException">The job does not exist.</exception>
    /// <exception cref="Up42Exception">The job has no results; the message says why.</exception>
    public JobResults this[string jobId] => (Jobs.FirstOrDefault(job => job.JobId == jobId)
        ?? throw new ArgumentException($"There is no job {jobId} among these {Jobs.Count} results.", nameof(jobId))).Value;

    /// <summary>
    /// Opens a folder with the results of several jobs: what <see cref="JobCollection"/> downloaded, <c>up42 archive</c> saved, or
    /// archives side by side. Each may be a
    /// folder or an archive, also in a folder of its project. It needs no account and no network.
    /// </summary>
    /// <param name="path">The folder, or an archive of one. One that holds the files of one job is a collection of one.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>
    /// For each job its results or why it has none: one that cannot be opened does not hide the others. The oldest job comes
    /// first; those of which nothing is known but results come last, by name.
    /// </returns>
    /// <exception cref="Up42Exception">The folder does not exist, or no results in it.</exception>
    public static JobCollectionResults Open(string path, CancellationToken cancellationToken = default) => Open(path, ResultsCache.OfUser, cancellationToken);

    /// <summary>For each job what there is of it.</summary>
    public string ToHtml() => new Fragment { Static = StaticHtml }.ToHtml();

    /// <summary>For example <c>Results of 4 of 6 jobs, 12 features; without results: 1 RUNNING, 1 FAILED</c>.</summary>
    public override string ToString() => SingleLine.Format(
        $"Results of {Jobs.Count(job => job.IsOk)} of {DisplayText.Count(Jobs.Count, "job")}"
        + (Merged is null ? "" : $", {DisplayText.Count(Merged.Count, "feature")}")
        + (Jobs.All(job => job.IsOk) ? "" : $"; without results: {Missing()}"));

    internal Html StaticHtml => JobCollectionResultsHtml.Render(this);

    internal static JobCollectionResults Open(string path, ResultsCache cache, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var opening = new ResultsOpening(cache, Limits: null, FollowLinks: false, cancellationToken);
        try
        {
            return WorkBudget.OfOpening.Enter(() => File.Exists(path) ? Open(path, cache.Unpack(path, limits: null, cancellationToken), opening)
                : System.IO.Directory.Exists(path) ? Open(path, Path.GetFullPath(path), opening)
                : throw new Up42Exception($"There is no folder '{path}'."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Up42Exception($"{path} cannot be read: {error.Message}", error);
        }
    }

    private static JobCollectionResults Open(string path, string folder, ResultsOpening opening)
    {
        var found = ResultsFolder.IsOfOneJob(folder) ? null : JobFolders.Find(folder, opening.CancellationToken);
        var jobs = found?.Jobs ?? [folder];
        return jobs.Count == 0
            ? throw new Up42Exception(
                $"There are no results of jobs in {path}"
                + $"{((found?.Remark?.TrimEnd('.') ?? ResultsFolder.WhyEmpty(folder, opening.CancellationToken)) is { } why ? $": {why}" : "")}.")
            : new JobCollectionResults(
                folder, [.. jobs.Select(job => OpenOne(job, opening)).OrderBy(job => job.Job?.Info.CreatedAt ?? DateTimeOffset.MaxValue)], merge: true,
                found?.Remark);
    }

    private static JobResultsOutcome OpenOne(string path, ResultsOpening opening)
    {
        opening.CancellationToken.ThrowIfCancellationRequested();
        try
        {
            var results = JobResults.Open(path, opening);
            var (id, status) = (results.JobId, results.Job?.Info.Status);
            var failed = status is { IsSucceeded: false } ? $"{status}"
                : results.ProcessingJob?.Info.Status is { IsSucceeded: false } today ? $"{today}"
                : null;
            return failed is not null && results.Rasters.Count == 0 && results.Table.Count == 0
                ? new JobResultsOutcome(id, results.Job, new Up42Exception($"It was {failed} when it was saved, and had no results."))
                : new JobResultsOutcome(id, results.Job, results);
        }
        catch (Up42Exception error)
        {
            return new JobResultsOutcome(Path.GetFileName(path), JobFile.Find(path), error);
        }
    }

    // By state: a job that still runs is not one that failed.
    private string Missing() => string.Join(", ", Jobs.Where(job => !job.IsOk)
        .GroupBy(job => job.Job?.Info.Status switch
        {
            null or { IsSucceeded: true } => "with an error",
            { IsTerminal: false } status => $"{status} (not finished yet)",
            { } status => status.ToString(),
        })
        .Select(group => $"{group.Count()} {group.Key}"));
}
