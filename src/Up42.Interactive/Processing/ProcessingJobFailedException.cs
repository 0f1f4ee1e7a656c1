namespace Up42.Interactive;

/// <summary>A processing job ended without results. The message has its first error; all are in <see cref="Errors"/>.</summary>
public sealed class ProcessingJobFailedException : Up42Exception
{
    internal ProcessingJobFailedException(ProcessingJob job)
        : base(Describe(job.Info)) => Job = job;

    /// <summary>The job.</summary>
    public ProcessingJob Job { get; }

    /// <summary>Why, as the platform says it; empty where it says nothing.</summary>
    public IReadOnlyList<ProcessingError> Errors => Job.Errors;

    internal override Html NextStep => Html.Join([ProcessingJobCardHtml.Errors(Errors), ProcessingNextHtml.Render(Job.Snapshot)]);

    internal override IReadOnlyList<(string Name, Html Value)> Details =>
    [
        ("Processing job", FactsHtml.NameAndId(Job.Info.Title, Job.Id)),
        ("Ended", Html.Format($"{StatusHtml.Render(Job.Status)} seen {DisplayText.Date(Job.SeenAt)}")),
    ];

    private static string Describe(ProcessingJobInfo job)
    {
        var why = job.Errors.Count > 0 ? $": {job.Errors[0]}"
            : job.Status == ProcessingStatus.Unlicensed ? ": the account has not accepted the licence of the process."
            : ".";
        return SingleLine.Format($"Processing job {job.Title} {job.Id} ended {job.Status}{why}");
    }
}
