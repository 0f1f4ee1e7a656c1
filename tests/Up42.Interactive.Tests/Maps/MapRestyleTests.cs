using System.Globalization;
using Microsoft.Playwright;
using Up42.Interactive.Sandbox;

namespace Up42.Interactive.Tests.Maps;

/// <summary>A map whose bands are in its page is shown anew there: each control is used, and the pixels say what it did.</summary>
public sealed class MapRestyleTests(Browser browser) : IDisposable
{
    private const int Size = 512;

    private readonly TempFolder _folder = new();

    private string Scene
    {
        get
        {
            var path = _folder["S2A_scene.tif"];
            if (!File.Exists(path))
            {
                SceneMaker.Write(path, new SceneOptions { Width = Size, Height = Size }, cancellationToken: TestContext.Current.CancellationToken);
            }

            return path;
        }
    }

    [Fact]
    public async Task An_index_is_painted_as_the_library_paints_it_and_reset_brings_the_image_back()
    {
        var ndvi = Check((nir, red) => ColorScale.Vegetation.At((nir - red) / (nir + red), -0.2, 0.9));
        await using var page = await OpenAsync();
        var places = await PlacesAsync(page, ndvi, ndvi.Even(2, step: 3));
        ndvi.NearlyAllRight(await page.ScreenshotAsync(), places).ShouldBeFalse();

        await page.Page.GetByLabel("Show", new() { Exact = true }).SelectOptionAsync("NDVI");
        await page.Page.Locator("canvas.leaflet-image-layer").WaitForAsync();
        ndvi.NearlyAllRight(await page.ScreenshotAsync(), places).ShouldBeTrue();
        (await page.Page.Locator(".u42-restyle .u42-legend").TextContentAsync()).ShouldBe("NDVI\u22120.20.9");
        (await page.Page.Locator(".u42-restyle-status").TextContentAsync())!
            .ShouldStartWith("normalised difference vegetation index: (nir - red) / (nir + red)");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Reset: show the image as it was" }).ClickAsync();
        (await page.Page.Locator("img.leaflet-image-layer").CountAsync()).ShouldBe(1);
        ndvi.NearlyAllRight(await page.ScreenshotAsync(), places).ShouldBeFalse();
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Bands_stretch_gamma_and_colours_are_chosen()
    {
        await using var page = await OpenAsync();
        var bands = Bands();
        await page.Page.GetByLabel("red", new() { Exact = true }).SelectOptionAsync($"b{bands["nir"]}");
        await page.Page.GetByLabel("green", new() { Exact = true }).SelectOptionAsync($"b{bands["red"]}");
        await page.Page.GetByLabel("blue", new() { Exact = true }).SelectOptionAsync($"b{bands["green"]}");
        await page.Page.GetByLabel("Stretch", new() { Exact = true }).SelectOptionAsync("range");
        await page.Page.GetByLabel("Darkest", new() { Exact = true }).FillAsync("200");
        await page.Page.GetByLabel("Brightest", new() { Exact = true }).FillAsync("5000");
        await page.Page.GetByLabel("Brightest", new() { Exact = true }).PressAsync("Enter");
        await IsPaintedAsync(page, new(Scene, (image, column, row) => image[1, column, row] == 0 ? null
            : [.. new[] { "nir", "red", "green" }.Select(light => Share(image[bands[light], column, row], 200, 5000) * 255)]));

        await page.Page.GetByLabel("Gamma", new() { Exact = true }).FillAsync("2");
        await IsPaintedAsync(page, new(Scene, (image, column, row) => image[1, column, row] == 0 ? null
            : [.. new[] { "nir", "red", "green" }.Select(light => Math.Sqrt(Share(image[bands[light], column, row], 200, 5000)) * 255)]));

        await page.Page.GetByLabel("Show", new() { Exact = true }).SelectOptionAsync("one");
        await page.Page.GetByLabel("Band", new() { Exact = true }).SelectOptionAsync($"b{bands["nir"]}");
        await page.Page.GetByLabel("Gamma", new() { Exact = true }).FillAsync("1");
        await page.Page.GetByLabel("Colours", new() { Exact = true }).SelectOptionAsync("magma");
        await page.Page.GetByLabel("Stretch", new() { Exact = true }).SelectOptionAsync("range");
        await page.Page.GetByLabel("Darkest", new() { Exact = true }).FillAsync("0");
        await page.Page.GetByLabel("Brightest", new() { Exact = true }).FillAsync("6000");
        await page.Page.GetByLabel("Brightest", new() { Exact = true }).PressAsync("Enter");
        await IsPaintedAsync(page, new(Scene, (image, column, row) =>
            image[1, column, row] == 0 ? null : Rgb(ColorScale.Magma.At(image[bands["nir"], column, row], 0, 6000))));
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task A_formula_is_typed_and_a_wrong_one_says_what_is_wrong_with_it()
    {
        await using var page = await OpenAsync();
        await page.Page.GetByLabel("Show", new() { Exact = true }).SelectOptionAsync("formula");
        await page.Page.GetByLabel("Formula", new() { Exact = true }).FillAsync("NDVl > 0");
        await page.Page.GetByLabel("Formula", new() { Exact = true }).PressAsync("Enter");
        (await page.Page.Locator(".u42-restyle-status").TextContentAsync())!.ShouldEndWith("Did you mean 'NDVI'?");
        (await page.Page.Locator("canvas.leaflet-image-layer").CountAsync()).ShouldBe(0);

        await page.Page.GetByLabel("Formula", new() { Exact = true }).FillAsync("where(NDVI > 0.5, 1, 0)");
        await page.Page.GetByLabel("Formula", new() { Exact = true }).PressAsync("Enter");
        await page.Page.GetByLabel("Stretch", new() { Exact = true }).SelectOptionAsync("range");
        await IsPaintedAsync(page, Check((nir, red) => ColorScale.Viridis.At((nir - red) / (nir + red) > 0.5 ? 1 : 0, 0, 1)));
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task The_pointer_tells_the_spectrum_and_a_line_its_profile_by_keys()
    {
        await using var page = await OpenAsync();
        await page.Page.Mouse.MoveAsync(500, 400);
        await page.Page.Locator(".u42-chart").First.WaitForAsync();
        (await page.Page.Locator(".u42-chart figcaption").First.TextContentAsync())!.ShouldStartWith("Spectrum");
        (await page.Page.Locator(".u42-chart circle").CountAsync()).ShouldBe(Math.Min(8, Bands().Count));

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Profile of the values along a line" }).PressAsync("Enter");
        var line = page.Page.Locator(".u42-chart", new() { HasText = "Along the line" });
        await line.WaitForAsync();
        var before = await line.Locator(".u42-chart-line").First.GetAttributeAsync("d");
        await page.Page.GetByLabel("End of the line; arrow keys move it").FocusAsync();
        await page.Page.Keyboard.PressAsync("Shift+ArrowDown");
        await page.Page.WaitForFunctionAsync("before => document.querySelector('.u42-chart-line').getAttribute('d') !== before", before);
        (await line.TextContentAsync())!.ShouldContain("km");
        page.Errors.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData(1200, ColorScheme.Light)]
    [InlineData(480, ColorScheme.Dark)]
    public async Task The_panel_pleases_axe(int width, ColorScheme scheme)
    {
        var options = new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme };
        await using var page = await browser.OpenAsync(Map().SaveHtml(_folder["map.html"]), options);
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        await page.Page.GetByLabel("Show", new() { Exact = true }).SelectOptionAsync("NDWI");
        await page.Page.Locator("canvas.leaflet-image-layer").WaitForAsync();

        await page.AxeAsync();
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public void A_scene_of_a_whole_tile_stays_within_a_cell()
    {
        var path = _folder["S2A_large.tif"];
        SceneMaker.Write(path, new SceneOptions { Width = 5490, Height = 5490 }, cancellationToken: TestContext.Current.CancellationToken);
        var options = new MapOptions { Restyle = true };

        var html = new MapBuilder(options, TestContext.Current.CancellationToken).AddImages([path], null).Build().ToHtml();

        html.Length.ShouldBeLessThan(4_000_000);
        html.Length.ShouldBeGreaterThan(1_000_000);
    }

    [Fact]
    public void Rasters_without_a_band_to_choose_are_shown_as_ever()
    {
        var raster = RasterFile.Open(Scene);
        var map = raster.Compute("NDVI").Map(options: new MapOptions { Restyle = true }, cancellationToken: TestContext.Current.CancellationToken);

        map.CreateData(map.Bounds!, map.Options).Images.ShouldHaveSingleItem().Restyle.ShouldBeNull();
        map.CreateData(map.Bounds!, map.Options).Scales.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private ResultMap Map() => new MapBuilder(new MapOptions { Basemaps = [], Restyle = true }, TestContext.Current.CancellationToken)
        .AddImages([Scene], null).Build();

    private async Task<BrowserPage> OpenAsync()
    {
        var page = await browser.OpenAsync(Map().SaveHtml(_folder["map.html"]));
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }

    private Dictionary<string, int> Bands()
    {
        using var raster = RasterFile.Open(Scene);
        return SpectralBands.AllNames.Select(name => (name, SpectralBands.Find(raster.Bands, name, raster.Sensor)))
            .Where(found => found.Item2 is not null).ToDictionary(found => found.name, found => found.Item2!.Value.Number);
    }

    private PixelCheck Check(Func<double, double, string> color)
    {
        var bands = Bands();
        return new(Scene, (image, column, row) =>
            image[1, column, row] == 0 ? null : Rgb(color(image[bands["nir"], column, row], image[bands["red"], column, row])));
    }

    private static async Task IsPaintedAsync(BrowserPage page, PixelCheck check)
    {
        await page.Page.Locator("canvas.leaflet-image-layer").WaitForAsync();
        await page.Page.WaitForTimeoutAsync(500);
        var places = await PlacesAsync(page, check, check.Even(2, step: 3));
        check.Wrong(await page.ScreenshotAsync(), places).Count.ShouldBeLessThanOrEqualTo(places.Count / 10);
        places.Count.ShouldBeGreaterThan(20);
    }

    /// <summary>Where the pixels lie on the page; those under a control are left out.</summary>
    private static async Task<List<((int Column, int Row) Pixel, (double X, double Y) Place)>> PlacesAsync(
        BrowserPage page, PixelCheck check, IReadOnlyList<(int Column, int Row)> pixels)
    {
        var places = await page.Page.EvaluateAsync<double[][]>(
            """
            positions => { const box = u42Map.getContainer().getBoundingClientRect();
              return positions.map(([lng, lat]) => { const point = u42Map.latLngToContainerPoint([lat, lng]).add([box.left, box.top]);
                const top = document.elementFromPoint(point.x, point.y);
                return top && !top.closest('.leaflet-control') && top.closest('.u42-map') ? [point.x, point.y] : [-1, -1]; }); }
            """,
            check.Positions(pixels).Select(position => new[] { position.Longitude, position.Latitude }).ToArray());
        return [.. pixels.Zip(places, (pixel, place) => (Pixel: pixel, Place: (X: place[0], Y: place[1]))).Where(place => place.Place.X >= 0)];
    }

    private static double Share(double value, double low, double high) => Math.Clamp((value - low) / (high - low), 0, 1);

    private static double[] Rgb(string color) =>
        [.. new[] { 1, 3, 5 }.Select(start => (double)int.Parse(color.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
