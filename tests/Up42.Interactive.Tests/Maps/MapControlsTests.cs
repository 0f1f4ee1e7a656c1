using Microsoft.Playwright;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Maps;

/// <summary>What stands around and over the map: layers, readout, locator, tiles.</summary>
public sealed class MapControlsTests(Browser browser, SampleScenes scenes) : IDisposable
{
    private const int Layers = 100;

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_hundred_layers_fold_are_found_and_zoomed_to()
    {
        var builder = new MapBuilder(new MapOptions { Basemaps = [] });
        for (var i = 0; i < Layers; i++)
        {
            builder.AddVectors(Point(10 + (i * 0.1), 50), $"layer {i:000}");
        }

        await using var page = await OpenAsync(builder.Build());
        var panel = (await page.Page.Locator(".u42-panel").BoundingBoxAsync())!;
        (panel.Y + panel.Height).ShouldBeLessThan(900);
        (await page.Page.Locator(".u42-group > summary").TextContentAsync()).ShouldBe($"Vector results ({Layers})");

        await page.Page.GetByLabel("Find a layer").FillAsync("layer 042");
        (await page.Page.Locator(".u42-layer:visible").CountAsync()).ShouldBe(1);
        await page.Page.GetByLabel("More of layer 042").ClickAsync();
        await page.Page.GetByLabel("Zoom to layer 042").ClickAsync();
        await page.Page.WaitForFunctionAsync("() => Math.abs(u42Map.getCenter().lng - 14.2) < 0.01");

        await page.Page.GetByLabel("Find a layer").FillAsync(string.Empty);
        await page.Page.GetByLabel("Hide all of Vector results").ClickAsync();
        (await page.Page.Locator("path.leaflet-interactive").CountAsync()).ShouldBe(0);
        await page.Page.GetByLabel("More of layer 007").ClickAsync();
        await page.Page.GetByLabel("Bring layer 007 to the front").ClickAsync();
        (await page.Page.Locator("path.leaflet-interactive").CountAsync()).ShouldBe(1);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Thousands_of_features_are_on_a_canvas_with_keys_scale_and_a_way_home()
    {
        const int Count = 3000;
        var points = FeatureTable.From(
            Enumerable.Range(0, Count)
                .Select(i => new NetTopologySuite.Geometries.Point(-34.9 + (i % 60 * 0.001), -8.03 + (i / 60 * 0.001))))
            .WithColumn("size", row => (double)row.Index);
        var map = new MapBuilder(new MapOptions { Basemaps = [], ColorBy = "size", ColorScale = ColorScale.Viridis })
            .AddImages([SampleScenes.RasterIn(scenes.Olinda)], 1)
            .AddFootprints(FeatureTable.Read(SampleScenes.TableIn(scenes.Olinda)), "uid").AddVectors(points, "points")
                .Build();
        await using var page = await OpenAsync(map);

        (await page.Page.Locator(".leaflet-u42-features-0-pane canvas").CountAsync()).ShouldBe(1);
        (await page.Page.Locator(".u42-legend .u42-ramp").CountAsync()).ShouldBe(2);
        (await page.Page.Locator(".u42-legend").TextContentAsync())!.ShouldContain("size02,999");
        (await page.Page.Locator(".leaflet-control-scale-line").TextContentAsync())!.ShouldMatch("^\\d+ (m|km)$");
        (await page.Page.GetByLabel("Full screen").CountAsync()).ShouldBe(1);

        var outline = page.Page.Locator("path.leaflet-interactive");
        var width = await outline.GetAttributeAsync("stroke-width");
        await outline.DispatchEventAsync("mouseover", new { bubbles = true });
        (await outline.GetAttributeAsync("stroke-width")).ShouldNotBe(width);

        var home = await page.Page.EvaluateAsync<double>("() => u42Map.getCenter().lng");
        await page.Page.EvaluateAsync("() => { u42Map.setView([50, 10], 5, { animate: false }); }");
        await page.Page.GetByLabel("Show everything").ClickAsync();
        (await page.Page.EvaluateAsync<double>("() => u42Map.getCenter().lng")).ShouldBe(home, 1e-3);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Empty_tables_add_nothing_and_one_point_has_a_place()
    {
        var map = new MapBuilder(new MapOptions())
            .AddFootprints(FeatureTable.From(Array.Empty<NetTopologySuite.Geometries.Geometry>()), "uid")
            .AddVectors(Point(13.4, 52.5), "place").Build();

        map.ToString().ShouldStartWith("Map of 0 images and 1 feature, 13.4000° E, 52.5");
        RawImage.Read(map.SavePng(_folder["point.png"])).Width.ShouldBe(1920);
    }

    [Fact]
    public async Task The_readout_tells_the_place_and_the_pixel_there()
    {
        await using var page = await OpenAsync(Olinda());
        await page.Page.Mouse.MoveAsync(560, 450);

        await page.Page.Locator(".u42-readout span").Nth(1).WaitForAsync();
        (await page.Page.Locator(".u42-readout").TextContentAsync())!.ShouldMatch(
            "^red \\d+ · green \\d+ · blue \\d+ · pixel \\d+, \\d+\\d\\.\\d{5}° S, 34\\.\\d{5}° W$");
    }

    [Fact]
    public async Task The_locator_says_where_on_Earth_the_map_is()
    {
        await using var page = await OpenAsync(Olinda());

        (await page.Page.Locator(".u42-locator").GetAttributeAsync("aria-label")).ShouldBe("The map's place on the world: around 8° south, 35° west");
        var marked = await page.Page.Locator(".u42-locator canvas").EvaluateAsync<bool>(
            "canvas => { const [red, green, blue] = canvas.getContext('2d').getImageData(Math.round(145 / 360 * canvas.width), "
                + "Math.round(98 / 180 * canvas.height), 1, 1).data; return red > 150 && green < 90 && blue < 90; }");
        marked.ShouldBeTrue();
    }

    [Fact]
    public async Task Outlines_are_reached_and_opened_by_keys()
    {
        await using var page = await OpenAsync(Olinda());
        await page.Page.Locator("path[aria-label='l7-etm-olinda']").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        (await page.Page.Locator(".u42-popup strong").TextContentAsync()).ShouldBe("l7-etm-olinda");
    }

    [Fact]
    public async Task Tiles_come_from_where_the_template_says_and_nothing_else_is_asked_for()
    {
        await using var server = await LoopbackServer.StartAsync();
        Tool.Run("gdal_translate", "-q", "-of", "PNG", "-b", "1", "-outsize", "256", "256", SampleScenes.RasterIn(scenes.Olinda), _folder["tile.png"]);
        var tile = File.ReadAllBytes(_folder["tile.png"]);
        server.On("GET /storage/tile.png", async (_, context) =>
        {
            context.Response.ContentType = "image/png";
            await context.Response.Body.WriteAsync(tile);
        });
        var basemap = new Basemap("Mine", $"{server.Endpoint}storage/tile.png?z={{z}}&x={{x}}&y={{y}}", "© me");
        var map = new MapBuilder(new MapOptions { Basemap = basemap }).AddVectors(Point(13.4, 52.5), "place").Build();
        await using var page = await OpenAsync(map);
        await page.Page.RouteAsync($"{server.Endpoint}**", route => route.ContinueAsync());

        await page.Page.GetByLabel("None", new() { Exact = true }).CheckAsync();
        await page.Page.GetByLabel("Mine").CheckAsync();
        await page.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.u42-tiles .leaflet-tile-loaded')].some(tile => tile.naturalWidth === 256)");

        (await page.Page.Locator(".leaflet-control-attribution").TextContentAsync()).ShouldBe("© me");
        server.Count("GET /storage/tile.png").ShouldBeGreaterThan(0);
        page.Requests.ShouldAllBe(request => request.StartsWith(server.Endpoint.AbsoluteUri, StringComparison.Ordinal));
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_basemap_nothing_is_asked_for()
    {
        await using var page = await OpenAsync(
            new MapBuilder(new MapOptions { Basemap = Basemap.None }).AddVectors(Point(13.4, 52.5), "place")
                .Build());

        page.Requests.ShouldBeEmpty();
        (await page.Page.Locator("[name=basemap]").CountAsync()).ShouldBe(0, "none is all there is to choose");
    }

    [Theory]
    [InlineData("https://{s}.tiles.example.com/{z}/{x}/{y}{r}.png", "https://a.tiles.example.com", "https://a.tiles.example.com/{z}/{x}/{y}.png")]
    [InlineData("http://127.0.0.1:8000/{z}/{x}/{-y}", "http://127.0.0.1:8000", "http://127.0.0.1:8000/{z}/{x}/{-y}")]
    public void A_template_names_one_server(string template, string origin, string address)
    {
        var basemap = new Basemap("Mine", template);

        basemap.Origin.ShouldBe(origin);
        basemap.Template.ShouldBe(address);
    }

    [Theory]
    [InlineData("https://tiles.example.com/tile.png")]
    [InlineData("file:///{z}/{x}/{y}.png")]
    [InlineData("{z}/{x}/{y}")]
    public void A_template_without_its_places_or_a_web_address_is_refused(string template) =>
        Should.Throw<ArgumentException>(() => new Basemap("Mine", template).Origin).Message
            .ShouldBe($"A basemap's template is an http or https address with {{z}}, {{x}} and {{y}}, not '{template}'.");

    [Theory]
    [InlineData(ColorScheme.Light, 1200)]
    [InlineData(ColorScheme.Dark, 1200)]
    [InlineData(ColorScheme.Light, 400)]
    public async Task Axe_finds_nothing_on_a_map_with_an_open_popup(ColorScheme scheme, int width)
    {
        var map = new MapBuilder(new MapOptions { Basemaps = [], Expression = "b1" })
            .AddImages([SampleScenes.RasterIn(scenes.Olinda)], null)
            .AddFootprints(FeatureTable.Read(SampleScenes.TableIn(scenes.Olinda)), "uid").Build();
        await using var page = await browser.ShowAsync(map.ToHtml(), new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
        await page.StartFramesAsync();
        var frame = page.Page.FrameLocator("iframe");
        await frame.Locator("path.leaflet-interactive").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await frame.Locator(".u42-popup").WaitForAsync();

        await page.AxeAsync();
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Hostile_text_of_every_kind_stays_text()
    {
        var builder = new MapBuilder(new MapOptions { Basemaps = [], ColorBy = HostileStrings.At(0) });
        var features = Enumerable.Range(0, HostileStrings.All.Count).Select(i => new
        {
            type = "Feature",
            id = HostileStrings.At(i),
            geometry = new { type = "Point", coordinates = new[] { 10 + (i * 0.1), 50 } },
            properties = new Dictionary<string, object>
            {
                ["name"] = HostileStrings.At(i),
                [HostileStrings.At(0)] = HostileStrings.At(i % 7),
                [HostileStrings.At(i + 1)] = HostileStrings.At(i + 2),
                ["nested"] = new Dictionary<string, object> { [HostileStrings.At(i)] = new[] { HostileStrings.At(i + 3) } },
            },
        }).ToList();
        foreach (var (index, part) in features.Chunk(20).Index())
        {
            builder.AddVectors(
                FeatureTable.Parse(System.Text.Json.JsonSerializer.Serialize(new { type = "FeatureCollection", features = part })),
                HostileStrings.At(index));
        }

        var file = _folder["<img src=x onerror=window.canary=1>.tif"];
        File.Copy(SampleScenes.RasterIn(scenes.Olinda), file);
        var map = builder.AddImages([file], null).Build();
        await using var page = await OpenAsync(map);
        await page.AssertNothingRanAsync();

        await page.Page.EvaluateAsync(
            "() => Object.values(u42Map._layers).filter(layer => layer.getElement && layer.getLatLng).forEach(layer => { "
                + "['click', 'mouseover'].forEach(what => layer.fire(what, { latlng: layer.getLatLng() }, true)); "
                + "document.querySelectorAll('details').forEach(fold => { fold.open = true; }); })");
        await page.AssertNothingRanAsync();
        map.SavePng(_folder["map.png"]).ShouldBe(_folder["map.png"]);
    }

    public void Dispose() => _folder.Dispose();

    private static FeatureTable Point(double longitude, double latitude) =>
        FeatureTable.From([new NetTopologySuite.Geometries.Point(longitude, latitude)]);

    private ResultMap Olinda() =>
        JobResults.Open(scenes.Olinda)
            .MapResults(options: new MapOptions { Basemaps = [] }, cancellationToken: TestContext.Current.CancellationToken);

    private async Task<BrowserPage> OpenAsync(ResultMap map)
    {
        var page = await browser.OpenAsync(map.SaveHtml(_folder["map.html"]));
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
