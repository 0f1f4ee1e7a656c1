namespace Up42.Interactive.Tests.Downloads;

/// <summary>Takes reports of progress as they come, on the thread that makes them.</summary>
internal sealed class Heard(Action<TransferProgress>? then = null) : IProgress<TransferProgress>
{
    public List<TransferProgress> Reports { get; } = [];

    public void Report(TransferProgress value)
    {
        Reports.Add(value);
        then?.Invoke(value);
    }
}
