namespace Up42.Interactive.TestKit;

/// <summary>
/// A clock that runs faster than the wall's: minutes of waiting pass in milliseconds, over real sockets, with nobody to
/// advance it. Timers, delays and timeouts made from it are fast too.
/// </summary>
/// <param name="factor">Seconds of this clock in one real second.</param>
public sealed class FastClock(double factor = 200) : TimeProvider
{
    private readonly long _began = System.GetTimestamp();

    /// <summary>The time at which every such clock begins.</summary>
    public static DateTimeOffset Start { get; } = new(2024, 1, 15, 12, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Start + TimeSpan.FromTicks(GetTimestamp());

    /// <inheritdoc/>
    public override long GetTimestamp() => (long)(System.GetElapsedTime(_began).Ticks * factor);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Real(dueTime), Real(period)), this);

    private TimeSpan Real(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / factor;

    private sealed class Timer(ITimer timer, FastClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Real(dueTime), clock.Real(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
