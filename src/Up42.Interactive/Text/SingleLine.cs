namespace Up42.Interactive;

/// <summary>Text from outside as one harmless line, for consoles, messages and <c>ToString()</c>.</summary>
internal static class SingleLine
{
    private const int DefaultMaxLength = 300;
    private static readonly char[] Breaks = ['\r', '\n', '\t', '\u2028', '\u2029'];

    /// <summary>The text without secrets, line breaks and control characters, shortened.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">Characters at most, the ellipsis included.</param>
    public static string Format(string text, int maxLength = DefaultMaxLength)
    {
        var clean = SafeText.Clean(text, 4 * maxLength);
        var line = clean.AsSpan().ContainsAny(Breaks) ? string.Join(' ', clean.Split(Breaks, StringSplitOptions.RemoveEmptyEntries)) : clean;
        return DisplayText.Cut(line.Trim(), maxLength);
    }
}
