namespace Up42.Interactive;

/// <summary>A job ended without results. The message has the last words of its log; the whole is in <see cref="Logs"/>.</summary>
public sealed class JobFailedException : Up42Exception
{
    internal JobFailedException(Job job, JobLogs? logs)
        : base(Describe(job, logs)) => (Job, Logs) = (job, logs);

    /// <summary>The job.</summary>
    public Job Job { get; }

    /// <summary>The logs of all its tasks; null where the server did not give them.</summary>
    public JobLogs? Logs { get; }

    /// <summary>The log of the task that failed; null where none is marked so.</summary>
    public JobTaskLog? FailedTaskLog => FindFailed(Logs);

    internal override Html NextStep => Logs is null
        ? Html.Format($"<p>Next: <code>await job.GetLogsAsync()</code> may say why.</p>")
        : Html.Format(
            $"<p>Next: the log below says why; <code>error.Logs</code> and <code>error.Job</code> have the "
                + $"rest.</p>{(FailedTaskLog is { } log ? JobLogsHtml.Task(log) : Html.Empty)}");

    internal override IReadOnlyList<(string Name, Html Value)> Details =>
    [
        ("Job", FactsHtml.NameAndId(Job.Name, Job.Id)),
        ("Ended", Html.Format($"{StatusHtml.Render(Job.Status)} seen {DisplayText.Date(Job.SeenAt)}")),
    ];

    private static JobTaskLog? FindFailed(JobLogs? logs) => logs?.Tasks.FirstOrDefault(log => log.Task.Status.IsFailed);

    private static string Describe(Job job, JobLogs? logs)
    {
        var failed = FindFailed(logs);
        var line = failed?.Lines.LastOrDefault(line => line.Level >= JobLogLevel.Error) ?? failed?.Lines.LastOrDefault(line => line.Text.Trim().Length > 0);
        return SingleLine.Format($"Job {job.Name} {job.Id} ended {job.Status}{(failed is null ? "" : $" in {failed.Task.Title}")}")
            + (line is null ? ". await job.GetLogsAsync() may say why." : $": {SingleLine.Format(line.Text)}");
    }
}
