using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Maps;

/// <summary>What maps say beside their pictures: names, properties, legends, and all of it as text.</summary>
public sealed class ResultMapContentBrowserTests(Browser browser, SampleScenes scenes) : IDisposable
{
    private const string Hostile = """</script><img src="https://canary.invalid/a" onerror="fetch('https://canary.invalid/b')">'"&amp;""";

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Footprint_tells_its_name_and_its_properties()
    {
        await using var page = await OpenAsync(Map(SampleScenes.RasterIn(scenes.Olinda), null));
        await page.Page.Locator("path.leaflet-interactive").HoverAsync();
        (await page.Page.Locator(".u42-tooltip").TextContentAsync()).ShouldBe("l7-etm-olinda");

        await page.Page.Locator("path.leaflet-interactive").ClickAsync();
        var rows = await page.Page.Locator(".u42-popup > table > tbody > tr").AllTextContentsAsync();
        rows.ShouldContain("sensorLandsat 7 ETM+");
        rows.ShouldContain(row => row.StartsWith("bands6 items", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cloudCoverage", 1)]
    [InlineData("sceneId", 4)]
    public async Task Features_are_coloured_by_a_column_with_a_legend(string column, int colors)
    {
        var table = FeatureTable.Read(Samples.Find("collection/search_results_limited_columns.geojson"));
        await using var page = await OpenAsync(
            new MapBuilder(new MapOptions { ColorBy = column }).AddFootprints(table, "sceneId")
                .Build());

        var strokes = await page.Page.Locator("path.leaflet-interactive")
            .EvaluateAllAsync<string[]>("paths => [...new Set(paths.map(path => path.getAttribute('stroke')))]");
        strokes.Length.ShouldBe(colors);
        (await page.Page.Locator(".u42-class").CountAsync()).ShouldBe(colors);
    }

    [Fact]
    public async Task Hostile_names_and_properties_stay_text()
    {
        var table = FeatureTable.Parse(System.Text.Json.JsonSerializer.Serialize(new
        {
            type = "FeatureCollection",
            features = new[]
            {
                new
                {
                    type = "Feature",
                    geometry = new { type = "Polygon", coordinates = new[] { new[] { new[] { 13.0, 52.0 }, [13.1, 52.0], [13.1, 52.1], [13.0, 52.0] } } },
                    properties = new Dictionary<string, object> { ["uid"] = Hostile, [Hostile] = Hostile
                        + "\u202E\0", ["nested"] = new Dictionary<string, string> { [Hostile] = Hostile } },
                },
            },
        }));
        var map = new MapBuilder(new MapOptions { Basemaps = [] }).AddFootprints(table, "uid").Build();
        await using var page = await OpenAsync(map);
        await page.Page.Locator("path.leaflet-interactive").HoverAsync();
        (await page.Page.Locator(".u42-tooltip").TextContentAsync()).ShouldBe(Hostile);
        await page.Page.Locator("path.leaflet-interactive").ClickAsync();
        await page.Page.Locator(".u42-popup summary").ClickAsync();

        (await page.Page.Locator(".u42-popup strong").TextContentAsync()).ShouldBe(Hostile);
        (await page.Page.Locator(".u42-popup td").AllTextContentsAsync()).ShouldContain(Hostile + "\uFFFD\uFFFD");
        (await page.Page.Locator(".u42-popup details th").TextContentAsync()).ShouldBe(Hostile);
        page.Requests.ShouldBeEmpty();
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hostile_basemap_attribution_stays_text()
    {
        var options = new MapOptions { Basemaps = [new Basemap(Hostile, "http://127.0.0.1:9/{z}/{x}/{y}.png", Hostile, 5)] };
        await using var page = await OpenAsync(new MapBuilder(options).Build());

        (await page.Page.Locator(".leaflet-control-attribution").TextContentAsync())!.ShouldContain(Hostile);
        page.Requests.ShouldAllBe(request => request.StartsWith("http://127.0.0.1:9/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_scripts_picture_and_table_are_there()
    {
        var map = Map(SampleScenes.RasterIn(scenes.Olinda), null);
        await using var page = await browser.OpenAsync(map.SaveHtml(_folder["map.html"]), new() { JavaScriptEnabled = false });

        (await page.Page.Locator(".u42-static img").BoundingBoxAsync())!.Width.ShouldBeGreaterThan(300);
        (await page.Page.Locator("tbody tr").AllTextContentsAsync()).ShouldBe(
            ["ImagesL7_ETMs.tif34.9166° W – 34.8260° W, 8.0409° S – 7.9498° S", "Footprintsl7-etm-olinda34.9166° W – 34.8260° W, 8.0409° S – 7.9498° S"]);
    }

    [Theory]
    [InlineData(ColorScheme.Light, true)]
    [InlineData(ColorScheme.Dark, true)]
    [InlineData(ColorScheme.Light, false)]
    public async Task The_fragment_is_a_map_where_frames_may_stand_and_a_picture_where_not(ColorScheme scheme, bool frames)
    {
        var html = Map(SampleScenes.RasterIn(scenes.Olinda), null).ToHtml();
        html = frames ? html : html[..html.IndexOf("<iframe", StringComparison.Ordinal)] + html[(html.IndexOf("</iframe>", StringComparison.Ordinal) + 9)..];
        await using var page = await browser.OpenAsync(
            HtmlFile.Save(_folder["host.html"], $"<!doctype html><meta charset=utf-8>{html}"), new() { ColorScheme = scheme });
        if (frames)
        {
            await page.Page.FrameLocator("iframe").Locator("body.u42-ready .leaflet-image-layer").WaitForAsync();
        }

        (await page.Page.Locator(".u42-s").IsVisibleAsync()).ShouldBe(!frames);
        page.Errors.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static ResultMap Map(string raster, BandList? bands) => new MapBuilder(new MapOptions())
        .AddImages([raster], bands)
        .AddFootprints(FeatureTable.Read(Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(raster)!)!, "data.json")), "uid")
        .Build();

    private async Task<BrowserPage> OpenAsync(ResultMap map)
    {
        var page = await browser.OpenAsync(map.SaveHtml(_folder["map.html"]));
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
