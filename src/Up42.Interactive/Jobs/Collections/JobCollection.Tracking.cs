namespace Up42.Interactive;

public sealed partial class JobCollection
{
    /// <summary>
    /// Waits until all jobs have ended, and says what goes on: on one card in a notebook, in lines on a terminal. See
    /// <see cref="Job.TrackStatusAsync"/>.
    /// </summary>
    /// <param name="reportInterval">How often a line says that it still waits; null: 30 seconds.</param>
    /// <param name="timeout">How long it waits; null: until the last job ends.</param>
    /// <param name="progress">Receives each new status of any job.</param>
    /// <param name="cancellationToken">Cancels the tracking, not the job.</param>
    /// <returns>This collection; <see cref="Failures"/> has the jobs that failed, were canceled or have not ended.</returns>
    public async Task<JobCollection> TrackStatusAsync(
        TimeSpan? reportInterval = null, TimeSpan? timeout = null, IProgress<JobStatus>? progress = null, CancellationToken cancellationToken = default)
    {
        using var reporter = new StatusReporter(_api.Connection, waited => LiveCards.Jobs(_jobs, Count, waited));
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var heartbeat = SayThatItWaitsAsync(reporter, reportInterval ?? StatusReporter.DefaultInterval, done.Token);
        try
        {
            var open = _jobs.Where(job => job.Status != JobStatus.Succeeded);
            Failures = FailuresOf(await OutcomesAsync(
                open,
                int.Max(1, Count),
                (job, token) => job.TrackAsync(reporter, TimeSpan.MaxValue, timeout, progress, token),
                cancellationToken).ConfigureAwait(false));
            return this;
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
            await heartbeat.ConfigureAwait(false);
        }
    }

    private async Task SayThatItWaitsAsync(StatusReporter reporter, TimeSpan interval, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(interval, _api.Connection.Time, cancellationToken).ConfigureAwait(false);
                reporter.Seen();
                reporter.Say(ToString());
            }
        }
        catch (OperationCanceledException)
        {
            // All jobs have ended, or the caller waits no more.
        }
    }
}
