using System.Buffers;

namespace Up42.Interactive.Cli;

/// <summary>Tells markup that is too much to be parsed here, in one pass over its tags.</summary>
internal static class MarkupSize
{
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    };

    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> VoidNames = Void.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Whether there are more elements than <see cref="Limits.MarkupElements"/>, or they nest deeper than <see cref="Limits.MarkupNesting"/>; those
    /// that nobody closes count as open.
    /// </summary>
    public static bool IsTooMuch(ReadOnlySpan<char> markup)
    {
        var (elements, depth) = (0, 0);
        for (var rest = markup; rest.IndexOf('<') is >= 0 and var at;)
        {
            rest = rest[(at + 1)..];
            if (rest is ['/', ..])
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (rest is [var letter, ..] && char.IsAsciiLetter(letter))
            {
                depth += IsVoid(rest) ? 0 : 1;
                if (++elements > Limits.Default.MarkupElements || depth > Limits.Default.MarkupNesting)
                {
                    return true;
                }
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
