namespace Up42.Interactive.Tests.Rasters;

/// <summary>Pictures and histograms that once showed something else than the raster holds.</summary>
public sealed class PictureCaseTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    /// <summary>Bins of whole numbers are whole and centred; medians are pixels' own.</summary>
    [Theory]
    [InlineData("h63_binary", 2, 1, -0.5, 1)]
    [InlineData("h64_classes_1_5", 5, 1, 0.5, 3)]
    [InlineData("h65_two_values", 9, 1, -3.5, 5)]
    [InlineData("h61_skewed_zeros", 256, 235, -0.5, 0)]
    [InlineData("b28_classes_0_10_uint8", 10, 1, 0.5, 5)]
    public void Histogram_of_whole_numbers_has_whole_bins(string name, int bins, double width, double start, double median)
    {
        using var raster = RasterCaseTests.Open(name);

        var histogram = raster.Histogram(cancellationToken: Token)[0];

        histogram.Counts.Count.ShouldBe(bins);
        (histogram.BinWidth, histogram.Start, histogram.Median).ShouldBe((width, start, median));
        histogram.Counts.Sum().ShouldBe(120_000);
    }

    [Theory]
    [InlineData("b27_mask_0_1_uint8")]
    [InlineData("b28_classes_0_10_uint8")]
    public void Small_8_bit_values_are_seen(string name)
    {
        using var raster = RasterCaseTests.Open(name);

        var greys = Paint(raster, null).Colors.Pixels.ToArray().Chunk(4).Select(pixel => pixel[0]).ToHashSet();

        (greys.Min(), greys.Max()).ShouldBe(((byte)0, (byte)255));
    }

    [Theory]
    [InlineData("j02_classes_int16_no_palette", true)]
    [InlineData("b28_classes_0_10_uint8", true)]
    [InlineData("f56_ndvi_int16_scaled", false)]
    public void Classes_are_not_mixed(string name, bool isCategorical)
    {
        using var raster = RasterCaseTests.Open(name);

        Paint(raster, null).Colors.IsCategorical.ShouldBe(isCategorical);
    }

    [Theory]
    [InlineData("a05_alpha_float32")]
    [InlineData("a05d_alpha_uint16_1")]
    [InlineData("a05f_alpha_uint8_1")]
    public void Alpha_whose_largest_value_is_small_is_opaque_there(string name)
    {
        using var raster = RasterCaseTests.Open(name);

        Paint(raster, null).Colors.Pixels.ToArray().Chunk(4).Max(pixel => pixel[3]).ShouldBe((byte)255);
    }

    [Fact]
    public void Detections_are_seen_at_any_reduction_and_give_the_extent()
    {
        using var raster = RasterCaseTests.Open("l01_rare_detections");

        foreach (var size in new[] { 64, 512, 1024 })
        {
            var image = raster.ReadPreview(size, null, Token);
            var seen = Enumerable.Range(0, image.Mask.Length).Where(i => image.Mask[i] != 0).ToList();
            seen.Count.ShouldBeInRange(20, 40);
            var columns = seen.Select(i => i % image.Width * 6000.0 / image.Width).ToList();
            columns.Min().ShouldBeInRange(8 - (6000.0 / size), 8);
            columns.Max().ShouldBeInRange(5840 - (6000.0 / size), 5840);
        }
    }

    [Fact]
    public void Constant_band_is_painted_in_the_colour_that_its_bar_has_there()
    {
        using var raster = RasterCaseTests.Open("a10_constant_float");

        var picture = Paint(raster, null);

        var bar = picture.Bar.ShouldNotBeNull();
        ((bar.Minimum + bar.Maximum) / 2).ShouldBe(12.5);
        var middle = (bar.Rgb[4] >> 8) & 0xFF;
        ((int)picture.Colors.Pixels[1]).ShouldBeInRange((int)middle - 30, (int)middle + 30);
    }

    private static Picture Paint(RasterFile raster, string? expression) =>
        RenderSettings.Create(null, expression, Stretch.Default, null).Make(raster, 1024, Token);
}
