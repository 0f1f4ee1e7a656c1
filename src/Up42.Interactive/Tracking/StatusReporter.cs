using System.Globalization;

namespace Up42.Interactive;

/// <summary>Says what goes on while somebody waits for work on a server: one card in a notebook, else lines.</summary>
internal sealed class StatusReporter : IDisposable
{
    private readonly ApiConnection _connection;
    private readonly Func<TimeSpan, LiveCard> _card;
    private readonly ProgressLines _lines;
    private readonly LiveDisplay _live;
    private readonly long _began;

    /// <summary>How often a line says that it still waits, where the caller names no interval.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(30);

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

    /// <summary>The work was looked at.</summary>
    public void Seen() => _live.Update(Card);

    /// <summary>The work could not be looked at.</summary>
    public void Lost(string subject, Exception error)
    {
        var text = SingleLine.Format($"{subject}: not reached, asking again. {error.Message}");
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
