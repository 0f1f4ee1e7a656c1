namespace Up42.Interactive;

/// <summary>Text from outside as one harmless line, for consoles and <c>ToString()</c>.</summary>
internal static class SingleLine
{
    private const int MaxLength = 300;

    /// <summary>The text without line breaks and control characters, shortened to 300 characters.</summary>
    public static string Format(string text)
    {
        var line = string.Join(' ', UnsafeCharacters.Replace(text).Split(['\r', '\n', '\t', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries)).Trim();
        return DisplayText.Cut(line, MaxLength);
    }
}
