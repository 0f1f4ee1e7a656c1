using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Plots;

/// <summary>How a plot stands in its page: its height, its text, and what is left without scripts.</summary>
public sealed class BandPlotFrameBrowserTests(Browser browser, SampleScenes scenes) : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData(480)]
    [InlineData(1200)]
    public async Task The_frame_is_as_high_as_its_plot(int width)
    {
        var html = Plot(SampleScenes.RasterIn(scenes.Olinda), null).ToHtml();
        await using var page = await browser.OpenAsync(
            HtmlFile.Save(_folder["host.html"], $"<!doctype html><meta charset=utf-8>{html}"), new() { ViewportSize = new() { Width = width, Height = 1000 } });
        await page.Page.FrameLocator("iframe").Locator("body.u42-ready").WaitForAsync();

        var frame = (await page.Page.Locator("iframe").BoundingBoxAsync())!.Height;
        var shown = await page.Page.FrameLocator("iframe").Locator("main").EvaluateAsync<float>("main => main.getBoundingClientRect().bottom");
        shown.ShouldBeInRange(frame - 90, frame + 1);
    }

    [Fact]
    public async Task The_frame_of_a_narrow_grid_is_high_enough_for_two_pictures()
    {
        var raster = SampleScenes.RasterIn(scenes.Olinda);
        var html = PlotBuilder.Bands([raster, raster], [], null, new PlotOptions(), TestContext.Current.CancellationToken).ToHtml();
        await using var page = await browser.ShowAsync(html, new() { ViewportSize = new() { Width = 480, Height = 900 } });
        await page.StartFramesAsync();

        var frame = (await page.Page.Locator("iframe").BoundingBoxAsync())!.Height;
        var shown = await page.Page.FrameLocator("iframe").Locator("main").EvaluateAsync<float>("main => main.getBoundingClientRect().bottom");
        shown.ShouldBeInRange(frame - 180, frame + 1);
        shown.ShouldBeGreaterThan(800);
    }

    [Theory]
    [InlineData(50_000, 1, "3,125 times as high")]
    [InlineData(1, 50_000, "3,125 times as wide")]
    public async Task A_strip_is_drawn_so_that_it_is_seen_and_the_numbers_of_its_axes_stand_apart(int width, int height, string note)
    {
        var raster = _folder["strip.tif"];
        Tool.Run(
            "gdal_create", "-q", "-outsize", $"{width}", $"{height}", "-bands", "1", "-burn", "7", "-a_srs", "EPSG:32633",
            "-a_ullr", "300000", $"{5_000_000 + (10 * height)}", $"{300_000 + (10 * width)}", "5000000", raster);
        var plot = Plot(raster, [1]);
        await using var page = await browser.OpenAsync(Save(plot), new() { ViewportSize = new() { Width = 900, Height = 900 } });
        await page.Page.Locator("g.xtick text").First.WaitForAsync();

        plot.ToString().ShouldContain($"{note} as it is");
        var shown = (await page.Page.Locator(".js-plotly-plot .nsewdrag").First.BoundingBoxAsync())!;
        Math.Min(shown.Width, shown.Height).ShouldBeGreaterThan(25);
        (await page.Page.EvaluateAsync<int>(
            """
            () => { const boxes = [...document.querySelectorAll("g.xtick text, g.ytick text")].map(tick => tick.getBoundingClientRect());
              const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
              return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => meet(a, b))).length; }
            """)).ShouldBe(0);
    }

    [Fact]
    public async Task Without_scripts_the_picture_and_its_caption_are_there()
    {
        await using var page = await browser.OpenAsync(Save(Plot(SampleScenes.RasterIn(scenes.Olinda), [3, 2, 1])), new() { JavaScriptEnabled = false });

        var picture = page.Page.Locator(".u42-static img");
        (await picture.BoundingBoxAsync())!.Width.ShouldBeGreaterThan(400);
        (await picture.GetAttributeAsync("alt"))!.ShouldContain("L7_ETMs.tif: bands 3 (red), 2 (green), 1 (blue)");
        (await page.Page.Locator("figcaption").TextContentAsync())!.ShouldContain("SIRGAS 2000 / UTM zone 25S (EPSG:31985)");
    }

    [Fact]
    public async Task Without_scripts_one_band_has_a_line_of_its_colours_with_their_values_and_unit()
    {
        var raster = _folder["kelvin.tif"];
        Tool.Run("gdal_translate", "-q", "-ot", "Float32", "-b", "5", SampleScenes.RasterIn(scenes.Olinda), raster);
        Tool.Run(
            "/usr/bin/python3", "-c",
            "import sys; from osgeo import gdal; file = gdal.Open(sys.argv[1], 1); file.GetRasterBand(1).SetUnitType('K'); "
            + "file.GetRasterBand(1).SetDescription('LST'); file = None", raster);
        await using var page = await browser.OpenAsync(
            Save(PlotBuilder.Bands(
                [raster], [], null, new PlotOptions { Stretch = Stretch.Range(10, 200) }, TestContext.Current.CancellationToken)),
            new() { JavaScriptEnabled = false });

        (await page.Page.Locator("figcaption").TextContentAsync())!.ShouldMatch("10 +200 LST \\(K\\)");
        var key = (await page.Page.Locator("figcaption img").BoundingBoxAsync())!;
        var screen = await page.ScreenshotAsync();
        Near(BandPlotBrowserTests.Color(screen, (key.X + 2, key.Y + 3)), (68, 1, 84)).ShouldBeTrue();
        Near(BandPlotBrowserTests.Color(screen, (key.X + key.Width - 3, key.Y + 3)), (253, 231, 37)).ShouldBeTrue();

        static bool Near((double R, double G, double B) color, (double R, double G, double B) other) =>
            Math.Abs(color.R - other.R) + Math.Abs(color.G - other.G) + Math.Abs(color.B - other.B) < 40;
    }

    [Fact]
    public async Task Hostile_titles_and_file_names_stay_text()
    {
        const string Hostile = """</script><img src="https://canary.invalid/a" onerror="fetch('https://canary.invalid/b')">'"%{x}<b>""";
        var file = _folder["\"><img src=x onerror=alert(1)>.tif"];
        File.Copy(SampleScenes.RasterIn(scenes.Olinda), file);
        var plot = PlotBuilder.Bands([file, file], [Hostile], null, new PlotOptions(), TestContext.Current.CancellationToken);
        await using var page = await OpenAsync(plot);

        (await page.Page.Locator(".u42-heading").AllTextContentsAsync()).ShouldBe([Hostile, Path.GetFileName(file)]);
        page.Requests.ShouldBeEmpty();
        page.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_fragment_shows_its_frame_in_place_of_the_static_part(ColorScheme scheme)
    {
        var html = Plot(SampleScenes.RasterIn(scenes.Olinda), null).ToHtml();
        await using var page = await browser.OpenAsync(
            HtmlFile.Save(_folder["host.html"], $"<!doctype html><meta charset=utf-8>{html}"), new() { ColorScheme = scheme });
        await page.Page.FrameLocator("iframe").Locator("body.u42-ready").WaitForAsync();

        (await page.Page.Locator(".u42-s").IsVisibleAsync()).ShouldBeFalse();
        (await page.Page.Locator("iframe").IsVisibleAsync()).ShouldBeTrue();
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static BandPlot Plot(string raster, BandList? bands) =>
        PlotBuilder.Bands([raster], [], bands, new PlotOptions(), TestContext.Current.CancellationToken);

    private string Save(BandPlot plot) => plot.SaveHtml(_folder["plot.html"]);

    private async Task<BrowserPage> OpenAsync(BandPlot plot)
    {
        var page = await browser.OpenAsync(Save(plot));
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
