using System.Globalization;

namespace Up42.Interactive;

/// <summary>Times and counts as people read them, the same everywhere.</summary>
internal static class DisplayText
{
    public static string Date(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>For example <c>45 s</c>, <c>30 min</c>, <c>2 h 05 min</c>, <c>3 d 4 h</c>.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => Invariant($"{time.TotalSeconds:0} s"),
        { TotalHours: < 1 } => Invariant($"{time.Minutes} min {time.Seconds:00} s"),
        { TotalDays: < 1 } => Invariant($"{time.Hours} h {time.Minutes:00} min"),
        _ => Invariant($"{time.Days} d {time.Hours} h"),
    };

    /// <summary>For example <c>1 job</c>, <c>1,200 jobs</c>.</summary>
    public static string Count(int count, string noun) => Invariant($"{count:#,0} {noun}{(count == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
