namespace Up42.Interactive;

/// <summary>What work says of itself in a console: lines on a terminal, nothing in a pipe.</summary>
/// <param name="output">Where lines go whatever it is; null: the console as it is at this time.</param>
internal sealed class ProgressLines(TextWriter? output)
{
    private const int MaxLineLength = 1000;

    private readonly TextWriter? _output = LiveDisplay.IsNested ? null : output ?? (Console.IsOutputRedirected ? null : Console.Out);

    public void Say(string line) => _output?.WriteLine(SingleLine.Format(line, MaxLineLength));
}
