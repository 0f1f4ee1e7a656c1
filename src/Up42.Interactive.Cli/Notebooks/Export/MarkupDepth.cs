using System.Buffers;

namespace Up42.Interactive.Cli;

/// <summary>Tells markup that nests too deep to be parsed here, in one pass over its tags.</summary>
internal static class MarkupDepth
{
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    };

    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> VoidNames = Void.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether elements nest deeper than <see cref="Limits.MarkupNesting"/>; those that nobody closes count as open.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> markup)
    {
        var depth = 0;
        for (var rest = markup; rest.IndexOf('<') is >= 0 and var at;)
        {
            rest = rest[(at + 1)..];
            if (rest is ['/', ..])
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (rest is [var letter, ..] && char.IsAsciiLetter(letter) && !IsVoid(rest) && ++depth > Limits.Default.MarkupNesting)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAnyExcept(LettersAndDigits);
        return VoidNames.Contains(end < 0 ? tag : tag[..end]);
    }
}
