using System.Globalization;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Which colour a value has, to the last level.</summary>
public class RasterPaintingTests
{
    private static readonly ColorScale Line = new("line", 0x000000, 0x0000FF, 0xFF00FF);

    [Theory]
    [InlineData(-5, "#000000")]
    [InlineData(0, "#000000")]
    [InlineData(1, "#000033")]
    [InlineData(5, "#0000ff")]
    [InlineData(6, "#3300ff")]
    [InlineData(10, "#ff00ff")]
    [InlineData(15, "#ff00ff")]
    public void At_mixes_the_two_anchors_around(double value, string color) => Line.At(value, 0, 10).ShouldBe(color);

    /// <summary>A centre in the range has the middle colour, at one end or beyond half of the colours are left.</summary>
    [Theory]
    [InlineData(2, 2, "#0000ff")]
    [InlineData(2, 1, "#000080")]
    [InlineData(2, 6, "#8000ff")]
    [InlineData(0, 0, "#0000ff")]
    [InlineData(0, 5, "#8000ff")]
    [InlineData(10, 5, "#000080")]
    [InlineData(10, 10, "#0000ff")]
    [InlineData(-10, 0, "#8000ff")]
    [InlineData(-10, 10, "#ff00ff")]
    [InlineData(20, 10, "#000080")]
    [InlineData(20, 0, "#000000")]
    public void At_has_the_middle_colour_at_the_centre(double center, double value, string color) =>
        (Line with { Center = center }).At(value, 0, 10).ShouldBe(color);

    [Fact]
    public void One_value_has_the_middle_colour() => Line.At(7, 7, 7).ShouldBe("#0000ff");

    [Fact]
    public void Tables_have_256_levels_and_bars_65_steps_where_the_way_is_bent()
    {
        var table = Line.Table(0, 10, 1);

        (table.Length, table[0], table[51], table[102], table[255]).ShouldBe((256, 0x000000u, 0x000066u, 0x0000CCu, 0xFF00FFu));
        Line.Over(0, 10).ShouldBe([0x000000u, 0x0000FFu, 0xFF00FFu]);
        Line.Over(0, 10, gamma: 2).Count.ShouldBe(65);
        (Line with { Center = 5 }).Over(0, 10).Count.ShouldBe(65);
        Line.Over(0, 10, gamma: 0.5)[32].ShouldBe(0x000080u, "a quarter of the way up is half of its square root");
        Line.Colors.ShouldBe(["#000000", "#0000ff", "#ff00ff"]);
        Line.ToString().ShouldBe("line");
    }

    /// <summary>The palette, then half as strong on white, then 0.6 as strong, then anew.</summary>
    [Theory]
    [InlineData(0, 0x0072B2)]
    [InlineData(6, 0xF0E442)]
    [InlineData(7, 0x80B8D8)]
    [InlineData(14, 0x00446B)]
    [InlineData(21, 0x0072B2)]
    public void Categories_have_three_times_the_palette_s_colours(int index, int rgb)
    {
        CategoryPalette.RgbAt(index).ShouldBe((uint)rgb);
        CategoryPalette.At(7).ShouldBe("#0072b2");
        CategoryPalette.OtherRgb.ShouldBe(0x8A94A0u);
    }

