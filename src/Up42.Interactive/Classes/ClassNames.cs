namespace Up42.Interactive;

/// <summary>What classes of numbers are called.</summary>
internal static class ClassNames
{
    private const int MaxDigits = 17;

    /// <summary>
    /// The least and the greatest value of each class, with as many digits as tell each class from the next; of an empty class, between what
    /// ends it lies.
    /// </summary>
    /// <param name="sorted">The values, ascending.</param>
    /// <param name="breaks">The end of each class.</param>
    public static IReadOnlyList<string> Create(IReadOnlyList<double> sorted, IReadOnlyList<double> breaks)
    {
        var groups = sorted.GroupBy(value => ClassBreaks.Find(breaks, value)).ToDictionary(group => group.Key, group => (group.First(), group.Last()));
        List<(double From, double To)> ranges =
            [.. breaks.Select((end, i) => groups.TryGetValue(i, out var range) ? range : (i == 0 ? sorted[0] : breaks[i - 1], end))];
        var digits = Enumerable.Range(Math.Min(MaxDigits, NumberText.DigitsFor(sorted[0], sorted[^1], digits: 3)), MaxDigits)
            .First(count => count >= MaxDigits || ranges.Zip(ranges.Skip(1)).All(pair => Text(pair.First.To, count) != Text(pair.Second.From, count)
                || pair.First.To == pair.Second.From));
        return [.. ranges.Select(range => Text(range.From, digits) == Text(range.To, digits)
            ? Text(range.From, digits)
            : $"{Text(range.From, digits)} – {Text(range.To, digits)}")];
    }

    private static string Text(double value, int digits) => NumberText.Format(value, Math.Min(digits, MaxDigits), grouped: true);
}
