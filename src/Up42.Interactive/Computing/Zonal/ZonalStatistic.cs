using System.Globalization;

namespace Up42.Interactive;

/// <summary>
/// A number about the pixels of a zone, each weighted by the share of it that lies inside. Texts convert: <c>["mean", "p90"]</c>.
/// </summary>
public readonly record struct ZonalStatistic
{
    private static readonly ZonalStatistic[] Named = [Count, Mean, Minimum, Maximum, Sum, StandardDeviation, Median, Majority, Areas];

    private ZonalStatistic(string name, double percent = double.NaN) => (Name, Percent) = (name, percent);

    /// <summary>The sum of the weights of pixels with a value: how many pixels lie inside, with fractions.</summary>
    public static ZonalStatistic Count => new("count");

    /// <summary>The weighted mean.</summary>
    public static ZonalStatistic Mean => new("mean");

    /// <summary>The smallest value of any pixel that the zone touches.</summary>
    public static ZonalStatistic Minimum => new("min");

    /// <summary>The largest value of any pixel that the zone touches.</summary>
    public static ZonalStatistic Maximum => new("max");

    /// <summary>The sum of weights × values.</summary>
    public static ZonalStatistic Sum => new("sum");

    /// <summary>The weighted standard deviation of the population.</summary>
    public static ZonalStatistic StandardDeviation => new("std");

    /// <summary>The 50th percentile.</summary>
    public static ZonalStatistic Median => new("median", 50);

    /// <summary>The value with the greatest weight, of several the smallest: for classes.</summary>
    public static ZonalStatistic Majority => new("majority");

    /// <summary>A column for each value in any zone, with its area in km² on the WGS 84 ellipsoid: for classes.</summary>
    public static ZonalStatistic Areas => new("areas");

    /// <summary>What columns are called by, and texts: "mean", "p90".</summary>
    public string Name { get; }

    /// <summary>Of percentiles the percent; else NaN.</summary>
    internal double Percent { get; }

    /// <summary>Whether it needs every value that occurs.</summary>
    internal bool NeedsValues => !double.IsNaN(Percent) || Name is "majority" or "areas";

    /// <summary>
    /// The smallest value up to which that much of the weight lies; where it is met exactly, the mean of that and the next (NumPy's
    /// <c>averaged_inverted_cdf</c>, weighted).
    /// </summary>
    /// <param name="percent">0 to 100.</param>
    public static ZonalStatistic Percentile(double percent) => percent is >= 0 and <= 100
        ? new ZonalStatistic($"p{percent.ToString(CultureInfo.InvariantCulture)}", percent)
        : throw new ArgumentOutOfRangeException(nameof(percent), "A percentile lies between 0 and 100.");

    /// <summary>A statistic by name: "count", "mean", "min", "max", "sum", "std", "median", "majority", "areas", or a percentile, "p90".</summary>
    /// <param name="name">The name; letter case does not matter.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static ZonalStatistic Parse(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var text = name.Trim().ToLowerInvariant();
        return text is ['p', .. var digits] && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            ? Percentile(percent)
            : Named.FirstOrDefault(known => known.Name == text) is { Name: not null } found
                ? found
                : throw new ArgumentException(
                    $"There is no statistic '{name}'; there are {string.Join(", ", Named.Select(known => known.Name))}, and percentiles as p90.", nameof(name));
    }

    /// <summary>A statistic by name.</summary>
    /// <param name="name">As <see cref="Parse"/> takes it.</param>
    public static implicit operator ZonalStatistic(string name) => Parse(name);

    /// <summary>Its name.</summary>
    public override string ToString() => SingleLine.Format(Name ?? "none");
}
