namespace Up42.Interactive;

/// <summary>What came of downloading the results of several jobs: for each job its results, or why it has none.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class JobCollectionResults : IHasResults, IDisplay
{
    internal JobCollectionResults(IReadOnlyList<JobOutcome<JobResults>> jobs, bool merge)
    {
        Jobs = jobs;
        Merged = merge ? Merge(jobs) : null;
    }

    /// <summary>For each job, in order, its results or its error.</summary>
    public IReadOnlyList<JobOutcome<JobResults>> Jobs { get; }

    /// <summary>The tables of all results in one, with a column <c>job_id</c>; null where merging was turned off.</summary>
    public FeatureTable? Merged { get; }

    /// <summary>The jobs without results, and why.</summary>
    public IReadOnlyList<JobFailure> Failures => [.. Jobs.Where(job => !job.IsOk).Select(job => new JobFailure(job.Job.Id, job.Error!))];

    IReadOnlyList<JobResults> IHasResults.ResultsOnDisk =>
        Jobs.Any(job => job.IsOk) ? [.. Jobs.Where(job => job.IsOk).Select(job => job.Value)] : throw new Up42Exception("None of the jobs has results.");

    /// <summary>The results of one job.</summary>
    /// <param name="jobId">The job's id.</param>
    /// <exception cref="ArgumentException">There is no such job.</exception>
    /// <exception cref="Up42Exception">The job has no results; the message says why.</exception>
    public JobResults this[string jobId] => (Jobs.FirstOrDefault(job => job.Job.Id == jobId)
        ?? throw new ArgumentException($"There is no job {jobId} among these {Jobs.Count} results.", nameof(jobId))).Value;

    /// <summary>For each job what came of it.</summary>
    public string ToHtml() => new Fragment { Static = JobCollectionHtml.Of(this) }.ToHtml();

    /// <summary>For example <c>Results of 4 of 5 jobs, 12 features</c>.</summary>
    public override string ToString() =>
        $"Results of {Jobs.Count(job => job.IsOk)} of {Jobs.Count} jobs{(Merged is null ? "" : $", {Merged.Count} features")}";

    private static FeatureTable Merge(IReadOnlyList<JobOutcome<JobResults>> jobs)
    {
        var tables = jobs.Where(job => job.IsOk).Select(job => job.Value.Table.WithColumn("job_id", _ => job.Job.Id)).ToList();
        return tables.Count == 0 ? FeatureTable.Empty : FeatureTable.Concat(tables);
    }
}
