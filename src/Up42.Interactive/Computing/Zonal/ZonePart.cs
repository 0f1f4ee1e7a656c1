namespace Up42.Interactive;

/// <summary>What was found of a zone in one part of a raster, or in all of them.</summary>
/// <param name="Weight">The sum of the weights.</param>
/// <param name="Minimum">The smallest value.</param>
/// <param name="Maximum">The largest value.</param>
/// <param name="Mean">The weighted mean.</param>
/// <param name="SquaredDeviations">The weighted sum of the squared distances from the mean.</param>
/// <param name="Values">Each value that occurs, in ascending order, where they were asked for.</param>
internal readonly record struct ZonePart(
    double Weight, double Minimum, double Maximum, double Mean, double SquaredDeviations, IReadOnlyList<WeightedValue> Values)
{
    /// <summary>Nothing.</summary>
    public static ZonePart None { get; } = new(0, double.NaN, double.NaN, 0, 0, []);

    /// <summary>Two parts as one: sums by Chan, Golub and LeVeque's formula (1979), with weights for counts.</summary>
    public static ZonePart Join(ZonePart a, ZonePart b)
    {
        if (a.Weight == 0 || b.Weight == 0)
        {
            return a.Weight == 0 ? b : a;
        }

        var (weight, difference) = (a.Weight + b.Weight, b.Mean - a.Mean);
        return new ZonePart(
            weight,
            Math.Min(a.Minimum, b.Minimum),
            Math.Max(a.Maximum, b.Maximum),
            a.Mean + (difference * b.Weight / weight),
            a.SquaredDeviations + b.SquaredDeviations + (difference * difference * a.Weight * b.Weight / weight),
            WeightedValue.Merge(a.Values, b.Values));
    }

    /// <summary>The number that was asked for; null of a zone without values.</summary>
    public double? For(ZonalStatistic statistic) => Weight == 0 && statistic != ZonalStatistic.Count ? null : statistic.Name switch
    {
        "count" => Weight,
        "mean" => Mean,
        "min" => Minimum,
        "max" => Maximum,
        "sum" => Mean * Weight,
        "std" => Math.Sqrt(SquaredDeviations / Weight),
        "majority" => Values.Aggregate((best, next) => next.Weight > best.Weight ? next : best).Value,
        _ => WeightedValue.Percentile(Values, statistic.Percent),
    };
}
