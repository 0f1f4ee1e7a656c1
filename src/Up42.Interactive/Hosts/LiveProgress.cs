namespace Up42.Interactive;

/// <summary>A card that is kept up to date in a notebook; on a terminal its text, as a line every few seconds and at the end.</summary>
/// <param name="time">The clock.</param>
/// <param name="output">Where lines go whatever it is; null: a terminal.</param>
/// <param name="card">The card as it is now.</param>
internal sealed class LiveProgress(TimeProvider time, TextWriter? output, Func<LiveCard> card) : IDisposable
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly ProgressLines _lines = new(output);
    private readonly long _began = time.GetTimestamp();
    private long _saidAt = time.GetTimestamp();
    private LiveDisplay? _live;
    private bool _ended;

    public TimeSpan Elapsed => time.GetElapsedTime(_began);

    public string Rate(long bytes) => $"{FileSize.Format((long)(bytes / double.Max(Elapsed.TotalSeconds, 0.001)))}/s";

    /// <summary>Something has changed. The card is shown when this is called first, and not after the end.</summary>
    public void Update()
    {
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            if (_live is null)
            {
                _live = LiveDisplay.Start(card(), time);
            }
            else
            {
                _live.Update(card());
            }

            if (!_live.IsShown && time.GetElapsedTime(_saidAt) >= LineInterval)
            {
                _saidAt = time.GetTimestamp();
                _lines.Say(card().ToString());
            }
        }
    }

    /// <summary>Shows the last card, unless nothing was shown so far.</summary>
    public void End(LiveCard last)
    {
        lock (_gate)
        {
            _ended = true;
            _live?.End(last);
            if (_live is { IsShown: false })
            {
                _lines.Say(last.ToString());
            }
        }
    }

    public void Dispose() => _live?.Dispose();
}
