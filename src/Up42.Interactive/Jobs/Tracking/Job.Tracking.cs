namespace Up42.Interactive;

public sealed partial class Job : ITracked<JobStatus>
{
    string ITracked<JobStatus>.Kind => "Job";

    string ITracked<JobStatus>.Line => $"Job {Info}";

    bool ITracked<JobStatus>.HasEnded => Info.HasEnded;

    string ITracked<JobStatus>.WaitAgain => "await job.TrackStatusAsync()";

    Task ITracked<JobStatus>.LookAsync(CancellationToken cancellationToken) => RefreshAsync(cancellationToken);

    /// <summary>
    /// Waits until the job ends, and says what goes on: on one card in a notebook, in lines on a terminal. It polls after 2 seconds, then
    /// ever more rarely, at least twice a
    /// minute. A lost connection is retried; an unknown status is polled on. To resume tracking in a new session,
    /// get it by its id and call this.
    /// </summary>
    /// <param name="reportInterval">How often a line says that it still waits; null: 30 seconds.</param>
    /// <param name="timeout">How long it waits; null: until the job ends.</param>
    /// <param name="progress">Receives each new status.</param>
    /// <param name="cancellationToken">Cancels the tracking, not the job.</param>
    /// <returns>This job, which has succeeded, or ended with a status that this library does not know.</returns>
    /// <exception cref="JobFailedException">The job ended FAILED or ERROR.</exception>
    /// <exception cref="JobCanceledException">The job was canceled.</exception>
    /// <exception cref="TimeoutException">The job has not ended in that time; it goes on.</exception>
    /// <exception cref="Up42Exception">The server was not reached, time and again.</exception>
    public async Task<Job> TrackStatusAsync(
        TimeSpan? reportInterval = null, TimeSpan? timeout = null, IProgress<JobStatus>? progress = null, CancellationToken cancellationToken = default)
    {
        using var reporter = new StatusReporter(_api.Connection, waited => LiveCards.Job(this, waited));
        return await TrackAsync(reporter, reportInterval ?? StatusReporter.DefaultInterval, timeout, progress, cancellationToken).ConfigureAwait(false);
    }

    internal async Task<Job> TrackAsync(
        StatusReporter reporter, TimeSpan reportInterval, TimeSpan? timeout, IProgress<JobStatus>? progress, CancellationToken cancellationToken)
    {
        await new StatusTracker<JobStatus>(this, _api.Connection.Time, reporter)
            .WaitForEndAsync(reportInterval, timeout, progress, cancellationToken).ConfigureAwait(false);
        if (Status.IsSucceeded)
        {
            return this;
        }

        if (Status.IsFailed)
        {
            throw new JobFailedException(this, await TryGetLogsAsync(cancellationToken).ConfigureAwait(false));
        }

        if (Status == JobStatus.Canceled)
        {
            throw new JobCanceledException(this);
        }

        reporter.Say($"Job {Info} ended with a status that this library does not know.");
        return this;
    }

    private async Task<JobLogs?> TryGetLogsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await GetLogsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Up42Exception)
        {
            // The job's failure is the news; that its logs cannot be had does not hide it.
            return null;
        }
    }
}
