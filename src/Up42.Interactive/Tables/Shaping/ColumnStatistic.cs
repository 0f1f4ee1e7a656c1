using System.Globalization;

namespace Up42.Interactive;

/// <summary>What the values of a column come to, by name; missing values are left out first.</summary>
/// <param name="Name">What users write.</param>
/// <param name="Measure">Its value; null where there is none.</param>
internal sealed record ColumnStatistic(string Name, Func<FeatureColumn, object?> Measure)
{
    private static readonly ColumnStatistic[] All =
    [
        new("count", column => (long)Present(column).Count()),
        new("sum", Sum),
        new("mean", column => Numbers(column, "mean") is { Length: > 0 } numbers ? numbers.Average() : null),
        new("min", column => Present(column).Min(ValueComparer.Instance)),
        new("max", column => Present(column).Max(ValueComparer.Instance)),
        new("median", column => Quantile(column, 0.5)),
        new("std", column => StandardDeviation(column)),
        new("first", column => Present(column).FirstOrDefault()),
        new("last", column => Present(column).LastOrDefault()),
        new("unique", column => (long)Present(column).Select(ValueKey.Of).Distinct().Count()),
    ];

    /// <summary>A statistic by its name.</summary>
    /// <exception cref="ArgumentException">There is none of that name; the message names those there are.</exception>
    public static ColumnStatistic Find(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Array.Find(All, each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? (name[0] is 'p' or 'P' && double.TryParse(name.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
                && percent is >= 0 and <= 100 ? new ColumnStatistic(name.ToLowerInvariant(), column => Quantile(column, percent / 100)) : null)
            ?? throw new ArgumentException(
                $"There is no statistic '{name}' in: {string.Join(", ", All.Select(each => each.Name))}, and the percentiles p0 to p100."
                    + NameSuggestion.Sentence(name, All.Select(each => each.Name)), nameof(name));
    }

    /// <summary>The value below which a share of the numbers lies, between two of them as NumPy and pandas have it; null without numbers.</summary>
    public static double? Quantile(FeatureColumn column, double share)
    {
        var numbers = Numbers(column, "quantile");
        Array.Sort(numbers);
        return OfSorted(numbers, share);
    }

    /// <summary>The same of numbers in ascending order.</summary>
    public static double? OfSorted(double[] sorted, double share)
    {
        if (sorted.Length == 0)
        {
            return null;
        }

        var place = share * (sorted.Length - 1);
        var (below, part) = ((int)place, place - Math.Floor(place));
        return part == 0 || sorted[below] == sorted[below + 1] ? sorted[below] : (sorted[below] * (1 - part)) + (sorted[below + 1] * part);
    }

    /// <summary>The numbers of a column; in a mixed one those that are.</summary>
    /// <exception cref="ArgumentException">It holds something else.</exception>
    public static double[] Numbers(FeatureColumn column, string need) =>
        column.Type is FeatureColumnType.Integer or FeatureColumnType.Real or FeatureColumnType.Mixed or FeatureColumnType.Empty
            ? [.. Enumerable.Range(0, column.Count).Select(column.MeasureAt).Where(double.IsFinite)]
            : throw new ArgumentException($"The column '{column.Name}' holds {ColumnTypeName.Format(column.Type)}; a {need} needs numbers.", nameof(column));

    private static IEnumerable<object> Present(FeatureColumn column) => column.OfType<object>();

    /// <summary>Whole where all are and it fits.</summary>
    private static object? Sum(FeatureColumn column)
    {
        var numbers = Numbers(column, "sum");
        var whole = column.Type == FeatureColumnType.Integer ? column.OfType<long>().Aggregate((Int128)0, (sum, value) => sum + value) : Int128.MaxValue;
        return numbers.Length == 0 ? null : whole >= long.MinValue && whole <= long.MaxValue ? (object)(long)whole : numbers.Sum();
    }

    private static double? StandardDeviation(FeatureColumn column)
    {
        var numbers = Numbers(column, "standard deviation");
        var mean = numbers.Length > 1 ? numbers.Average() : 0;
        return numbers.Length > 1 ? Math.Sqrt(numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Length - 1)) : null;
    }
}
