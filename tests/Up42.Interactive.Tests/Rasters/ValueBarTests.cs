using System.Globalization;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>How often values occur, and how that stands above a colour bar: the ends of what is counted and of what is shown.</summary>
public class ValueBarTests
{
    /// <summary>Whole numbers have whole bins, half a number before the first; others have 64 bins, the last with its end.</summary>
    [Theory]
    [InlineData(PixelType.Int16, "0 1 1 3", 0, 3, -0.5, 3.5, "1 2 0 1")]
    [InlineData(PixelType.Int16, "0 1 1 3", 1, 2, -0.5, 3.5, "1 2 0 1")]
    [InlineData(PixelType.Int16, "0 1 1 3", -2, 4, -2.5, 4.5, "0 0 1 2 0 1 0")]
    [InlineData(PixelType.Int16, "5 5", 5, 5, 4.5, 5.5, "2")]
    [InlineData(PixelType.Float32, "5 5", 5, 5, 5, 5, "0")]
    [InlineData(PixelType.Float32, "NaN", 5, 5, 5, 5, "0")]
    public void Values_are_counted_with_both_ends(PixelType type, string values, double minimum, double maximum, double start, double end, string counts)
    {
        var counted = ValueCountsData.Measure(Image(type, values), minimum, maximum);

        (counted.Start, counted.End, string.Join(' ', counted.Counts)).ShouldBe((start, end, counts));
    }

    [Theory]
    [InlineData(-0.001, null)]
    [InlineData(0, 0)]
    [InlineData(0.999, 0)]
    [InlineData(1, 1)]
    [InlineData(63, 63)]
    [InlineData(64, 63)]
    [InlineData(64.001, null)]
    public void A_value_is_in_one_bin_of_64(double value, int? bin)
    {
        // Of 4000 values one is left out at either end.
        var others = string.Join(' ', Enumerable.Repeat("32.5", 3999));

        var counted = ValueCountsData.Measure(Image(PixelType.Float64, $"{value.ToString(CultureInfo.InvariantCulture)} {others}"), 0, 64);

        (counted.Start, counted.End, counted.Counts.Count, counted.Counts[32]).ShouldBe((0, 64, 64, 3999));
        counted.Counts.Index().Where(each => each.Item == 1).Select(each => (int?)each.Index).ShouldBe(bin is null ? [] : [bin]);
    }

    /// <summary>As many whole numbers a bin as it takes for 64 of them.</summary>
    [Theory]
    [InlineData(63, 1, 64)]
    [InlineData(64, 2, 33)]
    [InlineData(127, 2, 64)]
    [InlineData(128, 3, 43)]
    public void Bins_of_whole_numbers_are_64_at_most(int largest, int width, int count)
    {
        var counted = ValueCountsData.Measure(Image(PixelType.Int16, string.Join(' ', Enumerable.Range(0, largest + 1))), 0, largest);

        (counted.Start, counted.End, counted.Counts.Count).ShouldBe((-0.5, (width * count) - 0.5, count));
        counted.Counts.Sum().ShouldBe(largest + 1);
        counted.Counts.Take(count - 1).ShouldAllBe(each => each == width);
    }

    /// <summary>Bins stand above a bar from 0 to 4 of 128 columns, the most frequent 24 rows high; more may be counted than the bar has.</summary>
    [Theory]
    [InlineData("4 8 16 0", 0, 4, "0-31:6 32-63:12 64-95:24 96-127:0")]
    [InlineData("4 8 16 0", 0, 8, "0-63:6 64-126:12 127-127:24")]
    [InlineData("4 8 16 0", -4, 4, "0-63:24 64-127:0")]
    [InlineData("1 48", 0, 4, "0-63:0 64-127:24")]
    [InlineData("1 47", 0, 4, "0-63:1 64-127:24")]
    [InlineData("7 7 0 0", 0, 4, "0-63:24 64-127:0")]
    public void Bars_stand_above_the_colours(string counts, double start, double end, string right)
    {
        var strip = Read(new ColorBar("t", 0, 4, [0xFF0000, 0xFF0000]).WithCounts(new ValueCountsData(start, end, Whole(counts))));

        (strip.Width, strip.Height).ShouldBe((128, 32));
        foreach (var part in right.Split(' '))
        {
            var numbers = Whole(part.Replace('-', ' ').Replace(':', ' '));
            for (var column = numbers[0]; column <= numbers[1]; column++)
            {
                Height(strip, column).ShouldBe(numbers[2], $"{column}");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0 0")]
    public void Nothing_stands_above_where_nothing_was_counted(string counts)
    {
        var strip = Read(new ColorBar("t", 0, 1, [0xFF0000, 0xFF0000]).WithCounts(new ValueCountsData(0, 1, Whole(counts))));

        strip.Height.ShouldBe(32);
        Enumerable.Range(0, 128).ShouldAllBe(column => Height(strip, column) == 0);
    }

    /// <summary>The grey rows of a column right above the colours, above which all is transparent.</summary>
    private static int Height(RawImage strip, int column)
    {
        (strip[1, column, 24], strip[2, column, 24], strip[4, column, 24], strip[4, column, 31]).ShouldBe((255, 0, 255, 255));
        var height = Enumerable.Range(0, 24).Reverse().TakeWhile(row => strip[4, column, row] == 255).Count();
        Enumerable.Range(24 - height, height).ShouldAllBe(row => strip[1, column, row] == 128 && strip[3, column, row] == 128);
        Enumerable.Range(0, 24 - height).ShouldAllBe(row => strip[4, column, row] == 0);
        return height;
    }

    private static int[] Whole(string numbers) =>
        [.. numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => int.Parse(text, CultureInfo.InvariantCulture))];

    private static RawImage Read(ColorBar bar)
    {
        using var folder = new TempFolder();
        var html = bar.ToHtml().ToString();
        var data = html[(html.IndexOf("base64,", StringComparison.Ordinal) + 7)..];
        File.WriteAllBytes(folder["bar.webp"], Convert.FromBase64String(data[..data.IndexOf('"', StringComparison.Ordinal)]));
        return RawImage.Read(folder["bar.webp"]);
    }

    private static RasterImage Image(PixelType type, string values)
    {
        var stored = values.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        var band = new RasterBand(1, "a", type, ColorInterpretation.Gray, null, null, null, null);
        return new RasterImage(new RasterSize(stored.Length, 1), [band], [stored], Enumerable.Repeat(byte.MaxValue, stored.Length).ToArray());
    }
}
