using System.Net;
using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Maps.Detail;

/// <summary>
/// Files with detail on a narrow screen, from a folder and in a notebook's sandboxed frame, by keys alone and by fingers: zoomed to the last level, they
/// show the raster's own pixels.
/// </summary>
public sealed class DetailControlsTests(Browser browser, DetailScenes scenes) : IClassFixture<DetailScenes>, IDisposable
{
    private const int Size = 700;
    private const int Margin = 1;

    private readonly TempFolder _folder = new();

    private static MapOptions Options { get; } = new() { Basemaps = [], Detail = true, MaxImageSize = 200 };

    [Theory]
    [InlineData(true)]
    [InlineData(false, Traits = ["Tier", "Long"])]
    public async Task By_keys_alone_the_last_level_is_reached_and_axe_finds_nothing(bool isFramed)
    {
        var raster = scenes.Get("palette", Size);
        await using var page = await OpenAsync(Map(raster).SaveHtml(_folder["map.html"]), isFramed);
        var pixels = new PalettePixels(raster, Margin);
        await MapGestures.TabToAsync(page, DatedScenes.FirstMap);
        (await pixels.WrongAsync(page)).ShouldNotBeEmpty("a picture of 200 pixels does not show 700");
        await MapGestures.ZoomInAsync(page);

        (await pixels.WrongAsync(page)).ShouldBeEmpty();
        await page.AxeAsync();
        AssertQuiet(page);
    }

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fingers_that_part_reach_the_last_level(bool isFramed)
    {
        var raster = scenes.Get("palette", Size);
        await using var page = await OpenAsync(Map(raster).SaveHtml(_folder["map.html"]), isFramed);
        await MapGestures.PinchAsync(page);

        (await new PalettePixels(raster, Margin).WrongAsync(page)).ShouldBeEmpty();
        AssertQuiet(page);
    }

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Both_sides_of_a_comparison_show_their_own_pixels_in_every_mode(bool isFramed)
    {
        var (left, right, path) = Comparison();
        await using var page = await OpenAsync(path, isFramed);
        await MapGestures.TabToAsync(page, DatedScenes.FirstMap);
        await MapGestures.ZoomInAsync(page);
        await MapGestures.StepBackAsync(page);
        (await left.WrongAsync(page, to: 0.4)).ShouldBeEmpty();
        (await right.WrongAsync(page, from: 0.6)).ShouldBeEmpty();
        (await left.WrongAsync(page, from: 0.6)).ShouldNotBeEmpty();

        await page.Page.Keyboard.PressAsync("2");
        await page.Page.WaitForTimeoutAsync(MapGestures.Decoding);
        (await left.WrongAsync(page)).ShouldBeEmpty();
        (await right.WrongAsync(page, map: ".u42-second")).ShouldBeEmpty();

        await page.Page.Keyboard.PressAsync("3");
        await page.Page.WaitForTimeoutAsync(MapGestures.Decoding);
        (await left.WrongAsync(page)).ShouldBeEmpty();
        await page.Page.Keyboard.PressAsync("b");
        (await right.WrongAsync(page)).ShouldBeEmpty();
        await page.AxeAsync();
        AssertQuiet(page);
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Fingers_zoom_a_comparison_and_move_its_divider()
    {
        var (left, right, path) = Comparison();
        await using var page = await OpenAsync(path, isFramed: false);
        await MapGestures.PinchAsync(page);
        await MapGestures.StepBackAsync(page);
        (await left.WrongAsync(page, to: 0.4)).ShouldBeEmpty();
        (await right.WrongAsync(page, from: 0.6)).ShouldBeEmpty();

        var box = (await page.Page.Locator(".u42-maps").BoundingBoxAsync())!;
        var (session, y) = (await page.Page.Context.NewCDPSessionAsync(page.Page), box.Y + (box.Height / 2));
        await MapGestures.TouchAsync(session, "touchStart", (box.X + (box.Width / 2), y));
        await MapGestures.TouchAsync(session, "touchMove", (box.X + (0.7 * box.Width), y));
        await MapGestures.TouchAsync(session, "touchMove", (box.X + (0.9 * box.Width), y));
        await MapGestures.TouchAsync(session, "touchEnd");
        (await left.WrongAsync(page, to: 0.8)).ShouldBeEmpty();
        AssertQuiet(page);
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task A_comparison_s_file_keeps_to_its_size_says_what_it_reaches_and_is_the_same_each_time()
    {
        var path = Comparison().Path;
        var room = new FileInfo(path).Length - 20_000;
        var smaller = Compare(room).SaveHtml(_folder["smaller.html"]);

        new FileInfo(smaller).Length.ShouldBeLessThanOrEqualTo(room);
        Compare().ToString().ShouldContain("In the file that SaveHtml(path) writes left_20230101.tif can be zoomed to every pixel of 10 m");
        Compare().ToHtml().ShouldNotContain("u42-attachment");
        File.ReadAllBytes(Compare().SaveHtml(_folder["again.html"])).ShouldBe(File.ReadAllBytes(path));
        await using var page = await OpenAsync(smaller, isFramed: false);
        (await page.Page.Locator(".u42-panel").TextContentAsync())!.ShouldContain("MapOptions.MaxFileSize allows");
    }

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Hostile_names_are_text(bool hasScripts)
    {
        var scene = scenes.Get("palette", Size);
        var markup = HostileStrings.Markup.First(text => text.Length < 60 && text.Contains("onerror", StringComparison.Ordinal) && !text.Contains('/'));
        string[] names = [$"{markup} 20230101.tif", "\"'\u202Efit.\u2066canary onload=window.canary=1 20230201.tif"];
        var rasters = Array.ConvertAll(names, name => _folder[$"results/{name}"]);
        Directory.CreateDirectory(_folder["results"]);
        rasters.ToList().ForEach(raster => File.Copy(scene, raster));
        using var results = JobResults.Open(_folder["results"], cancellationToken: TestContext.Current.CancellationToken);
        string[] paths =
        [
            new MapBuilder(Options).AddImages([.. rasters], [1]).Build().SaveHtml(_folder["map.html"]),
            results.CompareResults(
                results,
                leftName: string.Join(' ', HostileStrings.All.Take(60)),
                rightName: string.Join(' ', HostileStrings.All.Skip(60)),
                options: Options,
                cancellationToken: TestContext.Current.CancellationToken).SaveHtml(_folder["comparison.html"]),
        ];
        foreach (var path in paths)
        {
            await using var page = await browser.OpenAsync(path, new() { JavaScriptEnabled = hasScripts, ViewportSize = new() { Width = 480, Height = 900 } });
            if (hasScripts)
            {
                await page.Page.Locator("body.u42-ready").WaitForAsync();
                await MapGestures.ZoomInAsync(page);
                (await page.Page.Locator(".u42-panel").TextContentAsync())!.ShouldContain("can be zoomed to every pixel");
            }

            await page.AssertNothingRanAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertQuiet(BrowserPage page)
    {
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    private static ResultMap Map(string raster) => new MapBuilder(Options).AddImages([raster], [1]).Build();

    /// <summary>A scene, one with the classes the other way round, and a file that compares them.</summary>
    private (PalettePixels Left, PalettePixels Right, string Path) Comparison()
    {
        Directory.CreateDirectory(_folder["results"]);
        var (left, right) = (_folder["results/left_20230101.tif"], _folder["results/right_20230201.tif"]);
        File.Copy(scenes.Get("palette", Size), left, overwrite: true);
        File.Copy(left, right, overwrite: true);
        Tool.Run("/usr/bin/python3", "-c", """
            import sys; from osgeo import gdal
            file = gdal.Open(sys.argv[1], 1); band = file.GetRasterBand(1); values = band.ReadAsArray()
            values[values > 0] = 8 - values[values > 0]; band.WriteArray(values); file = None
            """, right);
        return (new(left, Margin), new(right, Margin), Compare().SaveHtml(_folder["comparison.html"]));
    }

    private ResultComparison Compare(long? maxFileSize = null)
    {
        using var results = JobResults.Open(_folder["results"], cancellationToken: TestContext.Current.CancellationToken);
        return results.Rasters[0].CompareResults(
            results.Rasters[1],
            options: maxFileSize is { } room ? Options with { MaxFileSize = room } : Options,
            cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>A file on a narrow touch screen, opened from its folder or within a notebook's frame.</summary>
    private async Task<BrowserPage> OpenAsync(string path, bool isFramed)
    {
        var size = new ViewportSize { Width = 480, Height = 900 };
        var options = new BrowserNewContextOptions { ViewportSize = size, HasTouch = true, ReducedMotion = ReducedMotion.Reduce };
        var page = isFramed
            ? await browser.ShowAsync(
                """<iframe title="Map" sandbox="allow-scripts" width="100%" height="860" style="border:0" """
                    + $"""srcdoc="{WebUtility.HtmlEncode(await File.ReadAllTextAsync(path))}"></iframe>""",
                options)
            : await browser.OpenAsync(path, options);
        await page.Page.Frames[^1].Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
