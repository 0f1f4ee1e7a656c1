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

    /// <summary>Columns as people have them: what the key says, without a classification and with quantiles.</summary>
    [Theory]
    [InlineData("7,7,7", "7 (3)", "7 (3)")]
    [InlineData("1,NaN,2.5,null", "1 (1); 2.5 (1); no value (2)", "1 (1); 2.5 (1); no value (2)")]
    [InlineData("null,null", "no value (2)", "no value (2)")]
    [InlineData("9007199254740993,9007199254740992,9007199254740993", "9,007,199,254,740,992 (1); 9,007,199,254,740,993 (2)", "9.01E15 (3)")]
    [InlineData("1,1.0,2", "1 (2); 2 (1)", "1 (2); 2 (1)")]
    [InlineData("9007199254740993,1", "1 (1); 9,007,199,254,740,993 (1)", "1 (1); 9.01E15 (1)")]
    [InlineData("1e300,-1e300", "−1E300 (1); 1E300 (1)", "−1E300 (1); 1E300 (1)")]
    [InlineData("\"2020-01-01T00:00:00Z\",\"2020-01-01T01:00:00+01:00\",\"2020-01-02\"", "2020-01-01 (2); 2020-01-02 (1)", "")]
    [InlineData("true,false,true", "true (2); false (1)", "")]
    [InlineData("1,\"a\",1", "1 (2); a (1)", "")]
    [InlineData("\"\",\"a\"", "(empty) (1); a (1)", "")]
    [InlineData("[1],[1],{\"a\":2}", "[1] (2); {\"a\":2} (1)", "")]
    public void Odd_columns_have_a_key(string values, string key, string quantiles)
    {
        var features = values.Split(',').Select(value => $$"""{"type":"Feature","geometry":null,"properties":{ "v":{{value}} } }""");
        var rows = FeatureTable.Parse($$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""").ToList();

        Key(new FeatureColors("v", rows)).ShouldBe(key);
        if (quantiles.Length == 0)
        {
            Should.Throw<ArgumentException>(() => new FeatureColors("v", rows, null, Classification.Quantiles(2)))
                .Message.ShouldStartWith("Only numbers have classes");
        }
        else
        {
            Key(new FeatureColors("v", rows, null, Classification.Quantiles(2))).ShouldBe(quantiles);
        }

        string Key(FeatureColors colors)
        {
            rows.ForEach(row => colors.ColorOf(row).ShouldStartWith("#"));
            return string.Join("; ", colors.Classes.Select(each => $"{each.Name} ({each.Count})"));
        }
    }

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
