namespace Up42.Interactive;

/// <summary>What there is of one job among several: its results, or why it has none. Its facts are there in either case, as far as they are known.</summary>
public sealed class JobResultsOutcome
{
    private readonly JobResults? _results;

    internal JobResultsOutcome(string jobId, JobSnapshot? job, JobResults results) => (JobId, Job, _results) = (jobId, job, results);

    internal JobResultsOutcome(string jobId, JobSnapshot? job, Exception error) => (JobId, Job, Error) = (jobId, job, error);

    /// <summary>The job's id; where nobody knows it, the name of its folder or archive.</summary>
    public string JobId { get; }

    /// <summary>Facts, tasks, logs and cost as last seen; null where they were not saved.</summary>
    public JobSnapshot? Job { get; }

    /// <summary>Why there are no results; null where there are.</summary>
    public Exception? Error { get; }

    /// <summary>Whether there are results.</summary>
    public bool IsOk => Error is null;

    /// <summary>The results.</summary>
    /// <exception cref="Up42Exception">There are none; the message says why.</exception>
    public JobResults Value => _results ?? throw new Up42Exception($"There are no results of job {JobId}: {Error!.Message}", Error);

    /// <summary>The job's id and its results or error, in one line.</summary>
    public override string ToString() => SingleLine.Format($"{JobId}: {(Error is null ? _results : Error.Message)}");
}
