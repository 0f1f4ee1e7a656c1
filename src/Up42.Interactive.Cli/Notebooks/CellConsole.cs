using System.Text;

namespace Up42.Interactive.Cli;

/// <summary>A console stream whose text goes to the cell that caused it, or else to the one that runs, and to nobody outside one.</summary>
internal sealed class CellConsole(string streamName, Func<CellOutputs?> running) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => running()?.Write(streamName, buffer);

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        // Of what is longer than a cell shows no copy is made.
        if (value?.Length > CellOutputs.MaxStreamCharacters)
        {
            Write(value);
        }
        else
        {
            Write($"{value}{NewLine}");
        }
    }
}
