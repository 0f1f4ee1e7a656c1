using System.Globalization;

namespace Up42.Interactive;

/// <summary>Takes text up to a number of characters, and ends whoever writes more: some displays have no end.</summary>
internal sealed class BoundedWriter : StringWriter
{
    private readonly int _maxCharacters;
    private bool _isFull;

    private BoundedWriter(int maxCharacters)
        : base(CultureInfo.InvariantCulture) => _maxCharacters = maxCharacters;

    /// <summary>What a function writes, as far as there is room.</summary>
    /// <param name="maxCharacters">The most that is taken.</param>
    /// <param name="write">Writes.</param>
    /// <returns>The text, and whether it is whole.</returns>
    public static (string Text, bool IsWhole) Take(int maxCharacters, Action<TextWriter> write)
    {
        using var writer = new BoundedWriter(maxCharacters);
        try
        {
            write(writer);
        }
        catch (Exception) when (writer._isFull)
        {
            // Who wrote may have wrapped the end in exceptions of its own.
        }

        return (writer.ToString(), !writer._isFull);
    }

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        var room = _maxCharacters - GetStringBuilder().Length;
        _isFull |= buffer.Length > room;
        GetStringBuilder().Append(buffer[..Math.Min(buffer.Length, room)]);
        if (_isFull)
        {
            throw new IOException("There is no room for more.");
        }
    }
}
