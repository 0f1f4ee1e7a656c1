namespace Up42.Interactive;

/// <summary>Where classes end. A class holds what lies above the end of the one before it, up to its own.</summary>
internal static class ClassBreaks
{
    /// <summary>
    /// The i-th of k classes ends at the least value that i/k of all values do not exceed; classes that end at one value are one.
    /// </summary>
    public static IReadOnlyList<double> Quantiles(IReadOnlyList<double> sorted, int classes) =>
        [.. Enumerable.Range(1, classes).Select(i => sorted[(int)((((long)i * sorted.Count) + classes - 1) / classes) - 1]).Distinct()];

    /// <summary>Ends at equal distances.</summary>
    public static IReadOnlyList<double> EqualIntervals(IReadOnlyList<double> sorted, int classes)
    {
        var (least, greatest) = (sorted[0], sorted[^1]);

        // Each end from both sides, so that the difference of the largest numbers stays one.
        return [.. Enumerable.Range(1, classes).Select(i => Math.Clamp(End((double)i / classes), least, greatest)).Distinct()];

        double End(double part) => part == 1 ? greatest : (least * (1 - part)) + (greatest * part);
    }

    /// <summary>The class that a value is in.</summary>
    /// <param name="breaks">The end of each class, ascending.</param>
    /// <param name="value">The value, not above the last end.</param>
    public static int Find(IReadOnlyList<double> breaks, double value)
    {
        var index = 0;
        while (index < breaks.Count - 1 && value > breaks[index])
        {
            index++;
        }

        return index;
    }
}
