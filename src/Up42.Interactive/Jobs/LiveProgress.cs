namespace Up42.Interactive;

/// <summary>A card that is kept up to date in a notebook; on a terminal its text, as a line every few seconds and at the end.</summary>
/// <param name="connection">The clock, and where lines go.</param>
/// <param name="card">The card as it is now.</param>
internal sealed class LiveProgress(ApiConnection connection, Func<LiveCard> card) : IDisposable
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time = connection.Time;
    private readonly ProgressLines _lines = new(connection.Options.Output);
    private readonly long _began = connection.Time.GetTimestamp();
    private long _saidAt = connection.Time.GetTimestamp();
    private LiveDisplay? _live;

    public TimeSpan Elapsed => _time.GetElapsedTime(_began);

    public string Rate(long bytes) => $"{FileSize.Text((long)(bytes / double.Max(Elapsed.TotalSeconds, 0.001)))}/s";

    /// <summary>Something has changed. The card is shown when this is called first.</summary>
    public void Update()
    {
        lock (_gate)
        {
            if (_live is null)
            {
                _live = LiveDisplay.Start(card(), _time);
            }
            else
            {
                _live.Update(card());
            }

            if (!_live.IsShown && _time.GetElapsedTime(_saidAt) >= LineInterval)
            {
                _saidAt = _time.GetTimestamp();
                _lines.Say(card().ToString());
            }
        }
    }

    /// <summary>Shows the last card, unless nothing was shown so far.</summary>
    public void End(LiveCard last)
    {
        lock (_gate)
        {
            _live?.End(last);
            if (_live is { IsShown: false })
            {
                _lines.Say(last.ToString());
            }
        }
    }

    public void Dispose() => _live?.Dispose();
}
