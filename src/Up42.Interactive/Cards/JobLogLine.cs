using System.Text.RegularExpressions;

namespace Up42.Interactive;

/// <summary>One line of a log.</summary>
/// <param name="Level">The level that the line carries; <see cref="JobLogLevel.None"/> where it carries none.</param>
/// <param name="Text">The line as it was written, without its end.</param>
public sealed partial record JobLogLine(JobLogLevel Level, string Text)
{
    private const int PrefixLength = 120;

    internal static JobLogLine Parse(string text) => new(LevelOf(text), text);

    /// <summary>The line.</summary>
    public override string ToString() => SingleLine.Format(Text, Limits.Default.ShownCharacters);

    // Blocks write Python's "2020-01-01 12:00:00,000 - name - LEVEL - message", "[LEVEL]", "LEVEL:" or JSON: the word stands
    // near the start, in capitals, or is the value of "level".
    private static JobLogLevel LevelOf(string text)
    {
        var match = LevelPattern().Match(text, 0, Math.Min(text.Length, PrefixLength));
        return match.Success ? Named(match.Value) : JobLogLevel.None;
    }

    private static JobLogLevel Named(string word) => word.ToUpperInvariant() switch
    {
        "TRACE" or "DEBUG" => JobLogLevel.Debug,
        "INFO" => JobLogLevel.Info,
        "WARN" or "WARNING" => JobLogLevel.Warning,
        "ERROR" => JobLogLevel.Error,
        _ => JobLogLevel.Critical,
    };

    [GeneratedRegex(
        """(?<![\w-])(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|CRITICAL|FATAL)(?![\w-])"""
            + """|(?<="level"\s{0,4}:\s{0,4}")(?i:trace|debug|info|warn|warning|error|critical|fatal)(?=")""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LevelPattern();
}
