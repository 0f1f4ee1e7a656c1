using System.Globalization;

namespace Up42.Interactive;

/// <summary>Dates as ISO 8601 and RFC 3339 write them: <c>2020-03-30</c>, <c>2020-03-30T17:02:11.5Z</c>, <c>2020-03-30 17:02+02:00</c>.</summary>
internal static class IsoDate
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK",
    ];

    public static DateTimeOffset Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is no ISO 8601 date.");

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        date = default;
        return text.Length is >= 10 and <= 40 && text[4] == '-' && text[7] == '-' && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[9])
            && DateTimeOffset.TryParseExact(Shortened(text), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
    }

    /// <summary>Python and Java write micro- and nanoseconds; a tick is 100 ns, and what is finer is cut off.</summary>
    private static ReadOnlySpan<char> Shortened(ReadOnlySpan<char> text)
    {
        var point = text.IndexOf('.');
        if (point < 0)
        {
            return text;
        }

        var end = point + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - point <= 8 ? text : string.Concat(text[..(point + 8)], text[end..]);
    }
}
