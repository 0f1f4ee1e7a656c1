namespace Up42.Interactive.Cli;

/// <summary>How deep brackets nest in a text of any language, by their characters alone.</summary>
internal static class BracketDepth
{
    /// <summary>Whether more than so many are open at one place.</summary>
    public static bool IsDeeper(ReadOnlySpan<char> text, string opening, string closing, int depth)
    {
        var open = 0;
        foreach (var letter in text)
        {
            open = opening.Contains(letter, StringComparison.Ordinal) ? open + 1
                : closing.Contains(letter, StringComparison.Ordinal) ? Math.Max(0, open - 1)
                : open;
            if (open > depth)
            {
                return true;
            }
        }

        return false;
    }
}
