using System.Globalization;

namespace Up42.Interactive;

/// <summary>Says what goes on while somebody waits for jobs: one card in a notebook, else lines.</summary>
internal sealed class StatusReporter : IDisposable
{
    private readonly ApiConnection _connection;
    private readonly Func<TimeSpan, LiveCard> _card;
    private readonly ProgressLines _lines;
    private readonly LiveDisplay _live;
    private readonly long _began;

    /// <summary>Begins to wait.</summary>
    /// <param name="connection">The clock, and where lines go.</param>
    /// <param name="card">The card after a time of waiting.</param>
    public StatusReporter(ApiConnection connection, Func<TimeSpan, LiveCard> card)
    {
        (_connection, _card, _began) = (connection, card, connection.Time.GetTimestamp());
        _lines = new ProgressLines(connection.Options.Output);
        _live = LiveDisplay.Start(card(TimeSpan.Zero), connection.Time);
    }

    private LiveCard Card => _card(_connection.Time.GetElapsedTime(_began));

    /// <summary>A job was looked at.</summary>
    public void Seen() => _live.Update(Card);

    public void Changed(Job job) => Say($"Job {job.Info}");

    public void Waiting(Job job, TimeSpan waited) => Say($"Job {job.Info}, after {DisplayText.Duration(waited)}");

    public void Lost(Job job, Exception error)
    {
        var text = SingleLine.Format($"Job {job.Id}: not reached, asking again. {error.Message}");
        _live.Update(Card with { Note = text });
        Say(text);
    }

    public void Say(string text)
    {
        if (!_live.IsShown)
        {
            var time = _connection.Time.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            _lines.Say($"{time} {SingleLine.Format(text)}");
        }
    }

    /// <summary>Nobody waits any more: the card stays as it is now, and says so where the job goes on.</summary>
    public void Dispose()
    {
        var last = Card;
        _live.End(last with { IsBusy = false, Note = last.IsBusy ? "No longer waited for." : last.Note });
        _live.Dispose();
    }
}
