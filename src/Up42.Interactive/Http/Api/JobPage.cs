namespace Up42.Interactive;

/// <summary>A page of jobs, and the records on it that are not jobs: they hide nobody else.</summary>
internal sealed record JobPage(IReadOnlyList<JobInfo> Jobs, IReadOnlyList<JobFailure> Failures);
