namespace Up42.Interactive.Tests.Rasters;

public class ColorScaleTests
{
    [Fact]
    public void Paint_gives_the_anchors_at_the_ends_and_mixes_between()
    {
        var grey = new RgbaImage(3, 1, [0, 0, 0, 255, 255, 255, 255, 0, 51, 51, 51, 255]);

        new ColorScale("test", 0x102030, 0x60A0E0).Paint(grey).Pixels.ToArray()
            .ShouldBe([0x10, 0x20, 0x30, 255, 0x60, 0xA0, 0xE0, 0, 0x20, 0x3A, 0x53, 255]);
    }

    [Fact]
    public void One_color_is_no_scale() =>
        Should.Throw<ArgumentException>(() => new ColorScale("x", 0x000000)).Message.ShouldStartWith("A colour scale has at least two colours.");
}
