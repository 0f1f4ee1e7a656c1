namespace Up42.Interactive.Tests.Maps;

public sealed class ResultMapBrowserTests(Browser browser, SampleScenes scenes) : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Map_of_Olinda_shows_the_values_that_GDAL_reads_where_they_belong()
    {
        var check = Olinda();
        await using var page = await OpenAsync(Map(SampleScenes.RasterIn(scenes.Olinda), [3, 2, 1], Stretch.None));

        var places = await PlacesAsync(page, check, check.Even(2));
        places.Count.ShouldBeGreaterThanOrEqualTo(20);
        check.Wrong(await page.ScreenshotAsync(), places).ShouldBeEmpty();
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldAllBe(
            request => request.StartsWith("https://server.arcgisonline.com/ArcGIS/rest/services/World_Imagery/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Map_of_Berlin_shows_its_pixels_and_the_neutral_ground_where_there_is_no_data()
    {
        var check = Berlin();
        await using var page = await OpenAsync(Map(SampleScenes.RasterIn(scenes.Berlin), null));

        var inside = await PlacesAsync(page, check, check.Even(2));
        inside.Count.ShouldBeGreaterThanOrEqualTo(20);
        check.Wrong(await page.ScreenshotAsync(), inside).ShouldBeEmpty();

        await page.Page.EvaluateAsync("() => { u42Map.setZoom(u42Map.getZoom() - 1.5, { animate: false }); }");
        var outside = await PlacesAsync(page, check, check.Empty(3));
        outside.Count.ShouldBeGreaterThanOrEqualTo(20);
        var screen = await page.ScreenshotAsync();
        outside.Count(place => IsGround(screen, place.Place)).ShouldBeGreaterThanOrEqualTo(20);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Map_of_a_16_bit_scene_shows_the_values_that_GDAL_reads_and_the_neutral_ground_around_them()
    {
        var raster = Scene();
        using var file = RasterFile.Open(raster);
        var ranges = Stretch.Default.Measure(file.Preview(1280, [3, 2, 1], TestContext.Current.CancellationToken));
        var check = new PixelCheck(raster, (image, column, row) => image[1, column, row] == 0 ? null : [.. ranges.Select((range, i) =>
            255 * (image[3 - i, column, row] - range.Minimum) / (range.Maximum - range.Minimum))]);
        await using var page = await OpenAsync(
            new MapBuilder(new MapOptions()).AddImages([raster], [3, 2, 1])
                .Build());

        var inside = await PlacesAsync(page, check, check.Even(2, step: 3));
        var screen = await page.ScreenshotAsync();
        check.NearlyAllRight(screen, inside).ShouldBeTrue();

        // The collar: some of these places may lie on a line of the graticule.
        var outside = await PlacesAsync(page, check, check.Empty(6));
        outside.Count(place => IsGround(screen, place.Place)).ShouldBeGreaterThanOrEqualTo(20);
        outside.ShouldAllBe(place => screen[1, (int)place.Place.X, (int)place.Place.Y] > 190);

        await BlankAsync(page);
        check.NearlyAllRight(await page.ScreenshotAsync(), inside).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_check_fails_on_a_map_whose_image_is_blank()
    {
        var check = Olinda();
        await using var page = await OpenAsync(Map(SampleScenes.RasterIn(scenes.Olinda), [3, 2, 1]));
        await BlankAsync(page);

        var places = await PlacesAsync(page, check, check.Even(2));
        check.Wrong(await page.ScreenshotAsync(), places).Count.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Corners_of_the_Berlin_image_lie_where_they_belong()
    {
        await using var page = await OpenAsync(Map(SampleScenes.RasterIn(scenes.Berlin), null));

        var corners = await page.Page.EvaluateAsync<double[]>(
            """
            () => { const box = document.querySelector('.leaflet-image-layer').getBoundingClientRect(), map = u42Map.getContainer().getBoundingClientRect();
              const southWest = u42Map.containerPointToLatLng([box.left - map.left, box.bottom - map.top]),
               northEast = u42Map.containerPointToLatLng([box.right - map.left, box.top - map.top]);
              return [southWest.lng, southWest.lat, northEast.lng, northEast.lat]; }
            """);

        corners[0].ShouldBe(13.3594, 0.0001);
        corners[1].ShouldBe(52.4828, 0.0001);
        corners[2].ShouldBe(13.4253, 0.0001);
        corners[3].ShouldBe(52.5229, 0.0001);
    }

    [Fact]
    public async Task Map_of_Berlin_is_fitted_to_the_pixels_that_hold_data()
    {
        await using var page = await OpenAsync(Map(SampleScenes.RasterIn(scenes.Berlin), null));

        (await page.Page.EvaluateAsync<double>("() => u42Map.getCenter().lng")).ShouldBe(13.370, 0.01);
        (await page.Page.EvaluateAsync<double>("() => u42Map.getBounds().getEast() - u42Map.getBounds().getWest()")).ShouldBeLessThan(0.06);
    }

    [Fact]
    public async Task Layers_switch_and_images_fade()
    {
        await using var page = await OpenAsync(Map(SampleScenes.RasterIn(scenes.Olinda), null));
        await page.Page.GetByLabel("Opacity of L7_ETMs.tif").FillAsync("40");
        (await page.Page.Locator(".leaflet-image-layer").EvaluateAsync<string>("image => image.style.opacity")).ShouldBe("0.4");

        await page.Page.GetByLabel("L7_ETMs.tif", new() { Exact = true }).UncheckAsync();
        (await page.Page.Locator(".leaflet-image-layer").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_wheel_zooms_only_after_a_click()
    {
        await using var page = await OpenAsync(Map(SampleScenes.RasterIn(scenes.Olinda), null));
        (await page.Page.EvaluateAsync<bool>("() => u42Map.scrollWheelZoom.enabled()")).ShouldBeFalse();

        await page.Page.Mouse.ClickAsync(40, 500);
        (await page.Page.EvaluateAsync<bool>("() => u42Map.scrollWheelZoom.enabled()")).ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();

    private string Scene()
    {
        var raster = _folder["scene.tif"];
        Sandbox.SceneMaker.Write(raster, new Sandbox.SceneOptions { Width = 1280, Height = 1280 }, cancellationToken: TestContext.Current.CancellationToken);
        return raster;
    }

    private static async Task BlankAsync(BrowserPage page) => await page.Page.EvaluateAsync(
        "() => document.querySelectorAll('.leaflet-image-layer').forEach(image => { image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='; })");

    private static bool IsGround(RawImage screen, (double X, double Y) place) =>
        (screen[1, (int)place.X, (int)place.Y], screen[2, (int)place.X, (int)place.Y]) == (232, 236);

    private PixelCheck Olinda() =>
        new(SampleScenes.RasterIn(scenes.Olinda),
            (image, column, row) => [image[3, column, row], image[2, column, row], image[1, column, row]]);

    private PixelCheck Berlin() => new(SampleScenes.RasterIn(scenes.Berlin), (image, column, row) =>
        image[4, column, row] == 0 ? null : [image[1, column, row], image[2, column, row], image[3, column, row]]);

    private static ResultMap Map(string raster, BandList? bands, Stretch? stretch = null) =>
        new MapBuilder(new MapOptions { Stretch = stretch ?? Stretch.Default })
        .AddImages([raster], bands)
        .AddFootprints(FeatureTable.Read(Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(raster)!)!, "data.json")), "uid")
        .Build();

    /// <summary>Where the map's projection puts the pixels on the page; those under a control are left out.</summary>
    private static async Task<List<((int Column, int Row) Pixel, (double X, double Y) Place)>> PlacesAsync(
        BrowserPage page, PixelCheck check, IReadOnlyList<(int Column, int Row)> pixels)
    {
        var places = await page.Page.EvaluateAsync<double[][]>(
            """
            positions => { const box = u42Map.getContainer().getBoundingClientRect();
              return positions.map(([lng, lat]) => { const point = u42Map.latLngToContainerPoint([lat, lng]).add([box.left, box.top]);
                const top = document.elementFromPoint(point.x, point.y);
                return top && !top.closest('.leaflet-control') ? [point.x, point.y] : [-1, -1]; }); }
            """,
            check.Positions(pixels).Select(position => new[] { position.Longitude, position.Latitude }).ToArray());
        return [.. pixels.Zip(places, (pixel, place) => (Pixel: pixel, Place: (X: place[0], Y: place[1]))).Where(place => place.Place.X >= 0)];
    }

    private async Task<BrowserPage> OpenAsync(ResultMap map)
    {
        var page = await browser.OpenAsync(map.SaveHtml(_folder["map.html"]));
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
