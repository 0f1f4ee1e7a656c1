namespace Up42.Interactive;

/// <summary>A job that was waited for has been canceled.</summary>
public sealed class JobCanceledException : Up42Exception
{
    internal JobCanceledException(Job job)
        : base(SingleLine.Format($"Job {job.Name} {job.Id} was canceled.")) => Job = job;

    /// <summary>The job.</summary>
    public Job Job { get; }
}
