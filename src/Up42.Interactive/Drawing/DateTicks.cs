using System.Globalization;

namespace Up42.Interactive;

/// <summary>Dates beside an axis: round years, months, days, hours or minutes.</summary>
internal static class DateTicks
{
    private static readonly int[] Years = [1, 2, 5, 10, 20, 50, 100, 500, 1000];
    private static readonly int[] Months = [1, 3, 6];
    private static readonly TimeSpan[] Spans =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
        TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(7), TimeSpan.FromDays(14),
    ];

    /// <summary>The dates between two others, some at most.</summary>
    /// <param name="low">The earlier one, in ticks of UTC.</param>
    /// <param name="high">The later one.</param>
    /// <param name="atMost">How many at most.</param>
    public static IReadOnlyList<Tick> Between(double low, double high, int atMost)
    {
        var (from, to) = (Date(low), Date(high));
        return Spans.Select(span => Fixed(from, to, span))
            .Concat(Months.Select(months => Monthly(from, to, months, "yyyy-MM")))
            .Concat(Years.Select(years => Monthly(from, to, 12 * years, "yyyy")))
            .FirstOrDefault(ticks => ticks.Take(atMost + 1).Count() <= atMost)?.ToList() ?? [];
    }

    private static DateTime Date(double ticks) => new((long)Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    private static IEnumerable<Tick> Fixed(DateTime from, DateTime to, TimeSpan span)
    {
        var format = span < TimeSpan.FromDays(1) ? "MM-dd HH:mm" : "yyyy-MM-dd";
        for (var ticks = (from.Ticks + span.Ticks - 1) / span.Ticks * span.Ticks; ticks <= to.Ticks; ticks += span.Ticks)
        {
            yield return new Tick(ticks, new DateTime(ticks).ToString(format, CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<Tick> Monthly(DateTime from, DateTime to, int months, string format)
    {
        for (var month = ((12 * from.Year) + from.Month - 1) / months * months; month / 12 is >= 0 and <= 9999; month += months)
        {
            var date = month < 12 ? DateTime.MinValue : new DateTime(month / 12, (month % 12) + 1, 1);
            if (date > to)
            {
                yield break;
            }

            if (date >= from)
            {
                yield return new Tick(date.Ticks, date.ToString(format, CultureInfo.InvariantCulture));
            }
        }
    }
}
