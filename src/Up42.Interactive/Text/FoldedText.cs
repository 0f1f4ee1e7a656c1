using System.Globalization;
using System.Text;

namespace Up42.Interactive;

/// <summary>
/// A text as the names in it are compared: without characters that nobody sees (zero width, soft hyphens, combining marks, controls), and with letters
/// of other widths and fonts as the plain ones, also where URLs, JSON or HTML escape them.
/// </summary>
internal sealed class FoldedText
{
    private readonly string _original;
    private readonly List<int> _starts;

    private FoldedText(string original, string text, List<int> starts) => (_original, Text, _starts) = (original, text, starts);

    /// <summary>The text to compare.</summary>
    public string Text { get; }

    /// <summary>Folds a text; null where there is nothing to fold.</summary>
    public static FoldedText? From(string original)
    {
        if (!original.AsSpan().ContainsAnyExceptInRange(' ', '~') && !original.AsSpan().ContainsAny(EscapedCharacter.Marks))
        {
            return null;
        }

        var text = new StringBuilder(original.Length);
        var starts = new List<int>(original.Length);
        var isFolded = false;
        for (var at = 0; at < original.Length;)
        {
            var (character, length) = EscapedCharacter.Read(original, at);
            if (character is { } rune && Fold(rune) is { } plain)
            {
                text.Append(plain);
                isFolded = true;
            }
            else
            {
                length = Math.Min(length, character is { IsAscii: true } ? 1 : length);
                text.Append(original, at, length);
            }

            for (var offset = 0; starts.Count < text.Length; offset++)
            {
                starts.Add(at + Math.Min(offset, length - 1));
            }

            at += length;
        }

        return isFolded ? new FoldedText(original, text.ToString(), starts) : null;
    }

    /// <summary>The place in the original of a place in the text.</summary>
    public int ToOriginal(int index) => index < _starts.Count ? _starts[index] : _original.Length;

    /// <summary>What a character is compared as; null: as it stands.</summary>
    private static string? Fold(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' or (>= ' ' and <= '~') => null,
        0x115F or 0x1160 or 0x3164 or 0xFFA0 => "", // Fillers of Hangul are letters.
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.OtherNotAssigned => "",
            _ => rune.Value is (>= 0x2000 and < 0x2E80) or >= 0xFB00 ? Plain(rune) : null,
        },
    };

    // Letters and signs of other widths and fonts; "½" and "…" are none.
    private static string? Plain(Rune rune)
    {
        var plain = rune.ToString().Normalize(NormalizationForm.FormKC);
        return Ascii.IsValid(plain) && (plain.Length == 1 || plain.All(char.IsAsciiLetter)) ? plain : null;
    }
}
