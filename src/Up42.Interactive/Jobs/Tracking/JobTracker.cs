namespace Up42.Interactive;

/// <summary>Gets a job's state until it ends: soon at first, then ever more rarely.</summary>
internal sealed class JobTracker(Job job, TimeProvider time, StatusReporter reporter)
{
    private const double Growth = 1.25;
    private const int MaxSoftErrors = 5;
    private static readonly TimeSpan FirstInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxInterval = TimeSpan.FromSeconds(30);

    private readonly long _began = time.GetTimestamp();
    private JobStatus? _shown;
    private long _spokeAt = time.GetTimestamp();
    private int _softErrors;

    /// <summary>Waits until the job ends, however it ends.</summary>
    /// <param name="reportInterval">How often it says that it still waits.</param>
    /// <param name="progress">Receives each status once.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task WaitForEndAsync(TimeSpan reportInterval, IProgress<JobStatus>? progress, CancellationToken cancellationToken)
    {
        var interval = FirstInterval;
        while (true)
        {
            await LookAsync(cancellationToken).ConfigureAwait(false);
            Report(reportInterval, progress);
            if (job.Info.HasEnded)
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
            await job.RefreshAsync(cancellationToken).ConfigureAwait(false);
            _softErrors = 0;
            reporter.Seen();
        }
        catch (Up42Exception error) when (TransientErrors.IsSoft(error) && ++_softErrors <= MaxSoftErrors)
        {
            reporter.Lost(job, error);
        }
    }

    private void Report(TimeSpan reportInterval, IProgress<JobStatus>? progress)
    {
        if (job.Status != _shown)
        {
            _shown = job.Status;
            reporter.Changed(job);
            progress?.Report(job.Status);
        }
        else if (time.GetElapsedTime(_spokeAt) >= reportInterval)
        {
            reporter.Waiting(job, time.GetElapsedTime(_began));
        }
        else
        {
            return;
        }

        _spokeAt = time.GetTimestamp();
    }
}
