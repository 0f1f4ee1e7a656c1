using System.Text.RegularExpressions;

namespace Up42.Interactive.Cli.Tests;

/// <summary>Links of Markdown.</summary>
internal static partial class Links
{
    /// <summary>The targets of links and pictures, those of the web and those within the page left out.</summary>
    public static IEnumerable<string> In(string markdown) => Link().Matches(markdown)
        .Select(match => match.Groups["target"].Value.Split('#')[0])
        .Where(target => target.Length > 0 && !target.StartsWith("https:", StringComparison.Ordinal));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
