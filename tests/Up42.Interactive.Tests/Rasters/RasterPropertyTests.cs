using CsCheck;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Random rasters against a naive model in double precision.</summary>
public sealed class RasterPropertyTests : IDisposable
{
    private const int Width = 7;
    private const int Height = 5;
    private const int NoData = 7;

    private static readonly Gen<string> Formula = Gen.Recursive<string>((depth, formula) => depth > 3
        ? Gen.Int[1, 3].Select(band => $"b{band}")
        : Gen.OneOf(
            Gen.Int[1, 3].Select(band => $"b{band}"),
            Gen.Int[1, 9].Select(number => $"{number}.5"),
            Gen.Select(formula, Gen.OneOf('+', '-', '*', '/'), formula).Select(part => $"({part.Item1} {part.Item2} {part.Item3})"),
            formula.Select(part => $"-{part}")));

    private static readonly Gen<GdalDataType> Type = Gen.OneOf(
        GdalDataType.Byte, GdalDataType.UInt16, GdalDataType.Int16, GdalDataType.Int32, GdalDataType.UInt32, GdalDataType.Float32, GdalDataType.Float64);

    private readonly TempFolder _folder = new();
    private int _files;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Formulas_of_physical_values_are_those_of_a_naive_model()
    {
        var band = Gen.Select(Gen.Double[-3, 3], Gen.Double[-100, 100], Gen.Bool, Gen.Int[0, 12].Array[Width * Height]);
        Gen.Select(Type, band.Array[3], Formula).Sample((type, bands, formula) =>
        {
            formula = formula.Contains('b') ? formula : $"(b1 + {formula})";
            using var raster = Write(
                type, [.. bands.Select(data => (
                    data.Item3 ? data.Item1 : (double?)null, data.Item3 ? data.Item2 : (double?)null, data.Item4))]);

            var image = BandExpression.Evaluate(formula, raster, 100, CancellationToken.None);

            for (var pixel = 0; pixel < Width * Height; pixel++)
            {
                var used = Enumerable.Range(1, 3).Where(number => formula.Contains($"b{number}")).ToList();
                var right = used.Any(number => bands[number - 1].Item4[pixel] == NoData) ? double.NaN : Naive.Evaluate(formula, number =>
                {
                    var (scale, offset, isScaled, values) = bands[number - 1];
                    return isScaled && scale != 0 ? (values[pixel] * scale) + offset : isScaled ? values[pixel] + offset : values[pixel];
                });
                (image.Mask[pixel] != 0).ShouldBe(double.IsFinite(right), formula);
                if (double.IsFinite(right))
                {
                    image.Values(0)[pixel].ShouldBe(right, 1e-9 * (1 + Math.Abs(right)), formula);
                }
            }
        }, iter: 200, threads: 1);
    }

    /// <summary>A scale below 0 turns a histogram round, one above does not; the ends of numbers far from 0 are told apart.</summary>
    [Theory]
    [InlineData(0.5, 1d, "a: 6 pixels from 6 to 8 in 2 bins", new[] { 4L, 2 }, 5.5)]
    [InlineData(-0.5, 1d, "a: 6 pixels from −6 to −4 in 2 bins", new[] { 2L, 4 }, -6.5)]
    [InlineData(1, 1e15, "a: 6 pixels from 1.00000000000001E15 to 1.000000000000014E15 in 2 bins", new[] { 4L, 2 }, 1e15 + 9)]
    public void Histograms_in_physical_values(double scale, double offset, string text, long[] counts, double start)
    {
        var band = new RasterBand(1, "a", PixelType.Float64, ColorInterpretation.Gray, null, scale, offset, null);
        var histogram = new RasterHistogram(band, 10, 14, [4, 2]) { Start = 9, BinWidth = 3 };

        histogram.ToString().ShouldBe(text);
        histogram.ToPhysical().Counts.ShouldBe(counts);
        histogram.ToPhysical().Start.ShouldBe(start);
    }

