using System.Globalization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Maps;

/// <summary>What stands on and beside the map: opacity, order, pins, popups, zoom, credits.</summary>
public sealed class MapFurnitureTests(Browser browser, SampleScenes scenes) : IDisposable
{
    private static readonly MapOptions Plain = new() { Basemaps = [] };

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_opacity_of_one_image_lets_the_one_below_through()
    {
        var (dark, bright) = (Raster("dark", 10), Raster("bright", 250));
        await using var page = await OpenAsync(new MapBuilder(Plain).AddImages([dark, bright], null).Build());

        var above = await MiddleAsync(page);
        await page.Page.GetByLabel("Opacity of bright.tif").FillAsync("0");
        var below = await MiddleAsync(page);
        above.ShouldBeGreaterThan(below + 60);
        await page.Page.GetByLabel("Opacity of bright.tif").FillAsync("50");
        (await MiddleAsync(page)).ShouldBe((above + below) / 2, 3);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_of_the_panel_lies_on_top()
    {
        var (dark, bright) = (Raster("dark", 10), Raster("bright", 250));
        await using var page = await OpenAsync(new MapBuilder(Plain).AddImages([dark, bright], null).AddVectors(Box(0.4, 0.4, 0.6, 0.6), "box").Build());
        var names = page.Page.Locator(".u42-layer label");

        (await names.AllTextContentsAsync()).ShouldBe(["box", "bright.tif", "dark.tif"]);
        var above = await MiddleAsync(page);
        await page.Page.GetByLabel("Bring dark.tif to the front").PressAsync("Enter");
        (await names.AllTextContentsAsync()).ShouldBe(["box", "dark.tif", "bright.tif"]);
        (await MiddleAsync(page)).ShouldBeLessThan(above - 60);
    }

    [Fact]
    public async Task What_is_smaller_than_8_pixels_has_a_pin_that_opens_its_popup_until_the_map_is_close()
    {
        var map = new MapBuilder(Plain).AddVectors(
            FeatureTable.From([.. new[] { new Envelope(0, 40, 0, 40), new Envelope(60, 60.01, 20, 20.01) }.Select(GeometryFactory.Default.ToGeometry)]),
            "boxes").Build();
        await using var page = await OpenAsync(map);

        (await page.Page.Locator("path[stroke='#ffffff']").CountAsync()).ShouldBe(1);
        await page.Page.Locator("path[stroke='#ffffff']").ClickAsync();
        (await page.Page.Locator(".u42-popup strong").TextContentAsync()).ShouldBe("Feature 2");
        await page.Page.EvaluateAsync("() => { u42Map.setView([20.005, 60.005], 15, { animate: false }); }");
        (await page.Page.Locator("path[stroke='#ffffff']").CountAsync()).ShouldBe(0);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_map_comes_as_close_as_a_pixel_of_the_raster_is_a_square_of_32_to_64_pixels()
    {
        await using var page = await OpenAsync(new MapBuilder(Plain).AddImages([Raster("a", 10)], null).Build());

        var closest = await page.Page.EvaluateAsync<double>(
            "() => 256 * 2 ** u42Map.getMaxZoom() / 360 / 20");

        closest.ShouldBeInRange(32, 64);
    }

    [Theory]
    [InlineData(1200, 560)]
    [InlineData(400, 320)]
    public async Task Popups_keep_clear_of_the_buttons_and_within_their_map(int width, int height)
    {
        var map = new MapBuilder(Plain).AddVectors(Wide(), "box").Build();
        await using var page = await OpenAsync(map, width, height);
        foreach (var (x, y) in new[] { (0.02, 0.98), (0.98, 0.98), (0.02, 0.02), (0.98, 0.02) })
        {
            var at = await page.Page.EvaluateAsync<float[]>(
                """
                ([x, y]) => { u42Map.closePopup(); u42Map.setView([0.5, 0.5], u42Map.getZoom(), { animate: false });
                  const { lat, lng } = u42Map.getCenter();
                  u42Map.eachLayer(layer => layer.feature && !layer.eachLayer && layer.fire('click', { latlng: { lat: y, lng: x } }, true));
                  return [lat, lng]; }
                """,
                new[] { x, y });
            at.ShouldNotBeNull();
            await page.Page.WaitForFunctionAsync("() => !u42Map._panAnim?._inProgress");

            var popup = (await page.Page.Locator(".leaflet-popup-content-wrapper").BoundingBoxAsync())!;
            var frame = (await page.Page.Locator(".u42-map").BoundingBoxAsync())!;
            popup.X.ShouldBeGreaterThanOrEqualTo(44);
            popup.Y.ShouldBeGreaterThanOrEqualTo(frame.Y);
            (popup.X + popup.Width).ShouldBeLessThanOrEqualTo(frame.X + frame.Width);
            (popup.Y + popup.Height).ShouldBeLessThanOrEqualTo(frame.Y + frame.Height);
        }
    }

    [Fact]
    public async Task A_basemap_that_cannot_be_reached_is_told_apart_from_the_credits()
    {
        var options = new MapOptions { Basemaps = [new Basemap("Mine", "http://127.0.0.1:9/{z}/{x}/{y}.png", "© me")] };
        await using var page = await OpenAsync(new MapBuilder(options).AddVectors(Box(0, 0, 1, 1), "box").Build());

        await page.Page.GetByText("Mine is not reachable").WaitForAsync();
        (await page.Page.Locator(".leaflet-control-attribution").TextContentAsync()).ShouldBe("© me");
        await page.Page.GetByLabel("None", new() { Exact = true }).CheckAsync();
        (await page.Page.Locator(".u42-note").TextContentAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_lies_over_the_map_but_its_buttons()
    {
        await using var page = await OpenAsync(JobResults.Open(scenes.Olinda, cancellationToken: TestContext.Current.CancellationToken)
            .MapResults(options: new MapOptions { Basemaps = [], Expression = "b1" }, cancellationToken: TestContext.Current.CancellationToken));
        var image = (await page.Page.Locator(".leaflet-image-layer").BoundingBoxAsync())!;

        foreach (var name in new[] { ".u42-panel", ".u42-legend", ".u42-locator", ".leaflet-control-scale", ".leaflet-bar >> nth=0", ".leaflet-bar >> nth=1" })
        {
            var box = (await page.Page.Locator(name).BoundingBoxAsync())!;
            (box.X >= image.X + image.Width || box.X + box.Width <= image.X || box.Y >= image.Y + image.Height).ShouldBeTrue(name);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static FeatureTable Box(double west, double south, double east, double north) =>
        FeatureTable.From([GeometryFactory.Default.ToGeometry(new Envelope(west, east, south, north))]);

    /// <summary>A square degree with as many columns as make a popup long, and long texts.</summary>
    private static FeatureTable Wide()
    {
        var properties = string.Join(',', Enumerable.Range(0, 40).Select(i => $"\"column{i}\":\"{new string('x', 60)}\""));
        return FeatureTable.Parse($$$"""
            {"type":"Feature","properties":{{{{properties}}}},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}}
            """);
    }

    private static async Task<double> MiddleAsync(BrowserPage page)
    {
        var at = await page.Page.EvaluateAsync<double[]>("() => { const { x, y } = u42Map.latLngToContainerPoint([0.5, 0.5]); return [x, y]; }");
        return (await page.ScreenshotAsync())[1, (int)at[0] + 7, (int)at[1] + 7];
    }

    /// <summary>A square degree of 20 by 20 pixels of one value.</summary>
    private string Raster(string name, int value)
    {
        Tool.Run(
            "gdal_create", "-outsize", "20", "20", "-bands", "1", "-burn", value.ToString(CultureInfo.InvariantCulture), "-a_srs", "EPSG:4326",
            "-a_ullr", "0", "1", "1", "0", _folder[$"{name}.tif"]);
        return _folder[$"{name}.tif"];
    }

    private async Task<BrowserPage> OpenAsync(ResultMap map, int width = 1200, int height = 900)
    {
        var page = await browser.OpenAsync(map.SaveHtml(_folder["map.html"]), new() { ViewportSize = new() { Width = width, Height = height } });
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
