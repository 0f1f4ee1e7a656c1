namespace Up42.Interactive;

public sealed partial class ProcessingJob : ITracked<ProcessingStatus>
{
    string ITracked<ProcessingStatus>.Kind => "Processing job";

    string? ITracked<ProcessingStatus>.Name => Title;

    string ITracked<ProcessingStatus>.Line => $"Processing job {Info}";

    bool ITracked<ProcessingStatus>.HasEnded => Info.HasEnded;

    string ITracked<ProcessingStatus>.WaitAgain => "await job.TrackStatusAsync()";

    Task ITracked<ProcessingStatus>.LookAsync(CancellationToken cancellationToken) => RefreshAsync(cancellationToken);

    /// <summary>
    /// Waits until the job ends, and says what goes on: on one card in a notebook, in lines on a terminal. It polls after 2 seconds, then ever
    /// more rarely, at least twice a minute. A lost connection is retried; an unknown status is polled on. <c>successful</c> is not the end yet:
    /// the job ends <c>captured</c>, when its credits are taken.
    /// </summary>
    /// <param name="reportInterval">How often a line says that it still waits; null: 30 seconds.</param>
    /// <param name="timeout">How long it waits; null: until the job ends.</param>
    /// <param name="progress">Receives each new status.</param>
    /// <param name="cancellationToken">Cancels the tracking, not the job.</param>
    /// <returns>This job, which has results, or ended with a status that this library does not know.</returns>
    /// <exception cref="ProcessingJobFailedException">The job ended <c>released</c>, <c>invalid</c>, <c>rejected</c> or <c>unlicensed</c>.</exception>
    /// <exception cref="TimeoutException">The job has not ended in that time; it goes on.</exception>
    /// <exception cref="Up42Exception">The server was not reached, time and again.</exception>
    public async Task<ProcessingJob> TrackStatusAsync(
        TimeSpan? reportInterval = null,
        TimeSpan? timeout = null,
        IProgress<ProcessingStatus>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var reporter = new StatusReporter(_api.Connection, Card);
        await new StatusTracker<ProcessingStatus>(this, _api.Connection.Time, reporter)
            .WaitForEndAsync(reportInterval ?? StatusReporter.DefaultInterval, timeout, progress, cancellationToken).ConfigureAwait(false);
        if (Status.IsFailed)
        {
            throw new ProcessingJobFailedException(this);
        }

        if (!Status.IsSucceeded)
        {
            reporter.Say($"Processing job {Info} ended with a status that this library does not know.");
        }

        return this;
    }

    private LiveCard Card(TimeSpan waited)
    {
        var job = _snapshot;
        var time = job.Info.HasEnded
            ? job.Duration is { } ran ? $"ran {DisplayText.Duration(ran)}" : ""
            : $"waiting for {DisplayText.Duration(waited)}";
        return new LiveCard
        {
            Text = SingleLine.Format($"Processing job {job.Info}{(time.Length == 0 ? "" : $", {time}")}"),
            Line = Html.Format($"Processing job <b>{SingleLine.Format(job.Info.Title ?? job.Info.Id)}</b> {StatusHtml.Render(job.Info.Status)} {time}"),
            IsBusy = !job.Info.HasEnded,
        };
    }
}
