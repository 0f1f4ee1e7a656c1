using System.Globalization;

namespace Up42.Interactive.Tests.Rasters;

public sealed class RasterStatisticsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <remarks>GDAL 3.6 counts masked pixels in its statistics; here they are not data.</remarks>
    [Theory]
    [InlineData("internal mask")]
    [InlineData("mask beside it")]
    [InlineData("8-bit alpha")]
    public void Statistics_leave_out_what_a_mask_hides(string kind)
    {
        using var raster = RasterFile.Open(RasterZoo.Make(_folder, kind));

        var own = raster.Statistics([2], TestContext.Current.CancellationToken)[0];

        var pixels = Reference.Pixels(raster.Path, ["2", "mask,2"], 700, 500);
        var values = pixels[0].Where((_, i) => pixels[1][i] != 0).ToList();
        var mean = values.Average();
        values.Count.ShouldBeLessThan(350_000);
        (own.Count, own.Minimum, own.Maximum).ShouldBe((values.Count, values.Min(), values.Max()));
        own.Mean.ShouldBe(mean, 1e-9 * mean);
        own.StandardDeviation.ShouldBe(Math.Sqrt(values.Average(value => (value - mean) * (value - mean))), 1e-9 * mean);
    }

    [Fact]
    public void Statistics_where_no_pixel_is_valid_are_not_numbers()
    {
        Tool.Run("gdal_create", "-outsize", "5", "4", "-burn", "3", "-a_nodata", "3", _folder["empty.tif"]);
        using var raster = RasterFile.Open(_folder["empty.tif"]);

        raster.Statistics(cancellationToken: TestContext.Current.CancellationToken)[0].ShouldBe(
            new RasterStatistics(raster.Bands[0], 0, double.NaN, double.NaN, double.NaN, double.NaN));
        raster.Histogram(2, cancellationToken: TestContext.Current.CancellationToken)[0].Counts.ShouldBe([0, 0]);
    }

    [Fact]
    public void Histogram_counts_every_valid_pixel_as_gdal_does()
    {
        using var raster = RasterFile.Open(RasterZoo.Make(_folder, "tiled, deflate"));

        var histogram = raster.Histogram(100, [2], TestContext.Current.CancellationToken)[0];

        var values = Reference.Pixels(raster.Path, ["2"], 700, 500)[0].Where(value => value != 0).ToList();
        var (minimum, maximum) = (values.Min(), values.Max());
        (histogram.Minimum, histogram.Maximum).ShouldBe((minimum, maximum));
        var expected = new long[100];
        values.ForEach(value => expected[Math.Min(99, (int)((value - minimum) * (100 / (maximum - minimum))))]++);
        histogram.Counts.ShouldBe(expected);
        histogram.ToString().ShouldBe(string.Create(
            CultureInfo.InvariantCulture, $"Band 2: {values.Count} pixels from {minimum} to {maximum} in 100 bins"));
        raster.Preview(10_000, [2], TestContext.Current.CancellationToken).Histogram(100)[0].Counts.ShouldBe(expected);
    }

    [Fact]
    public void Histogram_of_few_whole_numbers_has_a_bin_for_each()
    {
        using var raster = RasterFile.Open(RasterZoo.Make(_folder, "uint8"));

        var histogram = raster.Histogram(1000, [1], TestContext.Current.CancellationToken)[0];

        histogram.Counts.Count.ShouldBe((int)(histogram.Maximum - histogram.Minimum) + 1);
        var values = Reference.Pixels(raster.Path, ["1"], 700, 500)[0].Where(value => value != 0).CountBy(value => value).ToDictionary();
        histogram.Counts.Select((count, bin) => (double)(count - values.GetValueOrDefault(histogram.Minimum + bin))).ShouldAllBe(difference => difference == 0);
    }

    [Fact]
    public void Statistics_of_a_band_that_is_not_there_names_the_range()
    {
        using var raster = RasterFile.Open(RasterZoo.MakeScene(_folder));

        Should.Throw<Up42Exception>(() => raster.Statistics([0])).Message.ShouldBe("'scene.tif' has no band 0; it has 4 bands, 1 to 4.");
    }
}
