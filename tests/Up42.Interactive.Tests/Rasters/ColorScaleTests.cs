namespace Up42.Interactive.Tests.Rasters;

public class ColorScaleTests
{
    private static readonly RasterBand Band = new(1, "Band 1", PixelType.UInt8, ColorInterpretation.Gray, null, null, null, null);

    [Fact]
    public void Paint_gives_the_anchors_at_the_ends_and_mixes_between()
    {
        var grey = new RgbaImage(3, 1, [0, 0, 0, 255, 255, 255, 255, 0, 51, 51, 51, 255]) { Ranges = [new StretchRange(Band, 0, 255)] };

        RgbaRenderer.Colorize(grey, new ColorScale("test", 0x102030, 0x60A0E0), gamma: 1).Pixels.ToArray()
            .ShouldBe([0x10, 0x20, 0x30, 255, 0x60, 0xA0, 0xE0, 0, 0x20, 0x3A, 0x53, 255]);
    }

    [Theory]
    [InlineData(-0.2, "#000000")]
    [InlineData(-0.1, "#7f0000")]
    [InlineData(0, "#ff0000")]
    [InlineData(0.4, "#ff8080")]
    [InlineData(0.8, "#ffffff")]
    [InlineData(2, "#ffffff")]
    public void Each_side_of_a_centre_is_stretched_by_itself(double value, string color) =>
        new ColorScale("test", 0x000000, 0xFF0000, 0xFFFFFF) { Center = 0 }.At(value, -0.2, 0.8).ShouldBeOneOf(color, color.Replace("7f", "80"));

    [Theory]
    [InlineData(0.2, "#ff3333")]
    [InlineData(1, "#ffffff")]
    public void A_range_on_one_side_of_the_centre_has_the_colours_of_that_side(double value, string color) =>
        new ColorScale("test", 0x000000, 0xFF0000, 0xFFFFFF) { Center = 0 }.At(value, 0.1, 1).ShouldBe(color);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_picture_has_the_colours_of_its_bar_whatever_the_gamma(double gamma)
    {
        var values = Enumerable.Range(0, 101).Select(i => -0.3 + (i * 0.01)).ToArray();
        var band = Band with { Type = PixelType.Float64 };
        var image = new RasterImage(new RasterSize(values.Length, 1), [band], [values], Enumerable.Repeat((byte)255, values.Length).ToArray());
        var scale = new ColorScale("test", 0x000000, 0xFF0000, 0xFFFFFF) { Center = 0 };

        var picture = new RenderSettings(null, null, Stretch.Range(-0.2, 0.6).WithGamma(gamma), scale).Paint(image);

        var bar = picture.Bar!;
        bar.Center.ShouldBe(0);
        foreach (var (index, value) in values.Index())
        {
            var place = Math.Clamp((value - bar.Minimum) / (bar.Maximum - bar.Minimum), 0, 1) * (bar.Rgb.Count - 1);
            var near = new[] { bar.Rgb[(int)Math.Floor(place)], bar.Rgb[(int)Math.Ceiling(place)] };
            for (var channel = 0; channel < 3; channel++)
            {
                var shown = picture.Colors.Pixels[(4 * index) + channel];
                var ends = near.Select(color => (int)(byte)(color >> (8 * (2 - channel)))).ToArray();
                ((int)shown).ShouldBeInRange(ends.Min() - 3, ends.Max() + 3);
            }
        }
    }

    [Fact]
    public void An_index_is_shown_in_its_domain_and_never_green_below_zero()
    {
        var values = new[] { -0.2, -0.05, 0, 0.05, 0.9 };
        var band = Band with { Type = PixelType.Float64 };
        var image = new RasterImage(new RasterSize(values.Length, 1), [band], [values], Enumerable.Repeat((byte)255, values.Length).ToArray());

        var picture = new RenderSettings(null, "ndvi", Stretch.Default, null).Paint(image);

        (picture.Bar!.Minimum, picture.Bar.Maximum, picture.Bar.Center).ShouldBe((-0.2, 0.9, 0));
        PictureCaption.Describe(picture).ShouldContain("vegetation from −0.2 to 0.9 around 0");
        Greenness(0).ShouldBeLessThan(-20);
        Greenness(1).ShouldBeLessThan(0);
        Greenness(4).ShouldBeGreaterThan(20);

        int Greenness(int pixel) => picture.Colors.Pixels[(4 * pixel) + 1] - picture.Colors.Pixels[4 * pixel];
    }

    [Fact]
    public void One_color_is_no_scale() =>
        Should.Throw<ArgumentException>(() => new ColorScale("x", 0x000000)).Message.ShouldStartWith("A colour scale has at least two colours.");
}
