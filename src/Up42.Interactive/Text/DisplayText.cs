using System.Globalization;

namespace Up42.Interactive;

/// <summary>Times and counts as people read them, the same everywhere.</summary>
internal static class DisplayText
{
    private static readonly Dictionary<string, string> Plurals = new() { ["vertex"] = "vertices", ["index"] = "indices" };

    /// <summary>What a value that rows share is called, in headings of groups and keys of colours.</summary>
    public static string Name(object value) => value switch
    {
        DateTimeOffset date => DataDate(date, isDay: date.UtcDateTime.TimeOfDay == TimeSpan.Zero),
        bool boolean => boolean ? "true" : "false",
        double number => NumberText.Format(number),
        string { Length: 0 } => "(empty)",
        _ => SecretText.Hide(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    /// <summary>An instant: "2020-03-30 17:02:11 UTC".</summary>
    public static string Date(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>
    /// A date of data: "2020-03-30" for a day; for an instant "2020-03-30 17:02 UTC", with seconds and their fraction where there are any.
    /// </summary>
    public static string DataDate(DateTimeOffset date, bool isDay)
    {
        var utc = date.UtcDateTime;
        var time = utc.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH:mm" : "HH:mm:ss.FFFFFFF";
        return isDay ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : utc.ToString($"yyyy-MM-dd {time} 'UTC'", CultureInfo.InvariantCulture);
    }

    /// <summary>For example <c>45 s</c>, <c>30 min 12 s</c>, <c>2 h 05 min</c>, <c>3 d 4 h</c>.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => Invariant($"{time.TotalSeconds:0} s"),
        { TotalHours: < 1 } => Invariant($"{time.Minutes} min {time.Seconds:00} s"),
        { TotalDays: < 1 } => Invariant($"{time.Hours} h {time.Minutes:00} min"),
        _ => Invariant($"{time.Days} d {time.Hours} h"),
    };

    /// <summary>A limit in messages, exactly: <c>90 s</c>, <c>0.25 s</c>.</summary>
    public static string Seconds(TimeSpan time) => Invariant($"{time.TotalSeconds:0.###} s");

    /// <summary>For example <c>1 job</c>, <c>1,200 jobs</c>, <c>2 vertices</c>.</summary>
    public static string Count(long count, string noun) => $"{NumberText.Format(count)} {Plural(count, noun)}";

    /// <summary>A count that a sentence begins with: <c>1 row is</c>, <c>1,200 rows are</c>.</summary>
    public static string CountIs(long count, string noun) => $"{Count(count, noun)} {(count == 1 ? "is" : "are")}";

    /// <summary>The first of several that are not all named: <c>a</c>, <c>a and 2 others</c>.</summary>
    public static string AndOthers(string first, long count) => count == 1 ? first : $"{first} and {Count(count - 1, "other")}";

    /// <summary>Names in a sentence: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> names) => names.Count < 2
        ? string.Concat(names)
        : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    /// <summary>The noun alone as a count wants it; of several words the last one changes.</summary>
    public static string Plural(long count, string noun) => count == 1 ? noun : Plurals.GetValueOrDefault(noun) ?? noun switch
    {
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => $"{noun[..^1]}ies",
        [.., 's' or 'x'] or [.., 'c' or 's', 'h'] => $"{noun}es",
        _ => $"{noun}s",
    };

    /// <summary>A part of a whole, given from 0 to 1: "92.3 %".</summary>
    public static string Percent(double share) => Invariant($"{share * 100:0.0} %");

    /// <summary>A text of at most so many characters; whole characters, and an ellipsis where it goes on.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)}…";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
