using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Tests.Http;

/// <summary>A clock that stands still until a test moves it, and that says when somebody begins to wait by it.</summary>
internal sealed class HeldClock : FakeTimeProvider
{
    private volatile TaskCompletionSource _wait = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the next wait by this clock begins, counted from this call.</summary>
    public Task NextWait() => (_wait = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _wait.TrySetResult();
        return timer;
    }
}
