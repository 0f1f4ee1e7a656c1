using System.Globalization;

namespace Up42.Interactive.Tests.Plots;

/// <summary>The colour bar of a plot's page, used for real.</summary>
public sealed class ColorBarBrowserTests(Browser browser, SampleScenes scenes) : IDisposable
{
    private const string Formula = "(b4 - b3) / (b4 + b3)";

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bar_has_a_title_round_numbers_and_its_centre()
    {
        await using var page = await OpenAsync(
            new PlotOptions { Expression = Formula, Stretch = Stretch.Range(-0.2, 0.9), ColorScale = ColorScale.Vegetation });
        var bar = page.Page.Locator(".u42-color-bar");

        (await bar.Locator(".u42-color-bar-title").TextContentAsync()).ShouldBe(Formula);
        (await bar.Locator(".u42-color-bar-ticks span").AllTextContentsAsync()).ShouldBe(["−0.6", "−0.4", "−0.2", "0", "0.2", "0.4", "0.6", "0.8", ""]);
        (await bar.Locator(".u42-color-bar-center").GetAttributeAsync("data-at")).ShouldBe("0");
        (await bar.Locator("[role=slider]").EvaluateAllAsync<string[]>("sliders => sliders.map(slider => slider.getAttribute('aria-valuetext'))"))
            .ShouldBe(["−0.2", "0.9"]);
        page.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(1, 0.0)]
    [InlineData(1, 0.7)]
    public async Task What_is_dragged_is_painted_anew_as_the_library_would(double gamma, double? center)
    {
        var scale = new ColorScale("test", 0xFF0000, 0x00FF00, 0x0000FF) { Center = center };
        await using var page = await OpenAsync(
            new PlotOptions { Expression = Formula, Stretch = Stretch.Range(-0.5, 0.5).WithGamma(gamma), ColorScale = scale });
        var before = await PictureAsync(page);

        await DragAsync(page, handle: 1, to: 0.8);
        await WaitForOtherPictureAsync(page, before);

        var maximum = double.Parse(
            (await page.Page.Locator("[role=slider]").Last.GetAttributeAsync("aria-valuenow"))!, NumberStyles.Float, CultureInfo.InvariantCulture);
        maximum.ShouldBeInRange(-0.1, 0.45);
        using var raster = RasterFile.Open(SampleScenes.RasterIn(scenes.Olinda));
        var expected = RenderSettings.Create(null, Formula, Stretch.Range(-0.5, maximum).WithGamma(gamma), scale).Make(raster, 1024, Cancel).Colors;
        Differences(await PixelsAsync(page), expected).ShouldBe(0);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_stretch_and_reset_brings_the_first_picture_back()
    {
        await using var page = await OpenAsync(new PlotOptions { Expression = Formula, Stretch = Stretch.Range(-0.5, 0.5) });
        var (before, low) = (await PictureAsync(page), page.Page.Locator("[role=slider]").First);
        (await page.Page.Locator(".u42-color-bar-reset").IsVisibleAsync()).ShouldBeFalse();

        var picture = page.Page.Locator(".js-plotly-plot image");
        var seen = await picture.ScreenshotAsync();
        await low.FocusAsync();
        await page.Page.Keyboard.PressAsync("PageUp");
        await WaitForOtherPictureAsync(page, before);
        (await picture.ScreenshotAsync()).ShouldNotBe(seen);
        double.Parse((await low.GetAttributeAsync("aria-valuenow"))!, NumberStyles.Float, CultureInfo.InvariantCulture).ShouldBeGreaterThan(-0.5);

        await page.Page.Locator(".u42-color-bar-reset").ClickAsync();
        await page.Page.WaitForFunctionAsync("before => document.querySelector('.js-plotly-plot image').getAttribute('href') === before", before);
        (await low.GetAttributeAsync("aria-valuetext")).ShouldBe("−0.5");
        (await page.Page.Locator(".u42-color-bar-reset").IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Ends_never_pass_each_other_nor_the_axis()
    {
        await using var page = await OpenAsync(new PlotOptions { Expression = Formula, Stretch = Stretch.Range(-0.5, 0.5) });
        var sliders = page.Page.Locator("[role=slider]");
        await sliders.First.FocusAsync();
        for (var press = 0; press < 12; press++)
        {
            await page.Page.Keyboard.PressAsync("PageUp");
        }

        var values = await sliders.EvaluateAllAsync<double[]>("all => all.map(slider => Number(slider.getAttribute('aria-valuenow')))");
        values[0].ShouldBeLessThan(values[1]);
        for (var press = 0; press < 12; press++)
        {
            await page.Page.Keyboard.PressAsync("PageDown");
        }

        var least = double.Parse((await sliders.First.GetAttributeAsync("aria-valuemin"))!, NumberStyles.Float, CultureInfo.InvariantCulture);
        (await sliders.First.GetAttributeAsync("aria-valuenow")).ShouldBe(least.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Bars_of_classes_cannot_be_stretched()
    {
        var classes = _folder["classes.tif"];
        Tool.Run("gdal_create", "-q", "-outsize", "40", "40", "-bands", "1", "-burn", "2", classes);
        Tool.Run(
            "/usr/bin/python3", "-c",
            "import sys; from osgeo import gdal; file = gdal.Open(sys.argv[1], 1); table = gdal.ColorTable(); "
            + "[table.SetColorEntry(i, (40 * i, 200 - 40 * i, 99)) for i in range(4)]; file.GetRasterBand(1).SetColorTable(table); file = None",
            classes);
        await using var page = await browser.OpenAsync(PlotBuilder.Bands([classes], [], null, new PlotOptions(), Cancel).SaveHtml(_folder["classes.html"]));
        await page.Page.Locator(".js-plotly-plot .nsewdrag").First.WaitForAsync();

        (await page.Page.Locator(".u42-color-bar").CountAsync()).ShouldBe(1);
        (await page.Page.Locator("[role=slider]").CountAsync()).ShouldBe(0);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<BrowserPage> OpenAsync(PlotOptions options)
    {
        var plot = PlotBuilder.Bands([SampleScenes.RasterIn(scenes.Olinda)], [], null, options, Cancel);
        var page = await browser.OpenAsync(plot.SaveHtml(_folder["plot.html"]));
        await page.Page.Locator(".u42-color-bar").WaitForAsync();
        return page;
    }

    private static async Task DragAsync(BrowserPage page, int handle, double to)
    {
        var from = (await page.Page.Locator("[role=slider]").Nth(handle).BoundingBoxAsync())!;
        var strip = (await page.Page.Locator(".u42-color-bar-strip").BoundingBoxAsync())!;
        var x = from.X + (from.Width / 2);
        await page.Page.Mouse.MoveAsync(x, from.Y + (from.Height / 2));
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(x, (float)(strip.Y + (strip.Height * (1 - to))), new() { Steps = 4 });
        await page.Page.Mouse.UpAsync();
    }

    private static async Task<string> PictureAsync(BrowserPage page) =>
        (await page.Page.Locator(".js-plotly-plot image").First.GetAttributeAsync("href"))!;

    private static async Task WaitForOtherPictureAsync(BrowserPage page, string before) => await page.Page.WaitForFunctionAsync(
        "before => document.querySelector('.js-plotly-plot image').getAttribute('href') !== before", before);

    /// <summary>The pixels of the picture under the axes, once it no longer changes.</summary>
    private static async Task<byte[]> PixelsAsync(BrowserPage page) => Convert.FromBase64String(await page.Page.EvaluateAsync<string>(
        """
        async () => {
          const source = () => document.querySelector('.js-plotly-plot image').getAttribute('href');
          for (let last = ''; last !== source(); ) { last = source(); await new Promise(done => setTimeout(done, 400)); }
          const picture = new Image(); picture.src = source(); await picture.decode();
          const canvas = new OffscreenCanvas(picture.width, picture.height), context = canvas.getContext('2d');
          context.drawImage(picture, 0, 0);
          const pixels = context.getImageData(0, 0, picture.width, picture.height).data;
          let text = ''; for (let i = 0; i < pixels.length; i += 8192) text += String.fromCharCode(...pixels.subarray(i, i + 8192));
          return btoa(text);
        }
        """));

    /// <summary>Pixels that differ by more than the step of a table of 256 colours.</summary>
    private static int Differences(byte[] pixels, RgbaImage expected)
    {
        pixels.Length.ShouldBe(expected.Pixels.Length);
        var differences = 0;
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var isOther = false;
            for (var channel = 0; channel < 4; channel++)
            {
                isOther |= Math.Abs(pixels[i + channel] - expected.Pixels[i + channel]) > 12;
            }

            differences += isOther ? 1 : 0;
        }

        return differences;
    }
}
