namespace Up42.Interactive;

/// <summary>A place in a buffer, its line, and its position in the line, in bytes; all count from 0.</summary>
internal readonly record struct TextPlace(int Index, long Line, long Position)
{
    /// <summary>A later place, or this one.</summary>
    public TextPlace Forward(ReadOnlySpan<byte> buffer, int index)
    {
        var passed = buffer[Index..index];
        var last = passed.LastIndexOf((byte)'\n');
        return new TextPlace(index, Line + passed.Count((byte)'\n'), last < 0 ? Position + passed.Length : passed.Length - last - 1);
    }

    /// <summary>The place of a line and a position in it, not before this one.</summary>
    public TextPlace Forward(ReadOnlySpan<byte> buffer, long line, long position)
    {
        var start = Index;
        for (var skipped = line - Line; skipped > 0; skipped--)
        {
            start += buffer[start..].IndexOf((byte)'\n') + 1;
        }

        return new TextPlace((int)Math.Clamp(start + position - (line == Line ? Position : 0), Index, buffer.Length), line, position);
    }
}
