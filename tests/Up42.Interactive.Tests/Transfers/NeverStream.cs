namespace Up42.Interactive.Tests.Transfers;

/// <summary>A body that never comes.</summary>
internal sealed class NeverStream : ReadOnlyStream
{
    private readonly TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when somebody waits for a byte.</summary>
    public Task Waits => _waits.Task;

    public override int Read(Span<byte> buffer) => throw new NotSupportedException();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _waits.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }
}
