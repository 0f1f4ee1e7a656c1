using System.Globalization;
using System.Text.RegularExpressions;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>What pictures and tables of rasters show: each limit at its value and at the next one.</summary>
public sealed class RasterLimitTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(24, 24, "")]
    [InlineData(25, 24, "<p>1 more band is not shown.</p>")]
    [InlineData(26, 24, "<p>2 more bands are not shown.</p>")]
    public void Tables_of_bands_have_24_rows(int count, int rows, string rest)
    {
        Tool.Run("gdal_create", "-q", "-outsize", "4", "4", "-bands", $"{count}", "-burn", "1", _folder["a.tif"]);
        using var raster = RasterFile.Open(_folder["a.tif"]);

        var html = RasterFileHtml.Create(raster, Html.Empty).ToString();

        Regex.Count(html, "<th scope=\"row\"[^>]*>Band [0-9]+</th>").ShouldBe(rows);
        Regex.Match(html, "<p>[0-9]+ more band[^<]*</p>").Value.ShouldBe(rest);
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void Names_of_bands_stay_on_one_line_up_to_forty_letters(int length, bool isOnOne)
    {
        var name = new string('n', length);
        File.WriteAllText(_folder["a.vrt"], $"""
            <VRTDataset rasterXSize="4" rasterYSize="4"><VRTRasterBand dataType="Byte" band="1"><Description>{name}</Description></VRTRasterBand></VRTDataset>
            """);
        Tool.Run("gdal_translate", "-q", _folder["a.vrt"], _folder["a.tif"]);
        using var raster = RasterFile.Open(_folder["a.tif"]);

        RasterFileHtml.Create(raster, Html.Empty).ToString().ShouldContain($"<th scope=\"row\"{(isOnOne ? " class=\"u42-n\"" : "")}>{name}<");
    }

    /// <summary>How much smaller a picture is than its source, of which the larger side counts.</summary>
    [Theory]
    [InlineData(10, 5, "10 × 5 pixels")]
    [InlineData(11, 5, "shown as 10 × 5 of 11 × 5 pixels")]
    [InlineData(10, 6, "shown as 10 × 5 of 10 × 6 pixels")]
    [InlineData(19, 5, "shown as 10 × 5 of 19 × 5 pixels")]
    [InlineData(20, 5, "shown at 1/2: 10 × 5 of 20 × 5 pixels")]
    [InlineData(20, 13, "shown at 1/2.6: 10 × 5 of 20 × 13 pixels")]
    public void Captions_say_how_much_smaller_a_picture_is(int sourceWidth, int sourceHeight, string right)
    {
        var image = Image(Band(), new RasterSize(10, 5), [.. Enumerable.Range(0, 50).Select(i => (double)i)], new RasterSize(sourceWidth, sourceHeight));

        PictureCaption.Describe(Paint(image, Stretch.Default)).ShouldContain(right);
    }

    /// <summary>One value alone stands in the middle of its bar, which reaches half of it to both sides.</summary>
    [Theory]
    [InlineData(4, 2, 6)]
    [InlineData(-4, -6, -2)]
    [InlineData(0, -0.5, 0.5)]
    public void Bars_of_one_value_have_it_in_the_middle(double value, double minimum, double maximum)
    {
        var bar = Paint(Image(Band() with { Type = PixelType.Float32 }, new RasterSize(2, 1), [value, value]), Stretch.Default).Bar!;

        (bar.Minimum, bar.Maximum).ShouldBe((minimum, maximum));
    }

    [Theory]
    [InlineData(-1, 1, true)]
    [InlineData(0, 1, false)]
    [InlineData(-1, 0, false)]
    [InlineData(1, 2, false)]
    public void Bars_have_the_centre_that_lies_within(double minimum, double maximum, bool hasCenter) =>
        Paint(Image(Band() with { Type = PixelType.Float32 }, new RasterSize(2, 1), [-1, 1]), Stretch.Range(minimum, maximum), ColorScale.BlueRed)
            .Bar!.Center.ShouldBe(hasCenter ? 0 : null);

    /// <summary>Bars of palettes have the values that there are, if they are few and close to each other; others than the palette's do not count.</summary>
    [Theory]
    [InlineData("3 5 4", "2.5 5.5")]
    [InlineData("0 63", "-0.5 63.5")]
    [InlineData("0 64", null)]
    [InlineData("7 300", "6.5 7.5")]
    [InlineData("300", null)]
    [InlineData("-1 2", "1.5 2.5")]
    public void Bars_of_palettes_reach_over_sixty_four_values(string values, string? right)
    {
        var band = Band() with { Type = PixelType.Int16, Palette = [.. Enumerable.Range(0, 256).Select(i => (uint)i << 8 | 255)] };
        var stored = values.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();

        var bar = Paint(Image(band, new RasterSize(stored.Length, 1), stored), Stretch.Default).Bar;

        (bar is null ? null : string.Create(CultureInfo.InvariantCulture, $"{bar.Minimum} {bar.Maximum}")).ShouldBe(right);
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Bars_of_palettes_have_thirty_two_classes(int count, bool hasBar)
    {
        var band = Band() with { Palette = [.. Enumerable.Range(0, 256).Select(i => (uint)i << 8 | 255)] };

        var image = Image(band, new RasterSize(count, 1), [.. Enumerable.Range(0, count).Select(i => (double)i)]);

        (Paint(image, Stretch.Default).Bar is not null).ShouldBe(hasBar);
    }

    [Theory]
    [InlineData(null, false, "a")]
    [InlineData("m", false, "m")]
    [InlineData("m", true, "a (m)")]
    public void Bars_are_called_by_unit_and_name(string? unit, bool isNamed, string right) =>
        Paint(Image(Band() with { Unit = unit, IsNamed = isNamed }, new RasterSize(2, 1), [1, 2]), Stretch.MinMax).Bar!.Title.ShouldBe(right);

    /// <summary>Images are thinned to 640 pixels, each of which is the first of its square.</summary>
    [Theory]
    [InlineData(640, 2, "640", "2")]
    [InlineData(641, 2, "321", "1")]
    [InlineData(3, 1280, "2", "640")]
    public void Images_are_shown_by_640_pixels(int width, int height, string shownWidth, string shownHeight) =>
        Image(Band(), new RasterSize(width, height), new double[width * height]).ToHtml().ShouldContain($"width=\"{shownWidth}\" height=\"{shownHeight}\"");

    /// <summary>Of a picture of 64 squares or more half of them at most are a sample; each is a square of the picture, none twice.</summary>
    [Theory]
    [InlineData(512, 512, true)]
    [InlineData(512, 511, false)]
    [InlineData(1030, 700, true)]
    public void Samples_are_of_squares(int width, int height, bool isSampled)
    {
        var pixels = new byte[4 * width * height];
        for (var i = 0; i < width * height; i++)
        {
            var (row, column) = Math.DivRem(i, width);
            byte[] pixel = [(byte)(row / 64), (byte)(column / 64), (byte)(row % 64), (byte)(column % 64)];
            pixel.CopyTo(pixels, 4 * i);
        }

        var picture = new RgbaImage(width, height, pixels);
        var (sample, share) = PictureSample.Take(picture);

        ReferenceEquals(sample, picture).ShouldBe(!isSampled);
        share.ShouldBe((double)(sample.Width * sample.Height) / (width * height));
        if (isSampled)
        {
            (sample.Width, sample.Height % 64).ShouldBe((512, 0));
            share.ShouldBeInRange(20.0 * 64 * 64 / (width * height), 0.5);
            var squares = new List<(byte Row, byte Column)>();
            for (var i = 0; i < sample.Width * sample.Height; i++)
            {
                var pixel = sample.Pixels.Slice(4 * i, 4);
                (pixel[2], pixel[3]).ShouldBe(((byte)(i / 512 % 64), (byte)(i % 64)));
                if (pixel[2] == 0 && pixel[3] == 0)
                {
                    squares.Add((pixel[0], pixel[1]));
                }
            }

            squares.Distinct().Count().ShouldBe(sample.Width * sample.Height / (64 * 64));
        }
    }

    /// <summary>Pixels share the area of their cell, of 16 by 16 in small images, of 64 by 64 in those of more than two million.</summary>
    [Theory]
    [InlineData(2000, 16)]
    [InlineData(2001, 64)]
    public void Ground_is_measured_in_cells_by_the_size_of_the_image(int height, int side)
    {
        var place = RasterPlace.From(new Geotransform(200_000, 100, 0, 5_820_000, 0, -100));

        var area = new GroundArea(new RasterSize(1000, height), place, RasterCrs.FromEpsg(32633));

        area.OfPixel(side - 1, side - 1).ShouldBe(area.OfPixel(0, 0));
        area.OfPixel(side, 0).ShouldNotBe(area.OfPixel(0, 0));
        area.OfPixel(0, 0).ShouldBe(10_000, 20);
    }

    /// <summary>An image from 170° west has its first column there, a turn on, and a hair before; what lies west of it comes after a turn.</summary>
    [Theory]
    [InlineData(-170, 0)]
    [InlineData(-165, 5)]
    [InlineData(190, 0)]
    [InlineData(-530, 0)]
    [InlineData(-170.00000001, 0)]
    [InlineData(-171, 359)]
    public void Columns_go_on_after_a_turn(double x, double column)
    {
        double[] xs = [x], ys = [20];

        PixelLocator.ToPixels(xs, ys, RasterCrs.Wgs84, RasterPlace.From(new Geotransform(-170, 1, 0, 20, 0, -1)), new Envelope(-170, -160, 10, 20));

        (xs[0], ys[0]).ShouldBe((column, 0));
    }

    /// <summary>Overviews of half the size are a quarter of the work, which the file itself takes where there are none.</summary>
    [Theory]
    [InlineData(true, 4)]
    [InlineData(false, 1)]
    public void Reading_by_overviews_counts_for_less(bool hasOverviews, int ratio)
    {
        Tool.Run("gdal_create", "-q", "-outsize", "512", "512", "-bands", "1", "-burn", "9", "-co", "TILED=YES", _folder["a.tif"]);
        if (hasOverviews)
        {
            Tool.Run("gdaladdo", "-q", _folder["a.tif"], "2");
        }

        using var source = RasterSource.Open(_folder["a.tif"]);
        var request = new ReadRequest(new RasterWindow(0, 0, 512, 512), new RasterSize(128, 128));

        ReadPlan.Work(source, 1, bands: 1, request, useOverviews: false)
            .ShouldBe(ratio * ReadPlan.Work(source, 1, bands: 1, request, useOverviews: true));
    }

    private static Picture Paint(RasterImage image, Stretch stretch, ColorScale? scale = null) =>
        RenderSettings.Create(null, null, stretch, scale).Paint(image);

    private static RasterBand Band() => new(1, "a", PixelType.UInt8, ColorInterpretation.Gray, null, null, null, null);

    private static RasterImage Image(RasterBand band, RasterSize size, double[] values, RasterSize? source = null) =>
        new(size, [band], [values], Enumerable.Repeat(byte.MaxValue, values.Length).ToArray())
        {
            SourceWidth = (source ?? size).Width,
            SourceHeight = (source ?? size).Height,
        };
}
