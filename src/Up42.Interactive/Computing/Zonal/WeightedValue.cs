namespace Up42.Interactive;

/// <summary>A value that occurs in a zone.</summary>
/// <param name="Value">The value.</param>
/// <param name="Weight">In how many pixels, with fractions.</param>
/// <param name="Area">On how many square metres; 0 where nobody asked.</param>
internal readonly record struct WeightedValue(double Value, double Weight, double Area)
{
    // Sums of shares of pixels have errors in their last digits.
    private const double Rounding = 1e-9;

    /// <summary>Values in ascending order, each once.</summary>
    public static List<WeightedValue> Sorted(List<WeightedValue> values)
    {
        values.Sort((a, b) => a.Value.CompareTo(b.Value));
        var count = 0;
        for (var i = 0; i < values.Count; i++)
        {
            if (count > 0 && values[count - 1].Value == values[i].Value)
            {
                values[count - 1] = values[count - 1].And(values[i]);
            }
            else
            {
                values[count++] = values[i];
            }
        }

        values.RemoveRange(count, values.Count - count);
        values.TrimExcess();
        return values;
    }

    /// <summary>Two ascending lists as one.</summary>
    public static IReadOnlyList<WeightedValue> Merge(IReadOnlyList<WeightedValue> a, IReadOnlyList<WeightedValue> b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return a.Count == 0 ? b : a;
        }

        var (merged, i, j) = (new List<WeightedValue>(a.Count + b.Count), 0, 0);
        while (i < a.Count || j < b.Count)
        {
            if (i < a.Count && j < b.Count && a[i].Value == b[j].Value)
            {
                merged.Add(a[i++].And(b[j++]));
            }
            else
            {
                merged.Add(j == b.Count || (i < a.Count && a[i].Value < b[j].Value) ? a[i++] : b[j++]);
            }
        }

        return merged;
    }

    /// <summary>See <see cref="ZonalStatistic.Percentile"/>.</summary>
    public static double Percentile(IReadOnlyList<WeightedValue> ascending, double percent)
    {
        var total = ascending.Sum(value => value.Weight);
        var (wanted, tolerance, sum) = (total * percent / 100, Rounding * total, 0.0);
        for (var i = 0; i < ascending.Count; i++)
        {
            sum += ascending[i].Weight;
            if (sum > wanted + tolerance)
            {
                return ascending[i].Value;
            }

            if (sum >= wanted - tolerance)
            {
                return i + 1 < ascending.Count && percent > 0 ? (ascending[i].Value + ascending[i + 1].Value) / 2 : ascending[i].Value;
            }
        }

        return ascending[^1].Value;
    }

    private WeightedValue And(WeightedValue other) => new(Value, Weight + other.Weight, Area + other.Area);
}
