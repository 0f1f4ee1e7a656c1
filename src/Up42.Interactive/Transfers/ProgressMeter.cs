namespace Up42.Interactive;

/// <summary>Turns counts of bytes into reports that come at most ten times a second, the last one included.</summary>
internal sealed class ProgressMeter(IProgress<TransferProgress>? progress, string file, TimeProvider time)
{
    // Nine of them and the last one fit into a second.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(120);
    private readonly long _began = time.GetTimestamp();
    private long? _reported;
    private long? _first;
    private long? _total;

    /// <summary>Says where the counting begins; what an earlier attempt brought has no part in the rate.</summary>
    public void Begin(long received, long? total)
    {
        _first = Math.Min(_first ?? received, received);
        _total = total;
    }

    public void Report(long received)
    {
        if (progress is null || (_reported is { } last && time.GetElapsedTime(last) < Interval && received != _total))
        {
            return;
        }

        _reported = time.GetTimestamp();
        var (resumed, seconds) = (_first.GetValueOrDefault(), time.GetElapsedTime(_began).TotalSeconds);
        progress.Report(new TransferProgress(file, received, _total, seconds > 0 ? (received - resumed) / seconds : 0) { BytesResumed = resumed });
    }
}