    [Theory]
    [InlineData(-0.1, 98)]
    [InlineData(2, 100.1)]
    [InlineData(50, 50)]
    [InlineData(60, 50)]
    [InlineData(double.NaN, 50)]
    public void Percentiles_out_of_order_are_refused(double low, double high) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Stretch.Percentile(low, high)).ParamName.ShouldBe("low");

    [Theory]
    [InlineData(0.1, true)]
    [InlineData(10, true)]
    [InlineData(0.099, false)]
    [InlineData(10.01, false)]
    [InlineData(double.NaN, false)]
    public void Gamma_lies_between_a_tenth_and_ten(double gamma, bool isTaken)
    {
        if (isTaken)
        {
            Stretch.MinMax.WithGamma(gamma).Gamma.ShouldBe(gamma);
        }
        else
        {
            Should.Throw<ArgumentOutOfRangeException>(() => Stretch.MinMax.WithGamma(gamma)).ParamName.ShouldBe("gamma");
        }
    }

    [Fact]
    public void Stretches_take_their_whole_range()
    {
        Stretch.Percentile(0, 100).Measure(Image([3, 1, 2])).Select(range => (range.Minimum, range.Maximum)).ShouldBe([(1, 3)]);
        (Stretch.Default.IsDefault, Stretch.MinMax.IsDefault, Stretch.Default.IsJoint, Stretch.Default.Joint().IsJoint).ShouldBe((true, false, false, true));
        Should.Throw<ArgumentOutOfRangeException>(() => Stretch.Range(1, 1)).ParamName.ShouldBe("minimum");
        Should.Throw<ArgumentNullException>(() => Stretch.None.Measure(null!)).ParamName.ShouldBe("image");
        Should.Throw<ArgumentNullException>(() => Stretch.None.Apply(null!)).ParamName.ShouldBe("image");
    }

    /// <summary>8-bit values of few kinds or all below 64 are stretched, photographs are not.</summary>
    [Theory]
    [InlineData(2, 63, 0, 63)]
    [InlineData(17, 63, 0, 63)]
    [InlineData(17, 64, 0, 255)]
    [InlineData(16, 200, 0, 200)]
    [InlineData(1, 200, 0, 255)]
    public void Dark_bytes_and_classes_are_stretched(int kinds, int largest, double minimum, double maximum)
    {
        var values = Enumerable.Range(0, kinds).Select(i => kinds == 1 ? largest : Math.Round(largest * i / (kinds - 1.0))).ToArray();

        Stretch.Default.Measure(Image(values)).Select(range => (range.Minimum, range.Maximum)).ShouldBe([(minimum, maximum)]);
    }

    /// <summary>Brightness is rounded, opacity is of the greatest there is, and what is hidden is nothing.</summary>
    [Fact]
    public void Pixels_are_rounded_and_hidden()
    {
        var image = Image([-1, 0, 25, 50, 75, 100, 101, 50], [2, 2, 2, 2, 2, 1, 2, 0]);

        var pixels = Stretch.Range(0, 100).Apply(image).Pixels.ToArray();

        Enumerable.Range(0, 8).Select(i => $"{pixels[4 * i]} {pixels[(4 * i) + 3]}").ShouldBe(
            ["0 255", "0 255", "64 255", "128 255", "191 255", "255 127", "255 255", "0 0"]);
    }

    [Theory]
    [InlineData("..X..", "2 0 3 1")]
    [InlineData("X....", "0 0 1 1")]
    [InlineData("....X", "4 0 5 1")]
    [InlineData("X...X", "0 0 5 1")]
    [InlineData(".....", null)]
    public void The_box_is_around_what_is_seen(string row, string? box)
    {
        var pixels = row.SelectMany(symbol => new byte[] { 1, 2, 3, (byte)(symbol == 'X' ? 1 : 0) }).ToArray();

        (ValidBox.Measure(new RgbaImage(5, 1, pixels)) is var (left, top, right, bottom) ? $"{left} {top} {right} {bottom}" : null).ShouldBe(box);
        (ValidBox.Measure(new RgbaImage(1, 5, pixels)) is var (x, y, x2, y2) ? $"{y} {x} {y2} {x2}" : null).ShouldBe(box);
    }

    [Theory]
    [InlineData(-1, 0x00000000u)]
    [InlineData(0, 0x11223344u)]
    [InlineData(1, 0x55667788u)]
    [InlineData(1.9, 0x55667788u)]
    [InlineData(2, 0x00000000u)]
    public void A_palette_has_its_colours_and_no_others(double value, uint color)
    {
        var colors = new ClassColors(Band() with { Palette = [0x11223344, 0x55667788] });

        (colors.Of(value), colors.Of(value)).ShouldBe((color, color));
    }

    [Theory]
    [InlineData(32, true, true)]
    [InlineData(33, false, false)]
    [InlineData(2, true, false)]
    [InlineData(3, true, true)]
    [InlineData(1, true, false)]
    public void Classes_are_few_whole_numbers(int kinds, bool isCategorical, bool cannotMix)
    {
        var values = Enumerable.Range(0, 200).Select(i => (double)(i % kinds)).ToArray();
        byte[] mask = [.. values.Select(_ => byte.MaxValue)];

        ClassValues.IsCategorical(Band(), values, mask).ShouldBe(isCategorical);
        ClassValues.CannotMix(Band(), values, mask).ShouldBe(cannotMix);
        ClassValues.IsCategorical(Band() with { Type = PixelType.Float32 }, values, mask).ShouldBeFalse();
    }

    /// <summary>Names that fit half of the pixels are of classes.</summary>
    [Theory]
    [InlineData("1 1 2 3", true)]
    [InlineData("1 2 3", false)]
    [InlineData("1", true)]
    public void Names_of_half_of_the_pixels_make_classes(string values, bool right)
    {
        var named = Band() with { Classes = [new RasterClass(1, "one") { LastValue = 1 }] };
        var stored = values.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();

        ClassValues.HaveColors(named, stored, [.. stored.Select(_ => byte.MaxValue)]).ShouldBe(right);
        ClassValues.HaveColors(named with { Type = PixelType.Float64 }, stored, [.. stored.Select(_ => byte.MaxValue)]).ShouldBeFalse();
    }

    /// <summary>Each class has eight steps of one colour, and half a number before and behind.</summary>
    [Fact]
    public void Bars_of_classes_reach_half_a_number_beyond()
    {
        var bar = ColorBar.OfClasses("t", 3, [0x010203, 0x040506]);

        (bar.Minimum, bar.Maximum, bar.Rgb.Count, bar.Rgb[7], bar.Rgb[8]).ShouldBe((2.5, 4.5, 16, 0x010203u, 0x040506u));
        bar.ToHtml().ToString().ShouldStartWith("3 <img");
    }

    [Fact]
    public void A_preview_has_a_pixel_at_least()
    {
        using var folder = new TempFolder();
        Tool.Run("gdal_create", "-q", "-outsize", "9", "5", "-bands", "1", "-burn", "7", folder["a.tif"]);
        using var raster = RasterFile.Open(folder["a.tif"]);

        raster.Preview(1, cancellationToken: TestContext.Current.CancellationToken).Values(0).ToArray().ShouldBe([7]);
        Should.Throw<ArgumentOutOfRangeException>(() => raster.Preview(0)).ParamName.ShouldBe("maxSize");
    }

    [Theory]
    [InlineData("B4 (665 nm)", 665.0)]
    [InlineData("0.665 um", 665.0)]
    [InlineData("0.8 µm", 800.0)]
    [InlineData("650.2 nanometers", 650.2)]
    [InlineData("2.2 microns", 2200.0)]
    [InlineData("B4", null)]
    [InlineData("x665nm", null)]
    [InlineData("665 nmx", null)]
    public void Wavelengths_stand_in_names(string name, double? right) => SpectralBands.WavelengthIn(name).ShouldBe(right);

    private static RasterBand Band() => new(1, "a", PixelType.UInt8, ColorInterpretation.Gray, null, null, null, null);

    private static RasterImage Image(double[] values, byte[]? mask = null) =>
        new(new RasterSize(values.Length, 1), [Band()], [values], mask ?? [.. values.Select(_ => byte.MaxValue)]);
}
