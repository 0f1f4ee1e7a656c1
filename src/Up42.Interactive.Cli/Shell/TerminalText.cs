namespace Up42.Interactive.Cli;

/// <summary>Text on its way to a terminal: names and messages of servers and files could move its cursor or forge lines.</summary>
internal static class TerminalText
{
    /// <summary>The text on one line, each control character and bidirectional override a visible U+FFFD.</summary>
    public static string Clean(string text) =>
        string.Join(' ', UnsafeCharacters.Replace(text).Split(['\r', '\n', '\t', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries)).Trim();
}
