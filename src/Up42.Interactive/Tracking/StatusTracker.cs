namespace Up42.Interactive;

/// <summary>Gets the state of some work until it ends: soon at first, then ever more rarely.</summary>
internal sealed class StatusTracker<TStatus>(ITracked<TStatus> work, TimeProvider time, StatusReporter reporter)
    where TStatus : struct
{
    private const double Growth = 1.25;
    private const int MaxSoftErrors = 5;
    private static readonly TimeSpan FirstInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxInterval = TimeSpan.FromSeconds(30);

    private readonly long _began = time.GetTimestamp();
    private TStatus? _shown;
    private long _spokeAt = time.GetTimestamp();
    private int _softErrors;

    /// <summary>Waits until the work ends, however it ends.</summary>
    /// <param name="reportInterval">How often it says that it still waits.</param>
    /// <param name="timeout">How long it waits; null: until the work ends.</param>
    /// <param name="progress">Receives each status once.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="TimeoutException">The work has not ended in that time.</exception>
    public async Task WaitForEndAsync(
        TimeSpan reportInterval, TimeSpan? timeout, IProgress<TStatus>? progress, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout ?? Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await PollAsync(reportInterval, progress, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                SingleLine.Format(
                    $"{work.Kind} {work.Name} {work.Id} is still {work.Status} after {DisplayText.Seconds(timeout!.Value)}. "
                        + $"It goes on: {work.WaitAgain} waits again."), canceled);
        }
    }

    private async Task PollAsync(TimeSpan reportInterval, IProgress<TStatus>? progress, CancellationToken cancellationToken)
    {
        var interval = FirstInterval;
        while (true)
        {
            await LookAsync(cancellationToken).ConfigureAwait(false);
            Report(reportInterval, progress);
            if (work.HasEnded)
            {
                return;
            }

            await Task.Delay(interval, time, cancellationToken).ConfigureAwait(false);
            interval = interval * Growth < MaxInterval ? interval * Growth : MaxInterval;
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await work.LookAsync(cancellationToken).ConfigureAwait(false);
            _softErrors = 0;
            reporter.Seen();
        }
        catch (Up42Exception error) when (TransientErrors.IsSoft(error) && ++_softErrors <= MaxSoftErrors)
        {
            reporter.Lost($"{work.Kind} {work.Id}", error);
        }
    }

    private void Report(TimeSpan reportInterval, IProgress<TStatus>? progress)
    {
        if (!work.Status.Equals(_shown))
        {
            _shown = work.Status;
            reporter.Say(work.Line);
            progress?.Report(work.Status);
        }
        else if (time.GetElapsedTime(_spokeAt) >= reportInterval)
        {
            reporter.Say($"{work.Line}, after {DisplayText.Duration(time.GetElapsedTime(_began))}");
        }
        else
        {
            return;
        }

        _spokeAt = time.GetTimestamp();
    }
}
