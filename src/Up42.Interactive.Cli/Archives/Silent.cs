namespace Up42.Interactive.Cli;

/// <summary>Hears of a transfer and says nothing: the steps say all that there is to say.</summary>
internal sealed class Silent : IProgress<TransferProgress>
{
    public void Report(TransferProgress value)
    {
    }
}
