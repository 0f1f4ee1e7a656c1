using System.Globalization;

namespace Up42.Interactive;

/// <summary>How the dates of a column are written below each other.</summary>
/// <param name="IsInUtc">They are instants: the head says once that they are in UTC.</param>
/// <param name="WithSeconds">Some have seconds, so that all show them.</param>
/// <param name="Fraction">How many digits of a second's fraction some have.</param>
internal readonly record struct DateStyle(bool IsInUtc, bool WithSeconds, int Fraction)
{
    private const int DayLength = 10;

    /// <summary>What the head says; null: nothing.</summary>
    public string? Zone => IsInUtc ? "UTC" : null;

    public static DateStyle Create(IEnumerable<string> sample)
    {
        string[] dates = [.. sample];
        long[] ticks = [.. dates.Where(date => date.Length > DayLength).Select(date => IsoDate.Parse(date).UtcTicks)];
        return new(
            ticks.Length > 0 && ticks.Length == dates.Length,
            Array.Exists(ticks, tick => tick % TimeSpan.TicksPerMinute != 0),
            ticks.Select(tick => Digits(tick % TimeSpan.TicksPerSecond)).DefaultIfEmpty().Max());
    }

    public string Format(string raw)
    {
        var (date, isDay) = (IsoDate.Parse(raw), raw.Length == DayLength);
        return isDay || !IsInUtc ? DisplayText.DataDate(date, isDay)
            : date.UtcDateTime.ToString(
                $"yyyy-MM-dd HH:mm{(WithSeconds ? ":ss" : "")}{(Fraction > 0 ? $".{new string('f', Fraction)}" : "")}", CultureInfo.InvariantCulture);
    }

    /// <summary>The digits of a fraction of a second in ticks, without zeros at the end.</summary>
    private static int Digits(long ticks) => ticks == 0 ? 0 : $"{ticks:0000000}".TrimEnd('0').Length;
}