    [Fact]
    public void Nothing_valid_is_said_in_words()
    {
        var band = new RasterBand(1, "a", PixelType.Float64, ColorInterpretation.Gray, null, null, null, null);
        var image = new RasterImage(new RasterSize(2, 1), [band], [[1, 2]], [0, 0]);

        image.Histogram(4)[0].ToString().ShouldBe("a: no valid pixels");
        new RasterStatistics(band, 0, double.NaN, double.NaN, double.NaN, double.NaN).ToString().ShouldBe("a: no valid pixels");
        new RasterStatistics(band, 3, 1e15, 1e15 + 9, 1e15 + 4, 3).ToString()
            .ShouldBe("a: 1E15 to 1.000000000000009E15, mean 1.000000000000004E15, standard deviation 3, 3 pixels");
    }

    [Fact]
    public void Histograms_of_whole_numbers_count_each_and_their_median_is_that_of_the_sorted()
    {
        Gen.Select(Gen.Int[-300, 300], Gen.Int[1, 900], Gen.Int[1, 40]).SelectMany(part => Gen.Select(
            Gen.Int[part.Item1, part.Item1 + part.Item2].Array[1, 400], Gen.Const(part.Item3))).Sample((numbers, bins) =>
        {
            var values = Array.ConvertAll(numbers, number => (double)number);
            var band = new RasterBand(1, "a", PixelType.Int16, ColorInterpretation.Gray, null, null, null, null);
            var image = new RasterImage(new RasterSize(values.Length, 1), [band], [values], Enumerable.Repeat((byte)255, values.Length).ToArray());

            var histogram = image.Histogram(bins)[0];

            var sorted = numbers.Order().ToArray();
            histogram.Median.ShouldBe((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0);
            histogram.BinWidth.ShouldBe(Math.Round(histogram.BinWidth));
            histogram.Start.ShouldBe(sorted[0] - 0.5);
            histogram.Counts.Count.ShouldBeLessThanOrEqualTo(bins);
            for (var bin = 0; bin < histogram.Counts.Count; bin++)
            {
                var (from, to) = (histogram.Start + (bin * histogram.BinWidth), histogram.Start + ((bin + 1) * histogram.BinWidth));
                histogram.Counts[bin].ShouldBe(numbers.Count(number => number > from && number < to));
            }
        }, iter: 500, threads: 1);
    }

    [Fact]
    public void Statistics_of_values_far_from_zero_keep_the_mean_between_minimum_and_maximum()
    {
        Gen.Select(Gen.Double[-1e15, 1e15], Gen.Double[0, 4].Array[1, 100]).Sample((origin, parts) =>
        {
            double[] values = [.. parts.Select(part => origin + part)];

            var statistics = RunningStatistics.Join(
                RunningStatistics.Measure(values.AsSpan(0, values.Length / 2)),
                RunningStatistics.Measure(values.AsSpan(values.Length / 2)));

            statistics.Mean.ShouldBeInRange(values.Min(), values.Max());
            statistics.Mean.ShouldBe((double)(values.Select(value => (decimal)value).Sum() / values.Length), 1);
        }, iter: 500, threads: 1);
    }

    private RasterFile Write(GdalDataType type, IReadOnlyList<(double? Scale, double? Offset, int[] Values)> bands)
    {
        var path = _folder[$"{_files++}.tif"];
        using (var dataset = GdalDataset.Create("GTiff", path, Width, Height, bands.Count, type))
        {
            for (var i = 0; i < bands.Count; i++)
            {
                var band = dataset.Band(i + 1);
                band.SetNoData(NoData);
                if (bands[i].Scale is { } scale && bands[i].Offset is { } offset)
                {
                    band.SetScale(scale, offset);
                }

                band.WriteRows<int>(0, bands[i].Values);
            }

            dataset.Close();
        }

        return RasterFile.Open(path);
    }

    /// <summary>The same grammar, straight from the text.</summary>
    private sealed class Naive(string text, Func<int, double> band)
    {
        private int _at;

        public static double Evaluate(string text, Func<int, double> band) => new Naive(text.Replace(" ", ""), band).Value();

        private double Value()
        {
            if (text[_at] == '-')
            {
                _at++;
                return -Value();
            }

            if (text[_at] == '(')
            {
                _at++;
                var left = Value();
                var sign = text[_at++];
                var right = Value();
                _at++;
                return sign switch { '+' => left + right, '-' => left - right, '*' => left * right, _ => left / right };
            }

            if (text[_at] == 'b')
            {
                _at += 2;
                return band(text[_at - 1] - '0');
            }

            _at += 3;
            return text[_at - 3] - '0' + 0.5;
        }
    }
}
