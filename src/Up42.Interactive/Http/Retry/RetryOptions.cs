using System.Runtime.CompilerServices;

namespace Up42.Interactive;

/// <summary>How often and how patiently a request that only reads is repeated after an error. Runs and cancellations are never repeated.</summary>
public sealed class RetryOptions
{
    /// <summary>How often a request is sent at most, the first time included.</summary>
    /// <value>The default value is 8; 1 turns repeating off.</value>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>The wait before the second attempt; it doubles for each further one, with jitter. A server's <c>Retry-After</c> goes before it.</summary>
    /// <value>The default value is half a second.</value>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest wait between two attempts that this library chooses by itself.</summary>
    /// <value>The default value is 30 seconds.</value>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one attempt may take; for transfers, how long 64 kB may take. At most a day.</summary>
    /// <value>The default value is 60 seconds.</value>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(60);

    internal static TimeSpan MinTimeout { get; } = TimeSpan.FromMilliseconds(10);

    internal static void RequireUpToADay(TimeSpan time, TimeSpan least, [CallerArgumentExpression(nameof(time))] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromDays(1), name);
    }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1);
        RequireUpToADay(BaseDelay, TimeSpan.Zero);
        RequireUpToADay(MaxDelay, TimeSpan.Zero);
        RequireUpToADay(AttemptTimeout, MinTimeout);
    }
}
