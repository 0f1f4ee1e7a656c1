namespace Up42.Interactive.Tests.Maps;

/// <summary>What fails in a map is said below it, and the rest goes on. A script before the page's own spoils its data.</summary>
public sealed class MapFailuresBrowserTests(Browser browser, DatedScenes scenes) : IClassFixture<DatedScenes>, IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task An_error_of_a_script_is_said_and_the_rest_goes_on()
    {
        await using var page = await OpenAsync(string.Empty);
        (await page.Page.Locator(".u42-note").TextContentAsync()).ShouldBeEmpty();
        await page.Page.EvaluateAsync("() => { u42Map.on('zoomend', () => { throw new Error('no such tile'); }); }");
        await page.Page.GetByLabel("Zoom in").ClickAsync();

        await page.Page.GetByText("A part of this map failed (no such tile); the rest works.").WaitForAsync();
        await page.Page.GetByLabel("Measure length and area").ClickAsync();
        (await page.Page.Locator(".u42-measured").TextContentAsync()).ShouldNotBeEmpty();
        page.Errors.ShouldAllBe(error => error.Contains("no such tile", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task A_promise_that_fails_is_said_as_well()
    {
        await using var page = await OpenAsync(string.Empty);
        await page.Page.EvaluateAsync("() => { Promise.reject(new Error('out of memory')); }");

        await page.Page.GetByText("A part of this map failed (out of memory); the rest works.").WaitForAsync();
    }

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData("data.images[0].source = 'data:image/webp;base64,UklGRg=='", "The picture of scene_20230120.tif cannot be decoded; the rest of the map works.")]
    [InlineData("data.vectors[0].features[0].geometry.type = 'Dodecagon'", "The layer squares failed (Invalid GeoJSON object.); the rest works.")]
    public async Task A_layer_that_cannot_be_shown_is_named_and_the_others_show(string spoil, string said)
    {
        await using var page = await OpenAsync(spoil);
        await page.Page.GetByText(said).WaitForAsync();

        (await page.Page.Locator(".u42-note").GetAttributeAsync("role")).ShouldBe("status");
        (await page.Page.Locator("path.leaflet-interactive[stroke]").CountAsync()).ShouldBe(spoil.Contains("vectors", StringComparison.Ordinal) ? 1 : 2);
        await page.Page.WaitForFunctionAsync(
            "count => [...document.querySelectorAll('img.leaflet-image-layer')].filter(image => image.naturalWidth > 0).length === count",
            spoil.Contains("images", StringComparison.Ordinal) ? 1 : 2);
        page.Requests.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static FeatureTable Square(double west) => FeatureTable.Parse(
        $$"""{"type":"Polygon","coordinates":[[[{{west}},0],[{{west + 1}},0],[{{west + 1}},1],[{{west}},0]]]}""");

    private async Task<BrowserPage> OpenAsync(string spoil)
    {
        var path = new MapBuilder(DatedScenes.Options).AddImages([scenes[0].Path, scenes[1].Path], [3, 2, 1])
            .AddVectors(Square(10), "squares").AddVectors(Square(12), "others").Build().SaveHtml(_folder["map.html"]);
        var script = $$"""
            <script>const parse = JSON.parse; JSON.parse = text => { const data = parse(text); if (data.images) { {{spoil}} } return data; };</script>
            """;
        File.WriteAllText(path, File.ReadAllText(path).Replace("<body", $"{script}<body", StringComparison.Ordinal));
        var page = await browser.OpenAsync(path);
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
