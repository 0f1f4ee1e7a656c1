namespace Up42.Interactive;

/// <summary>Turns counts of bytes into reports that come at most ten times a second.</summary>
internal sealed class ProgressMeter(IProgress<DownloadProgress>? progress, string file, long? total, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private readonly long _began = time.GetTimestamp();
    private long? _reported;

    public void Report(long received)
    {
        if (progress is null || (_reported is { } last && time.GetElapsedTime(last) < Interval && received != total))
        {
            return;
        }

        _reported = time.GetTimestamp();
        var seconds = time.GetElapsedTime(_began).TotalSeconds;
        progress.Report(new DownloadProgress(file, received, total, seconds > 0 ? received / seconds : 0));
    }
}
