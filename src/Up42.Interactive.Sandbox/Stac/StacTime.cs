using System.Globalization;

namespace Up42.Interactive.Sandbox;

/// <summary>STAC's <c>datetime</c>: a moment, or an interval that may be open.</summary>
internal static class StacTime
{
    /// <summary>As items write it.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    /// <exception cref="BadQueryException">It is neither a moment nor an interval.</exception>
    public static (DateTimeOffset From, DateTimeOffset To) Parse(string text)
    {
        var ends = text.Split('/');
        if (ends.Length > 2 || (ends.Length == 1 && IsOpen(text)))
        {
            throw new BadQueryException("datetime is not a moment or an interval.");
        }

        var from = IsOpen(ends[0]) ? DateTimeOffset.MinValue : Moment(ends[0]);
        var to = IsOpen(ends[^1]) ? DateTimeOffset.MaxValue : Moment(ends[^1]);
        return from <= to ? (from, to) : throw new BadQueryException("datetime ends before it begins.");
    }

    public static bool Overlaps(StacItem item, (DateTimeOffset From, DateTimeOffset To) time)
    {
        var from = Moment((string?)item.Properties["start_datetime"] ?? (string)item.Properties["datetime"]!);
        var to = Moment((string?)item.Properties["end_datetime"] ?? (string)item.Properties["datetime"]!);
        return from <= time.To && time.From <= to;
    }

    private static bool IsOpen(string end) => end is "" or "..";

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new BadQueryException($"{text} is not a time.");
}
