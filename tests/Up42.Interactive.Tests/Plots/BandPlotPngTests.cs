namespace Up42.Interactive.Tests.Plots;

public sealed class BandPlotPngTests(SampleScenes scenes) : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Olinda => SampleScenes.RasterIn(scenes.Olinda);

    [Fact]
    public void SavePng_shows_the_values_that_GDAL_reads_inside_the_axes()
    {
        var check = new PixelCheck(Olinda, (image, column, row) => [image[3, column, row], image[2, column, row], image[1, column, row]]);
        var picture = Save(Plot([3, 2, 1], new PlotOptions { Stretch = Stretch.None }, Olinda));
        var frame = Frame(picture);
        var (scaleX, scaleY) = (frame.Width / 349, frame.Height / 352);

        var places = check.Even(2).Select(pixel => (pixel, (frame.Left + ((pixel.Column + 0.5) * scaleX), frame.Top + ((pixel.Row + 0.5) * scaleY)))).ToList();

        places.Count.ShouldBeGreaterThan(20);
        check.Wrong(picture, places).ShouldBeEmpty();
    }

    [Fact]
    public void SavePng_draws_title_axes_and_colour_bar_around_the_picture()
    {
        var plain = Save(Plot(4, new PlotOptions { Axes = PlotAxes.None, FigureSize = FigureSize.Pixels(600, 500), ColorScale = ColorScale.Viridis }, Olinda));
        var full = Save(Plot(4, new PlotOptions { FigureSize = FigureSize.Pixels(600, 500), ColorScale = ColorScale.Viridis }, Olinda));
        var frame = Frame(full);

        full.Width.ShouldBeInRange(800, 1200);
        full.Height.ShouldBeLessThanOrEqualTo(1000);
        HasInk(full, new CanvasRect(frame.Left, 0, frame.Width, frame.Top - 4)).ShouldBeTrue("title");
        HasInk(full, new CanvasRect(0, frame.Top, frame.Left - 20, frame.Height)).ShouldBeTrue("numbers at the left");
        HasInk(full, new CanvasRect(frame.Left, frame.Top + frame.Height + 14, frame.Width, 60)).ShouldBeTrue("numbers below");
        var counts = new CanvasRect(frame.Left + frame.Width + 26, frame.Top + 2, 36, frame.Height - 4);
        HasInk(full, counts).ShouldBeTrue("how often values occur");
        var bar = (int)(frame.Left + frame.Width + 78);
        IsNear(Color(full, bar, (int)frame.Top + 6), (253, 231, 37)).ShouldBeTrue("viridis above");
        IsNear(Color(full, bar, (int)(frame.Top + frame.Height) - 6), (68, 1, 84)).ShouldBeTrue("viridis below");
        Enumerable.Range(0, 30).All(x => Color(plain, x, plain.Height / 2) == (255, 255, 255)).ShouldBeTrue("nothing left of a picture without axes");
    }

    [Fact]
    public void SavePng_leaves_out_what_holds_no_data()
    {
        var picture = Save(Plot(null, null, SampleScenes.RasterIn(scenes.Berlin)));

        Frame(picture).Width.ShouldBe(Frame(picture).Height, 2);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 900)]
    [InlineData(900, 1)]
    public void SavePng_of_odd_shapes_is_a_picture_of_readable_size(int width, int height)
    {
        Tool.Run(
            "gdal_create", "-outsize", $"{width}", $"{height}", "-burn", "200", "-a_srs", "EPSG:32633", "-a_ullr", "380000", "5820000",
            $"{380000 + width}", $"{5820000 - height}", _folder["odd.tif"]);

        var picture = Save(Plot(null, null, _folder["odd.tif"]));

        picture.Width.ShouldBeInRange(300, 2800);
        picture.Height.ShouldBeInRange(150, 2000);
    }

    [Fact]
    public void SavePng_with_hostile_titles_keeps_to_its_size()
    {
        var picture = Save(PlotBuilder.Bands(
            [Olinda, Olinda, Olinda], ["<img src=x onerror=alert(1)>", new string('W', 5000), "\0\u202E東京\r\n😀"], null, new PlotOptions(),
            TestContext.Current.CancellationToken));

        picture.Width.ShouldBeInRange(2000, 2800);
        picture.Height.ShouldBeLessThan(1400);
    }

    [Fact]
    public void SavePng_gives_the_same_bytes_each_time()
    {
        var plot = Plot(null, null, Olinda);

        File.ReadAllBytes(plot.SavePng(_folder["a.png"])).ShouldBe(File.ReadAllBytes(plot.SavePng(_folder["deep/b.png"])));
    }

    [Fact]
    public void SavePng_to_a_folder_proposes_a_file() =>
        Should.Throw<ArgumentException>(() => Plot(null, null, Olinda).SavePng(_folder.Path)).Message
            .ShouldStartWith($"{_folder.Path} is a folder; name a file in it, for example {Path.Join(_folder.Path, "plot.png")}.");

    public void Dispose() => _folder.Dispose();

    /// <summary>The rule around the picture: the longest runs of its grey in rows and columns.</summary>
    private static CanvasRect Frame(RawImage picture)
    {
        var columns = Enumerable.Range(0, picture.Width)
            .Where(x => Enumerable.Range(0, picture.Height).Count(y => IsRule(picture, x, y)) > picture.Height / 2).ToList();
        var rows = Enumerable.Range(0, picture.Height)
            .Where(y => Enumerable.Range(0, picture.Width).Count(x => IsRule(picture, x, y)) > picture.Width / 2).ToList();
        var right = columns.First(x => x > columns[0] + 20);
        return new CanvasRect(columns[0] + 1, rows[0] + 1, right - columns[0], rows[^1] - rows[0] - 1);
    }

    private static bool IsRule(RawImage picture, int x, int y) => Color(picture, x, y) == (0x9A, 0xA5, 0xB1);

    private static bool HasInk(RawImage picture, CanvasRect box) =>
        Enumerable.Range((int)box.Left, (int)box.Width).Any(x => Enumerable.Range((int)box.Top, (int)box.Height).Any(y => picture[1, x, y] < 90));

    private static (double R, double G, double B) Color(RawImage picture, int x, int y) => (picture[1, x, y], picture[2, x, y], picture[3, x, y]);

    private static bool IsNear((double R, double G, double B) color, (double R, double G, double B) other) =>
        Math.Abs(color.R - other.R) + Math.Abs(color.G - other.G) + Math.Abs(color.B - other.B) < 30;

    private static BandPlot Plot(BandList? bands, PlotOptions? options, string raster) =>
        PlotBuilder.Bands([raster], [], bands, options ?? new PlotOptions(), TestContext.Current.CancellationToken);

    private RawImage Save(BandPlot plot) => RawImage.Read(plot.SavePng(_folder["plot.png"]));
}
