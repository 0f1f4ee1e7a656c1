namespace Up42.Interactive;

/// <summary>
/// One display in a notebook's cell that is replaced in place, at most twice a second, until it ends as it shall stay. Without a
/// notebook it shows nothing. Safe for concurrent use.
/// </summary>
internal sealed class LiveDisplay : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly AsyncLocal<bool> Nested = new();

    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private readonly Action<IDisplay>? _replace;
    private string _shown;
    private IDisplay? _waiting;
    private long _replacedAt;
    private bool _ended;

    private LiveDisplay(Action<IDisplay>? replace, IDisplay first, TimeProvider time)
    {
        (_replace, _shown, _time, _replacedAt) = (replace, replace is null ? "" : first.ToHtml(), time, time.GetTimestamp());
        _timer = time.CreateTimer(_ => ShowWaiting(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the work that asks is part of work that shows itself already.</summary>
    public static bool IsNested => Nested.Value;

    /// <summary>Whether somebody sees it.</summary>
    public bool IsShown => _replace is not null;

    /// <summary>Shows it in the running cell, if there is one.</summary>
    public static LiveDisplay Start(IDisplay first, TimeProvider time) => new(TryShow(first), first, time);

    /// <summary>What the calling async method does from now on shows nothing of its own.</summary>
    public static void Nest() => Nested.Value = true;

    /// <summary>Replaces it: at once, or where that would be too soon after the last time, when it is time for the newest.</summary>
    public void Update(IDisplay next)
    {
        lock (_gate)
        {
            if (_replace is null || _ended)
            {
                return;
            }

            var wait = Interval - _time.GetElapsedTime(_replacedAt);
            if (wait <= TimeSpan.Zero)
            {
                Replace(next);
            }
            else if (_waiting is null)
            {
                _waiting = next;
                _timer.Change(wait, Timeout.InfiniteTimeSpan);
            }
            else
            {
                _waiting = next;
            }
        }
    }

    /// <summary>Replaces it for the last time, at once, unless that is what it shows.</summary>
    public void End(IDisplay last)
    {
        lock (_gate)
        {
            if (!_ended)
            {
                _ended = true;
                Replace(last);
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    private void ShowWaiting()
    {
        lock (_gate)
        {
            if (_waiting is { } next && !_ended)
            {
                Replace(next);
            }
        }
    }

    private void Replace(IDisplay next)
    {
        _waiting = null;
        if (_replace is null || next.ToHtml() is var html && html == _shown)
        {
            return;
        }

        (_shown, _replacedAt) = (html, _time.GetTimestamp());
        _ = Try(() =>
        {
            _replace(next);
            return true;
        });
    }

    private static Action<IDisplay>? TryShow(IDisplay first) => IsNested ? null : Try(() => NotebookHost.Show(first));

    // The host's code runs here: that it cannot show something is no reason to end the work that is shown.
    private static T? Try<T>(Func<T> show)
    {
        try
        {
            return show();
        }
#pragma warning disable CA1031
        catch (Exception)
#pragma warning restore CA1031
        {
            return default;
        }
    }
}
