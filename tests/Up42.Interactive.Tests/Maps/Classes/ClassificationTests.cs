using CsCheck;

namespace Up42.Interactive.Tests.Maps.Classes;

/// <summary>Where classes of numbers end, against their definitions.</summary>
public sealed class ClassificationTests
{
    private static readonly Gen<double[]> FewNumbers = Gen.OneOf(Gen.Int[-6, 6].Select(value => (double)value), Gen.Double[-1e3, 1e3]).Array[1, 9];

    /// <summary>Least squared distances from the means, of all ways to part the values, tried one by one.</summary>
    [Fact]
    public void Natural_breaks_are_the_best_of_all_ways_to_part_the_values() =>
        Gen.Select(FewNumbers, Gen.Int[2, 4]).Sample((numbers, classes) =>
        {
            double[] sorted = [.. numbers.Order()];

            var breaks = Classification.NaturalBreaks(classes).Breaks(sorted);

            breaks.Count.ShouldBe(Math.Min(classes, sorted.Distinct().Count()));
            breaks.ShouldBeSubsetOf(sorted);
            var least = Partitions(sorted, classes).Min(parts => parts.Sum(Squares));
            var found = sorted.GroupBy(value => ClassBreaks.Find(breaks, value)).Sum(group => Squares([.. group]));
            found.ShouldBe(least, 1e-9 * (1 + Squares(sorted)));
        });

    [Fact]
    public void A_quantile_ends_at_the_least_value_that_its_share_of_all_values_does_not_exceed() =>
        Gen.Select(FewNumbers, Gen.Int[2, 12]).Sample((numbers, classes) =>
        {
            double[] sorted = [.. numbers.Order()];

            var breaks = Classification.Quantiles(classes).Breaks(sorted);

            var expected = Enumerable.Range(1, classes)
                .Select(i => sorted.First(value => sorted.Count(other => other <= value) * classes >= i * sorted.Length));
            breaks.ShouldBe(expected.Distinct());
        });

    [Fact]
    public void Equal_intervals_have_one_width_and_end_at_the_greatest_value() =>
        Gen.Select(FewNumbers, Gen.Int[2, 12]).Sample((numbers, classes) =>
        {
            double[] sorted = [.. numbers.Order()];

            var breaks = Classification.EqualIntervals(classes).Breaks(sorted);

            breaks[^1].ShouldBe(sorted[^1]);
            var width = (sorted[^1] - sorted[0]) / classes;
            breaks.Count.ShouldBe(width > 0 ? classes : 1);
            foreach (var (index, end) in breaks.Index())
            {
                end.ShouldBe(width > 0 ? sorted[0] + ((index + 1) * width) : sorted[0], 1e-9);
            }
        });

    /// <summary>Largest numbers overflow no difference, and equal ones make one class.</summary>
    [Theory]
    [InlineData(double.MinValue, 0, double.MaxValue)]
    [InlineData(double.MaxValue, double.MaxValue, double.MaxValue)]
    [InlineData(-double.Epsilon, 0, double.Epsilon)]
    public void Extreme_numbers_have_classes(double one, double two, double three)
    {
        double[] sorted = [one, two, three];
        foreach (var classification in new[] { Classification.Quantiles(2), Classification.NaturalBreaks(2), Classification.EqualIntervals(2) })
        {
            var breaks = classification.Breaks(sorted);

            breaks.ShouldBeInOrder();
            breaks.ShouldBeUnique();
            breaks.ShouldAllBe(end => double.IsFinite(end) && end >= one);
            breaks[^1].ShouldBe(three);
            ClassNames.Create(sorted, breaks).Count.ShouldBe(breaks.Count);
        }
    }

    [Fact]
    public void Classes_are_named_by_the_values_they_hold_with_digits_that_tell_them_apart()
    {
        double[] values = [1000.01, 1000.02, 1000.03, 1000.04];

        ClassNames.Create(values, [1000.02, 1000.04]).ShouldBe(["1,000.01 – 1,000.02", "1,000.03 – 1,000.04"]);
        ClassNames.Create([0, 0, 10], [5, 8, 10]).ShouldBe(["0", "5 – 8", "10"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    public void There_are_2_to_12_classes(int classes) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Classification.Quantiles(classes)).Message.ShouldStartWith("There are 2 to 12 classes.");

    [Fact]
    public void A_classification_says_what_it_is() => Classification.NaturalBreaks(4).ToString().ShouldBe("4 natural breaks");

    private static double Squares(double[] values) => values.Length == 0 ? 0 : values.Sum(value => Math.Pow(value - values.Average(), 2));

    /// <summary>All ways to part sorted values into some parts at most, equal values together.</summary>
    private static IEnumerable<List<double[]>> Partitions(double[] sorted, int parts)
    {
        yield return [sorted];
        for (var at = 1; parts > 1 && at < sorted.Length; at++)
        {
            foreach (var rest in sorted[at] > sorted[at - 1] ? Partitions(sorted[at..], parts - 1) : [])
            {
                yield return [sorted[..at], .. rest];
            }
        }
    }
}
