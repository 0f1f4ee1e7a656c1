using Up42.Interactive.Tests.Plots;

namespace Up42.Interactive.Tests.Maps;

/// <summary>What the readout of a map tells at random positions, against <c>gdallocationinfo</c> at the pixel that it names.</summary>
public sealed class MapPointerTests(Browser browser, PointerScenes scenes) : IClassFixture<PointerScenes>
{
    private const int Positions = 84;

    [Theory]
    [InlineData("rasters/a05_alpha_float32/a.tif")]
    [InlineData("rasters/c36b_sinusoidal/a.tif")]
    [InlineData("rasters/i03_taudem_nodata/a.tif")]
    [InlineData(PointerScenes.Overviews)]
    [InlineData(PointerScenes.Rare)]
    public Task Random_positions_tell_the_value_of_the_pixel_that_is_named(string name) => AssertValuesAsync(name);

    [Theory]
    [InlineData("rasters/b28_classes_0_10_uint8/a.tif")]
    [InlineData("rasters/c36c_robinson/a.tif")]
    [InlineData("rasters/f54_landsat_st_kelvin/a.tif")]
    [InlineData("rasters/a03_nan_one_band/a.tif")]
    [InlineData(PointerScenes.Reduced)]
    [InlineData(PointerScenes.SouthUp)]
    [InlineData(PointerScenes.Float)]
    [Trait("Tier", "Long")]
    public Task Random_positions_of_more_rasters_tell_the_value_of_the_pixel_that_is_named(string name) => AssertValuesAsync(name);

    private async Task AssertValuesAsync(string name)
    {
        var raster = scenes.Find(name);
        var path = scenes.NewPage();
        new MapBuilder(new MapOptions { Basemaps = [] }).AddImages([raster], bands: [1]).Build().SaveHtml(path);
        await using var page = await browser.OpenAsync(path);
        await page.Page.Locator("body.u42-ready").WaitForAsync();

        PointerJudge.Judge(raster, await PointAsync(page, new Random(7)), "-wgs84", maxBorderline: 4);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    /// <summary>Moves the pointer over random places of the picture: their degrees, and what the readout tells.</summary>
    private static async Task<List<(double X, double Y, string Label)>> PointAsync(BrowserPage page, Random random)
    {
        var places = Enumerable.Range(0, Positions).Select(_ => new[] { random.NextDouble(), random.NextDouble() }).ToArray();
        var told = await page.Page.EvaluateAsync<System.Text.Json.JsonElement>(
            """
            async places => {
              const container = u42Map.getContainer(), image = document.querySelector('.leaflet-image-layer').getBoundingClientRect(), told = [];
              for (const [across, down] of places) {
                const at = { clientX: Math.round(image.left + across * image.width), clientY: Math.round(image.top + down * image.height), bubbles: true };
                const move = () => container.dispatchEvent(new MouseEvent('mousemove', at));
                move();
                if (told.length === 0) { await new Promise(resolve => setTimeout(resolve, 800)); move(); }
                const { lng, lat } = u42Map.mouseEventToLatLng(at), spans = container.querySelectorAll('.u42-readout span');
                told.push({ x: lng, y: lat, label: spans.length > 1 ? spans[0].textContent : '' });
              }
              return told;
            }
            """,
            places);
        return [.. told.EnumerateArray().Select(point =>
            (point.GetProperty("x").GetDouble(), point.GetProperty("y").GetDouble(), point.GetProperty("label").GetString()!))];
    }
}
