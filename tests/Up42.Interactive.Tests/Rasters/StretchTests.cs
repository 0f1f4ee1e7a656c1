namespace Up42.Interactive.Tests.Rasters;

public sealed class StretchTests
{
    [Fact]
    public void Percentile_interpolates_as_numpy_does()
    {
        var ranges = Stretch.Percentile(10, 75).Measure(Image(PixelType.UInt16, [5, 1, 4, 2, 3, 100]));

        // numpy.percentile([5, 1, 4, 2, 3, 100], [10, 75])
        (ranges[0].Minimum, ranges[0].Maximum).ShouldBe((1.5, 4.75));
    }

    [Theory]
    [InlineData(PixelType.UInt16, 0)]
    [InlineData(PixelType.Int16, -5000)]
    [InlineData(PixelType.Int32, -5000)]
    [InlineData(PixelType.Float32, 0.5)]
    public void Percentile_of_many_values_is_that_of_the_sorted_values(PixelType type, double lowest)
    {
        double[] values = [.. Enumerable.Range(0, 10_001).Select(i => lowest + (i * 7919 % 10_001))];

        var range = Stretch.Percentile().Measure(Image(type, values))[0];

        (range.Minimum, range.Maximum).ShouldBe((lowest + 200, lowest + 9800));
    }

    [Fact]
    public void Measure_leaves_out_masked_and_infinite_pixels()
    {
        var image = Image(PixelType.Float32, [-9999, 1, 2, 3, double.PositiveInfinity], [0, 255, 255, 255, 255]);

        var range = Stretch.MinMax.Measure(image)[0];

        (range.Minimum, range.Maximum).ShouldBe((1, 3));
    }

    [Fact]
    public void Joint_gives_all_bands_one_range()
    {
        var image = Image(PixelType.UInt16, [10, 20], null, [0, 15], [12, 40]);

        Stretch.MinMax.Measure(image).Select(range => (range.Minimum, range.Maximum)).ShouldBe([(10, 20), (0, 15), (12, 40)]);
        Stretch.MinMax.Joint().Measure(image).Select(range => (range.Minimum, range.Maximum)).ShouldBe([(0, 40), (0, 40), (0, 40)]);
    }

    [Fact]
    public void Default_leaves_8_bit_pixels_of_pictures_as_they_are_and_stretches_others()
    {
        double[] dark = [.. Enumerable.Range(0, 101).Select(i => (double)i)];
        var picture = new RasterImage(new RasterSize(101, 1), [Band(ColorInterpretation.Gray)], [dark], [.. dark.Select(_ => (byte)255)]);

        Greys(Stretch.Default.Apply(picture)).ShouldBe([.. dark.Select(value => (byte)value)]);
        Greys(Stretch.Default.Apply(Image(PixelType.UInt8, dark))).ShouldBe(Greys(Stretch.Percentile().Apply(Image(PixelType.UInt8, dark))));
        Greys(Stretch.Default.Apply(Image(PixelType.UInt16, [.. Enumerable.Range(0, 101).Select(i => (double)i)])))
            .ShouldBe([.. Enumerable.Range(0, 101).Select(i => (byte)(Math.Clamp((i - 2) / 96.0, 0, 1) * 255 + 0.5))]);
    }

    [Fact]
    public void Range_maps_its_ends_to_black_and_white()
        => Greys(Stretch.Range(-1, 1).Apply(Image(PixelType.Float32, [-2, -1, 0, 1, 7]))).ShouldBe([0, 0, 128, 255, 255]);

    [Fact]
    public void None_shows_the_range_of_the_type()
    {
        Greys(Stretch.None.Apply(Image(PixelType.UInt16, [0, 32768, 65535]))).ShouldBe([0, 128, 255]);
        Greys(Stretch.None.Apply(Image(PixelType.Float64, [0, 0.5, 1]))).ShouldBe([0, 128, 255]);
    }

    [Fact]
    public void Apply_to_a_band_of_one_value_is_grey_and_to_no_data_transparent()
    {
        var picture = Stretch.Default.Apply(Image(PixelType.UInt16, [7, 7, 0], [255, 255, 0]));

        picture.Pixels.ToArray().Chunk(4).Select(pixel => (pixel[0], pixel[3])).ShouldBe([((byte)128, (byte)255), (128, 255), (0, 0)]);
    }

    [Fact]
    public void Apply_where_most_pixels_are_equal_still_shows_the_rest()
    {
        double[] values = [.. Enumerable.Repeat(0.0, 1000), 1];

        Greys(Stretch.Percentile().Apply(Image(PixelType.UInt16, values)))[^1].ShouldBe((byte)255);
    }

    [Fact]
    public void Apply_to_two_bands_names_what_it_takes()
        => Should.Throw<ArgumentException>(() => Stretch.Default.Apply(Image(PixelType.UInt8, [1], null, [2])))
            .Message.ShouldStartWith("A picture is made of one band or of three, not of 2.");

    [Theory]
    [InlineData(-1, 98)]
    [InlineData(98, 2)]
    [InlineData(2, 101)]
    [InlineData(double.NaN, 98)]
    public void Percentile_out_of_order_is_refused(double low, double high)
        => Should.Throw<ArgumentOutOfRangeException>(() => Stretch.Percentile(low, high)).Message.ShouldStartWith("Percentiles lie between 0 and 100");

    [Theory]
    [InlineData(2, 2)]
    [InlineData(0, double.PositiveInfinity)]
    public void Range_out_of_order_is_refused(double minimum, double maximum)
        => Should.Throw<ArgumentOutOfRangeException>(() => Stretch.Range(minimum, maximum)).Message.ShouldStartWith("The minimum must be less");

    [Fact]
    public void WithGamma_above_1_brightens_what_lies_between_black_and_white()
    {
        Greys(Stretch.Range(0, 100).WithGamma(2).Apply(Image(PixelType.UInt16, [0, 25, 50, 100]))).ShouldBe([(byte)0, (byte)128, (byte)180, (byte)255]);
        Greys(Stretch.Range(0, 100).WithGamma(0.5).Apply(Image(PixelType.UInt16, [0, 50, 100]))).ShouldBe([(byte)0, (byte)64, (byte)255]);
        Stretch.Percentile().Joint().WithGamma(1.5).IsJoint.ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => Stretch.MinMax.WithGamma(0)).Message.ShouldStartWith("Gamma lies between 0.1 and 10; it is 0.");
    }

    private static byte[] Greys(RgbaImage picture) => [.. picture.Pixels.ToArray().Chunk(4).Select(pixel => pixel[0])];

    private static RasterBand Band(ColorInterpretation color) => new(1, "Band 1", PixelType.UInt8, color, null, null, null, null);

    private static RasterImage Image(PixelType type, double[] values, byte[]? mask = null, params double[][] more)
    {
        double[][] bands = [values, .. more];
        var facts = bands.Select((_, i) => new RasterBand(i + 1, $"Band {i + 1}", type, ColorInterpretation.Undefined, null, null, null, null));
        return new RasterImage(new RasterSize(values.Length, 1), [.. facts], bands, mask ?? [.. values.Select(_ => (byte)255)]);
    }
}
