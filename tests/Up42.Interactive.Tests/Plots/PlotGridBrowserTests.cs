namespace Up42.Interactive.Tests.Plots;

public sealed class PlotGridBrowserTests(Browser browser, SampleScenes scenes) : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Olinda => SampleScenes.RasterIn(scenes.Olinda);

    private string Berlin => SampleScenes.RasterIn(scenes.Berlin);

    [Fact]
    public async Task Each_picture_of_a_grid_has_the_colours_that_GDAL_reads_where_its_own_axes_say()
    {
        Tool.Run("gdal_translate", "-q", "-b", "3", "-b", "2", "-b", "1", "-srcwin", "100", "40", "249", "300", Olinda, _folder["part.tif"]);
        PixelCheck[] checks = [Colors(Olinda), Colors(Berlin), Colors(_folder["part.tif"])];
        await using var page = await OpenAsync(new PlotOptions { Stretch = Stretch.None }, Olinda, Berlin, _folder["part.tif"]);
        var screen = await page.ScreenshotAsync();

        for (var i = 0; i < checks.Length; i++)
        {
            var places = await new PlotOnPage(page, i).PlacesAsync(checks[i], checks[i].Even(2), atLeast: 20);
            checks[i].NearlyAllRight(screen, places).ShouldBeTrue($"picture {i}: {string.Join(Environment.NewLine, checks[i].Wrong(screen, places))}");
        }

        var elsewhere = await new PlotOnPage(page, 2).PlacesAsync(checks[2], checks[2].Even(2), atLeast: 20);
        await new PlotOnPage(page, 2).BlankAsync();
        checks[2].NearlyAllRight(await page.ScreenshotAsync(), elsewhere).ShouldBeFalse();
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_picture_of_a_grid_tells_its_own_values_and_zooms_by_itself()
    {
        string[] rasters = [Olinda, Berlin];
        await using var page = await OpenAsync(new PlotOptions { Stretch = Stretch.None }, rasters);
        for (var i = 0; i < rasters.Length; i++)
        {
            var point = await new PlotOnPage(page, i).HoverAsync(0.3, 0.4);
            var truth = Tool.Run("gdallocationinfo", "-valonly", "-b", "1", "-b", "2", "-b", "3", rasters[i], $"{point.Column}", $"{point.Row}");
            point.Values.Select(value => value.Replace(",", "", StringComparison.Ordinal)).ShouldBe(truth.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        var (first, second) = (new PlotOnPage(page, 0), new PlotOnPage(page, 1));
        var before = (await first.RangeAsync(), await second.RangeAsync());
        await page.Page.Locator(".js-plotly-plot").Nth(1).Locator(".modebar-btn[data-title='Zoom in']").ClickAsync(new() { Force = true });
        (await second.RangeAsync()).ShouldBeLessThan(before.Item2 * 0.6);
        (await first.RangeAsync()).ShouldBe(before.Item1);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pictures_of_one_scale_share_their_caption_and_are_stretched_together()
    {
        var options = new PlotOptions { Expression = "(b4 - b3) / (b4 + b3)", Stretch = Stretch.Range(-0.5, 0.5) };
        await using var page = await OpenAsync(options, Olinda, Berlin);
        var pictures = page.Page.Locator(".js-plotly-plot image");
        var before = await pictures.EvaluateAllAsync<string[]>("images => images.map(image => image.getAttribute('href'))");

        (await page.Page.Locator("main > .u42-shared").InnerTextAsync()).ShouldStartWith("All: (b4 - b3) / (b4 + b3) · ");
        (await page.Page.Locator(".u42-grid figcaption").AllInnerTextsAsync()).ShouldAllBe(text => !text.Contains("(b4 - b3)"));

        await page.Page.Locator("[role=slider]").First.PressAsync("PageUp");
        await page.Page.WaitForFunctionAsync(
            "before => [...document.querySelectorAll('.js-plotly-plot image')].every((image, i) => image.getAttribute('href') !== before[i])", before);
        (await pictures.CountAsync(), await page.Page.Locator("[role=slider]").CountAsync()).ShouldBe((2, 2));
        await page.Page.Locator(".u42-color-bar-reset").ClickAsync();
        await page.Page.WaitForFunctionAsync(
            "before => [...document.querySelectorAll('.js-plotly-plot image')].every((image, i) => image.getAttribute('href') === before[i])", before);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_scripts_one_scale_is_told_once()
    {
        var options = new PlotOptions { Expression = "(b4 - b3) / (b4 + b3)", Stretch = Stretch.Range(-0.5, 0.5) };
        await using var page = await browser.OpenAsync(Save(options, Olinda, Berlin), new() { JavaScriptEnabled = false });

        (await page.Page.Locator("figcaption img").CountAsync()).ShouldBe(0);
        (await page.Page.Locator(".u42-shared img").CountAsync()).ShouldBe(1);
        (await page.Page.Locator("body").InnerTextAsync()).Split("from −0.5 to 0.5").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_grid_shows_each_raster_in_its_place_and_says_why_one_is_missing()
    {
        File.WriteAllText(_folder["text.tif"], "Dear customer");
        await using var page = await OpenAsync(new PlotOptions(), Olinda, _folder["text.tif"], Olinda, Olinda);

        (await page.Page.Locator(".u42-grid > figure").CountAsync()).ShouldBe(4);
        (await page.Page.Locator(".js-plotly-plot").CountAsync()).ShouldBe(3);
        (await page.Page.Locator(".u42-not-shown").TextContentAsync())!.ShouldContain("Not shown. 'text.tif' is not a raster");
        var pictures = await page.Page.Locator(".js-plotly-plot image")
            .EvaluateAllAsync<string[]>("images => images.map(image => image.getAttribute('href') ?? '')");
        pictures.Count(picture => picture.StartsWith("data:image/webp", StringComparison.Ordinal)).ShouldBe(3);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Longitudes_and_latitudes_go_on_across_the_antimeridian()
    {
        var raster = _folder["fiji.tif"];
        Tool.Run("gdal_translate", "-q", "-a_srs", "EPSG:32760", "-a_ullr", "785000", "8190000", "855000", "8120000", Olinda, raster);
        var check = Colors(raster);
        await using var page = await OpenAsync(new PlotOptions { Axes = PlotAxes.LongitudeLatitude, Stretch = Stretch.None }, raster);

        var pixels = check.Even(2);
        var positions = check.Positions(pixels).Select(position => (Beyond(position.Longitude), position.Latitude)).ToList();
        positions.Select(position => position.Item1 > 180).Distinct().Count().ShouldBe(2, "both sides of the antimeridian");
        var places = pixels.Zip(await new PlotOnPage(page).PlacesAsync(positions)).ToList();
        check.NearlyAllRight(await page.ScreenshotAsync(), places)
            .ShouldBeTrue(string.Join(Environment.NewLine, check.Wrong(await page.ScreenshotAsync(), places)));
        (await page.Page.Locator(".xtick text").AllTextContentsAsync()).ShouldContain("180°");
        await new PlotOnPage(page).BlankAsync();
        check.NearlyAllRight(await page.ScreenshotAsync(), places).ShouldBeFalse();
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();

        static double Beyond(double longitude) => longitude < 0 ? longitude + 360 : longitude;
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The first three bands as red, green and blue; nothing where a fourth of Berlin's is transparent.</summary>
    private PixelCheck Colors(string raster) => new(raster, (image, column, row) =>
        raster == Berlin && image[4, column, row] == 0 ? null : [image[1, column, row], image[2, column, row], image[3, column, row]]);

    private string Save(PlotOptions options, params string[] rasters) =>
        PlotBuilder.Bands([.. rasters.Select(raster => (NamedRaster)raster)], [], null, options, TestContext.Current.CancellationToken)
            .SaveHtml(_folder["plot.html"]);

    private async Task<BrowserPage> OpenAsync(PlotOptions options, params string[] rasters)
    {
        var page = await browser.OpenAsync(Save(options, rasters), new() { ViewportSize = new() { Width = 1200, Height = 1400 } });
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
