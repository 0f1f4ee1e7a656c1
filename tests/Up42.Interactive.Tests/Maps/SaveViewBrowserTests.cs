using Microsoft.Playwright;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Maps;

/// <summary>The PNG of a map's view against what is on the screen.</summary>
public sealed class SaveViewBrowserTests(Browser browser, SampleScenes scenes, DatedScenes dated) : IClassFixture<DatedScenes>, IDisposable
{
    private const string Button = "Save this view as PNG";
    private const string WithoutControls = ".leaflet-control, .u42-tag, .u42-divider, .u42-divider-line { opacity: 0 }";

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_picture_is_what_the_map_shows()
    {
        await using var page = await OpenAsync(Olinda().SaveHtml(_folder["map.html"]), ".u42-map");
        var (saved, name) = await SaveAsync(page.Page, page.Page.MainFrame);

        name.ShouldBe($"{(await page.Page.TitleAsync()).Replace(':', ' ').Replace("  ", " ", StringComparison.Ordinal)}.png");
        (await AssertAlikeAsync(page, saved, ".u42-map")).ShouldBeGreaterThan(50, "a ground alone would be alike as well");
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_picture_is_saved_by_keys_alone_and_by_touch(bool byTouch)
    {
        await using var page = await OpenAsync(
            Olinda().SaveHtml(_folder["map.html"]), ".u42-map", new() { ViewportSize = new() { Width = 480, Height = 900 }, HasTouch = true });
        var button = page.Page.GetByLabel(Button);
        await MapGestures.TabToAsync(page, $"[aria-label='{Button}']");
        var (saved, _) = await SaveAsync(page.Page, () => byTouch ? button.TapAsync() : page.Page.Keyboard.PressAsync("Enter"));

        (await AssertAlikeAsync(page, saved, ".u42-map")).ShouldBeGreaterThan(50);
        page.Errors.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData(CompareMode.Swipe, ColorScheme.Light, 1f)]
    [InlineData(CompareMode.SideBySide, ColorScheme.Dark, 1f)]
    [InlineData(CompareMode.Difference, ColorScheme.Dark, 2f)]
    public async Task The_picture_of_a_comparison_is_what_it_shows(CompareMode mode, ColorScheme scheme, float ratio)
    {
        var comparison = dated[0].CompareResults(dated[1], mode: mode, options: DatedScenes.Options, cancellationToken: TestContext.Current.CancellationToken);
        await using var page = await OpenAsync(
            comparison.SaveHtml(_folder["map.html"]), ".u42-maps", new() { ColorScheme = scheme, DeviceScaleFactor = ratio });
        var (saved, _) = await SaveAsync(page.Page, page.Page.MainFrame);

        (await AssertAlikeAsync(page, saved, ".u42-maps")).ShouldBeGreaterThan(50);
        page.Errors.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData(1200)]
    [InlineData(480)]
    public async Task Labels_scale_and_legend_are_in_the_picture(int width)
    {
        var comparison = dated[0].CompareResults(
            dated[1], mode: CompareMode.Difference, options: DatedScenes.Options, cancellationToken: TestContext.Current.CancellationToken);
        await using var page = await browser.OpenAsync(
            comparison.SaveHtml(_folder["map.html"]), new() { ViewportSize = new() { Width = width, Height = 900 } });
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        var (saved, _) = await SaveAsync(page.Page, page.Page.MainFrame);

        var height = (int)(await page.Page.Locator(".u42-maps").BoundingBoxAsync())!.Height;
        var below = Enumerable.Range(0, saved.Width).SelectMany(x => Enumerable.Range(height, saved.Height - height).Select(y => (X: x, Y: y))).ToList();
        below.Count(Is(0x21, 0x66, 0xac)).ShouldBeGreaterThan(10, "the bar's low end");
        below.Count(Is(0xb2, 0x18, 0x2b)).ShouldBeGreaterThan(10, "the bar's high end");
        below.Count(Is(0x15, 0x1d, 0x27)).ShouldBeGreaterThan(50, "scale and words");
        Enumerable.Range(60, 120).Select(x => (x, 24)).Count(Is(0x1c, 0x24, 0x30)).ShouldBeGreaterThan(20, "the label of what is shown");
        page.Errors.ShouldBeEmpty();

        Func<(int X, int Y), bool> Is(params int[] rgb) =>
            place => rgb.Index().All(color => Math.Abs(saved[color.Index + 1, place.X, place.Y] - color.Item) < 12);
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Features_on_a_canvas_and_detail_of_the_file_are_in_the_picture()
    {
        var points = FeatureTable.From(
            Enumerable.Range(0, 900).Select(i => new NetTopologySuite.Geometries.Point(-34.95 + (i % 30 * 0.005), -8.08 + (i / 30 * 0.005))));
        Tool.Run("gdal_translate", "-q", "-outsize", "4000", "4000", "-r", "cubic", SampleScenes.RasterIn(scenes.Olinda), _folder["large.tif"]);
        var map = new MapBuilder(new MapOptions { Basemaps = [], Detail = true }).AddImages([_folder["large.tif"]], 1).AddVectors(points, "points").Build();
        await using var page = await OpenAsync(map.SaveHtml(_folder["map.html"]), ".u42-map");
        await page.Page.EvaluateAsync("() => { u42Map.setZoom(u42Map.getZoom() + 2, { animate: false }); }");
        await page.Page.Locator("canvas.u42-detail:not([hidden])").WaitForAsync();
        await page.Page.WaitForTimeoutAsync(1500);
        var (saved, _) = await SaveAsync(page.Page, page.Page.MainFrame);

        (await AssertAlikeAsync(page, saved, ".u42-map")).ShouldBeGreaterThan(50);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task A_notebook_s_sandbox_saves_and_says_what_may_hinder_it()
    {
        await using var page = await browser.ShowAsync(Olinda().ToHtml(), new() { ViewportSize = new() { Width = 480, Height = 800 } });
        await page.StartFramesAsync();
        var frame = page.Page.Frames[1];
        var (saved, _) = await SaveAsync(page.Page, frame);

        saved.Width.ShouldBe(await frame.EvaluateAsync<int>("() => document.querySelector('.u42-map').clientWidth"));
        (await frame.Locator(".u42-note").TextContentAsync())!.ShouldMatch(
            "^The view goes to your downloads, \\d+ × \\d+ pixels\\. If no file comes, this notebook allows no downloads: open the map from SaveHtml\\.$");
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Tiles_of_a_basemap_are_left_out_and_that_is_said()
    {
        await using var server = await LoopbackServer.StartAsync();
        Tool.Run("gdal_create", "-outsize", "256", "256", "-bands", "3", "-burn", "250 10 10", "-of", "PNG", _folder["tile.png"]);
        var tile = File.ReadAllBytes(_folder["tile.png"]);
        server.On("GET /storage/tile.png", async (_, context) =>
        {
            context.Response.ContentType = "image/png";
            await context.Response.Body.WriteAsync(tile);
        });
        var basemap = new Basemap("Mine", $"{server.Endpoint}storage/tile.png?z={{z}}&x={{x}}&y={{y}}", "© me");
        var map = new MapBuilder(new MapOptions { Basemap = basemap })
            .AddVectors(FeatureTable.From([new NetTopologySuite.Geometries.Point(13.4, 52.5)]), "place").Build();
        await using var page = await OpenAsync(map.SaveHtml(_folder["map.html"]), ".u42-map");
        await page.Page.RouteAsync($"{server.Endpoint}**", route => route.ContinueAsync());
        await page.Page.GetByLabel("None", new() { Exact = true }).CheckAsync();
        await page.Page.GetByLabel("Mine").CheckAsync();
        await page.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.u42-tiles .leaflet-tile-loaded')].some(tile => tile.naturalWidth === 256)");
        var (saved, _) = await SaveAsync(page.Page, page.Page.MainFrame);

        (await page.Page.Locator(".u42-note").TextContentAsync())!.ShouldEndWith("Tiles of the basemap may not be copied and are left out.");
        Enumerable.Range(0, saved.Width).Count(x => saved[1, x, 40] > 240 && saved[2, x, 40] < 20).ShouldBe(0);
        page.Errors.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Asserts that a saved picture and the screen are the same but for a few pixels; gives how many colours it has, up to a hundred.</summary>
    private async Task<int> AssertAlikeAsync(BrowserPage page, RawImage saved, string stage)
    {
        await page.Page.Locator(stage).ScreenshotAsync(new() { Path = _folder["screen.png"] });
        var screen = RawImage.Read(_folder["screen.png"]);
        saved.Width.ShouldBe(screen.Width);
        saved.Height.ShouldBeGreaterThan(screen.Height, "scale and legend stand below");
        var places = Enumerable.Range(0, screen.Width * screen.Height).Select(i => (X: i % saved.Width, Y: i / saved.Width)).ToList();
        var wrong = places.Count(place => Enumerable.Range(1, 3).Any(band => Math.Abs(saved[band, place.X, place.Y] - screen[band, place.X, place.Y]) > 40));
        ((double)wrong / places.Count).ShouldBeLessThan(0.005);
        return places.Select(place => (saved[1, place.X, place.Y], saved[2, place.X, place.Y], saved[3, place.X, place.Y])).Distinct().Take(100).Count();
    }

    private Task<(RawImage Image, string Name)> SaveAsync(IPage page, IFrame frame) => SaveAsync(page, () => frame.GetByLabel(Button).ClickAsync());

    private async Task<(RawImage Image, string Name)> SaveAsync(IPage page, Func<Task> press)
    {
        var download = await page.RunAndWaitForDownloadAsync(press);
        await download.SaveAsAsync(_folder["view.png"]);
        return (RawImage.Read(_folder["view.png"]), download.SuggestedFilename);
    }

    private ResultMap Olinda() =>
        JobResults.Open(scenes.Olinda, cancellationToken: TestContext.Current.CancellationToken)
            .MapResults(options: new MapOptions { Basemaps = [] }, cancellationToken: TestContext.Current.CancellationToken);

    private async Task<BrowserPage> OpenAsync(string path, string stage, BrowserNewContextOptions? options = null)
    {
        var page = await browser.OpenAsync(path, options);
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        await page.Page.Locator(stage).WaitForAsync();
        await page.Page.AddStyleTagAsync(new() { Content = WithoutControls });
        return page;
    }
}
