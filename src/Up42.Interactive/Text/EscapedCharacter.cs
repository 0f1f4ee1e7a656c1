using System.Buffers;
using System.Globalization;
using System.Text;

namespace Up42.Interactive;

/// <summary>
/// Characters as they stand in a text, or as URLs (<c>%E2%80%8B</c>, also encoded twice), JSON (<c>\u200b</c>) and HTML (<c>&amp;#8203;</c>) write them.
/// </summary>
internal static class EscapedCharacter
{
    private const int MaxEntity = 20;

    /// <summary>One of these is in every text that holds an escaped character beyond ASCII, or a control character.</summary>
    public static readonly SearchValues<string> Marks = SearchValues.Create(
        ["%0", "%1", "%7", "%C", "%D", "%E", "%F", "%25", @"\u", "&#", "&shy;", "&zw", "&ZeroWidthSpace;", "&NoBreak;"], StringComparison.OrdinalIgnoreCase);

    private static readonly Dictionary<string, int> Entities = new(StringComparer.Ordinal)
    {
        ["shy"] = 0xAD,
        ["zwj"] = 0x200D,
        ["zwnj"] = 0x200C,
        ["ZeroWidthSpace"] = 0x200B,
        ["NoBreak"] = 0x2060,
    };

    /// <summary>The character at a place, and how many of the text's it takes; null for half of one.</summary>
    public static (Rune? Character, int Length) Read(string text, int at)
    {
        var rest = text.AsSpan(at);
        var escaped = rest[0] switch
        {
            '%' => Percent(rest),
            '\\' => Json(rest),
            '&' => Entity(rest),
            _ => null,
        };
        return escaped is { } found ? found : Rune.TryGetRuneAt(text, at, out var rune) ? (rune, rune.Utf16SequenceLength) : (null, 1);
    }

    private static (Rune?, int)? Percent(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[4];
        var at = 0;
        for (var count = 0; count < bytes.Length && TryReadOctet(text[at..], out bytes[count], out var length); count++)
        {
            at += length;
            if (Rune.DecodeFromUtf8(bytes[..(count + 1)], out var rune, out _) == OperationStatus.Done)
            {
                return (rune, at);
            }
        }

        return null;
    }

    private static bool TryReadOctet(ReadOnlySpan<char> text, out byte octet, out int length)
    {
        (octet, length) = (0, 3);
        if (text is not ['%', _, _, ..])
        {
            return false;
        }

        while (text.Length >= length + 2 && text.Slice(length - 2, 2) is "25")
        {
            length += 2;
        }

        return byte.TryParse(text.Slice(length - 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out octet);
    }

    private static (Rune?, int)? Json(ReadOnlySpan<char> text)
    {
        if (Unit(text) is not { } first)
        {
            return null;
        }

        return Rune.TryCreate(first, out var rune) ? (rune, 6)
            : Unit(text[6..]) is { } second && Rune.TryCreate(first, second, out var pair) ? (pair, 12)
            : null;
    }

    private static char? Unit(ReadOnlySpan<char> text) =>
        text is ['\\', 'u' or 'U', _, _, _, _, ..]
        && ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;

    private static (Rune?, int)? Entity(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, MaxEntity)].IndexOf(';');
        if (end < 0)
        {
            return null;
        }

        var name = text[1..end];
        int code;
        var isKnown = name switch
        {
            ['#', 'x' or 'X', .. var digits] => int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code),
            ['#', .. var digits] => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out code),
            _ => Entities.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out code),
        };
        return isKnown && Rune.TryCreate(code, out var rune) ? (rune, end + 1) : null;
    }
}
