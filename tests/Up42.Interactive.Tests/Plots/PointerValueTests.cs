namespace Up42.Interactive.Tests.Plots;

/// <summary>What the pointer tells at random positions of a plot, against <c>gdallocationinfo</c> at the pixel that it names.</summary>
public sealed class PointerValueTests(Browser browser, PointerScenes scenes) : IClassFixture<PointerScenes>
{
    private const int Positions = 84;

    public static TheoryData<string> Few =>
        ["rasters/a05_alpha_float32/a.tif", "rasters/f56_ndvi_int16_scaled/a.tif", PointerScenes.Reduced, PointerScenes.Rare];

    public static TheoryData<string> More =>
    [
        "rasters/a10_constant_float/a.tif", "rasters/b28_classes_0_10_uint8/a.tif", "rasters/c36b_sinusoidal/a.tif", "rasters/f54_landsat_st_kelvin/a.tif",
        "rasters/h61_skewed_zeros/a.tif", "rasters/i03_taudem_nodata/a.tif", PointerScenes.SouthUp, PointerScenes.Float, PointerScenes.Overviews,
    ];

    [Theory]
    [MemberData(nameof(Few))]
    public Task Random_positions_tell_the_value_of_the_pixel_that_is_named(string name) => AssertValuesAsync(name);

    [Theory]
    [MemberData(nameof(More))]
    [Trait("Tier", "Long")]
    public Task Random_positions_of_more_rasters_tell_the_value_of_the_pixel_that_is_named(string name) => AssertValuesAsync(name);

    private async Task AssertValuesAsync(string name)
    {
        var raster = scenes.Find(name);
        await using var page = await browser.OpenAsync(Save(raster));
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        var told = await PointAsync(page, new Random(7));

        PointerJudge.Judge(raster, told, told.Any(point => HasCoordinates(point.Label)) ? "-geoloc" : "");
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    private static bool HasCoordinates(string label) => label.Contains("E ", StringComparison.Ordinal) || label.Contains('°', StringComparison.Ordinal);

    [Fact]
    public void Positions_are_a_thousand() => ((Few.Count + More.Count) * Positions).ShouldBeGreaterThan(1000);

    private string Save(string raster)
    {
        var path = scenes.NewPage();
        PlotBuilder.Bands([raster], ["1"], null, new PlotOptions(), TestContext.Current.CancellationToken).SaveHtml(path);
        return path;
    }

    /// <summary>Moves the pointer over random places of the axes: their coordinates, and the label that is seen.</summary>
    private static async Task<List<(double X, double Y, string Label)>> PointAsync(BrowserPage page, Random random)
    {
        var places = Enumerable.Range(0, Positions).Select(_ => new[] { random.NextDouble(), random.NextDouble() }).ToArray();
        var told = await page.Page.EvaluateAsync<System.Text.Json.JsonElement>(
            """
            async places => {
              const plot = document.querySelector('.js-plotly-plot'), { xaxis, yaxis } = plot._fullLayout, box = plot.getBoundingClientRect();
              const label = plot.querySelector('.u42-pixel-label'), told = [];
              for (const [across, down] of places) {
                const [x, y] = [across * xaxis._length, down * yaxis._length];
                plot.dispatchEvent(new PointerEvent('pointermove',
                  { clientX: box.left + xaxis._offset + x, clientY: box.top + yaxis._offset + y, pointerType: 'mouse', bubbles: true }));
                await new Promise(resolve => setTimeout(resolve, told.length ? 0 : 500));
                told.push({ x: xaxis.p2d(x), y: yaxis.p2d(y), label: label.hidden ? '' : label.innerText });
              }
              return told;
            }
            """,
            places);
        return [.. told.EnumerateArray().Select(point =>
            (point.GetProperty("x").GetDouble(), point.GetProperty("y").GetDouble(), point.GetProperty("label").GetString()!))];
    }
}
