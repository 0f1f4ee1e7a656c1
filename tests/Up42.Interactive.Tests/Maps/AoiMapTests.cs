using Microsoft.Playwright;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Up42.Interactive.Tests.Maps;

public sealed class AoiMapTests(Browser browser) : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_rectangle_is_dragged_and_taken_away_as_GeoJSON()
    {
        await using var page = await OpenAsync(AoiMap.Draw());
        (await page.Page.GetByLabel("Copy GeoJSON").IsDisabledAsync()).ShouldBeTrue();
        await page.Page.GetByLabel("Draw a rectangle", new() { Exact = true }).ClickAsync();
        await DragAsync(page, (300, 200), (500, 350));

        var drawn = await DrawnAsync(page);
        drawn.Count.ShouldBe(1);
        drawn[0].Geometry!.NumPoints.ShouldBe(5);
        var corners = await page.Page.EvaluateAsync<double[]>(
            "() => [[300, 350], [500, 200]].flatMap(place => { const { lng, lat } = u42Map.containerPointToLatLng(place); return [lng, "
                + "lat]; })");
        var box = drawn[0].Geometry!.EnvelopeInternal;
        new[] { box.MinX, box.MinY, box.MaxX, box.MaxY }.Zip(corners).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByLabel("Download aoi.geojson").ClickAsync());
        await download.SaveAsAsync(_folder["aoi.geojson"]);
        download.SuggestedFilename.ShouldBe("aoi.geojson");
        FeatureTable.Read(_folder["aoi.geojson"])[0].Geometry!.EnvelopeInternal.ShouldBe(box);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_polygon_is_drawn_changed_and_deleted()
    {
        await using var page = await OpenAsync(AoiMap.Draw("""{"type":"Point","coordinates":[13.4,52.5]}"""));
        await page.Page.GetByLabel("Draw a polygon").ClickAsync();
        foreach (var (x, y) in new[] { (300, 200), (500, 220), (450, 400) })
        {
            await page.Page.Mouse.ClickAsync(x, y);
        }

        await page.Page.Keyboard.PressAsync("Enter");
        (await DrawnAsync(page))[0].Geometry!.NumPoints.ShouldBe(4);

        // A corner between two others, pulled out; then one taken away by its key.
        var middle = (await page.Page.GetByLabel("New corner after corner 1").BoundingBoxAsync())!;
        await DragAsync(page, (middle.X + 8, middle.Y + 8), (400, 120));
        (await DrawnAsync(page))[0].Geometry!.NumPoints.ShouldBe(5);
        await page.Page.GetByLabel("Corner 2 of 4").PressAsync("Delete");
        (await DrawnAsync(page))[0].Geometry!.NumPoints.ShouldBe(4);

        var before = (await DrawnAsync(page))[0].Geometry!.EnvelopeInternal;
        await page.Page.GetByLabel("Corner 1 of 3").PressAsync("ArrowLeft");
        (await DrawnAsync(page))[0].Geometry!.EnvelopeInternal.MinX.ShouldBeLessThan(before.MinX);

        await page.Page.GetByLabel("Delete the outline").ClickAsync();
        (await page.Page.Locator(".u42-draw textarea").InputValueAsync()).ShouldBeEmpty();
        page.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("POLYGON((13 52,14 52,14 53,13 53,13 52))", "POLYGON((13.5 52.5,14.5 52.5,14.5 53.5,13.5 53.5,13.5 52.5))")]
    [InlineData("POLYGON((13 52,14 52,14 53,13 53,13 52))", "POLYGON((13.2 52.2,13.4 52.2,13.3 52.6,13.2 52.2))")]
    [InlineData("POLYGON((13 52,14 52.1,14.2 53,13 53.3,13 52))", "POLYGON((12.5 52.5,15 52.6,13.4 52.9,12.5 52.5))")]
    [InlineData("POLYGON((13 52,14 52,14 53,13 53,13 52))", "POLYGON((14 52,15 52,15 53,14 53,14 52))")]
    public async Task The_area_of_outlines_that_overlap_counts_once(string one, string other)
    {
        var outlines = FeatureTable.From([new WKTReader().Read(one), new WKTReader().Read(other)]);
        var union = outlines[0].Geometry!.Union(outlines[1].Geometry!);
        await using var page = await OpenAsync(AoiMap.Draw(outlines));

        var text = (await page.Page.Locator(".u42-area").TextContentAsync())!;

        // Edges run straight on the map in both, but are cut where they cross: a thousandth apart at most.
        var area = double.Parse(text.Split(' ')[2].Replace(",", string.Empty, StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        area.ShouldBe(FeatureTable.From([union])[0].AreaSquareKilometers, area * 1e-3);
    }

    [Fact]
    public async Task The_area_shown_is_that_of_the_table()
    {
        var start = FeatureTable.Read(Samples.Find("collection/aoi_berlin.geojson"));
        await using var page = await OpenAsync(AoiMap.Draw(start));

        var text = (await page.Page.Locator(".u42-area").TextContentAsync())!;

        text.ShouldStartWith("1 outline, ");
        var shown = double.Parse(text.Split(' ')[2].Replace(",", string.Empty, StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        shown.ShouldBe(start[0].AreaSquareMeters, start[0].AreaSquareMeters / 1000);
        (await DrawnAsync(page))[0].Geometry!.EqualsTopologically(start[0].Geometry).ShouldBeTrue();
    }

    [Fact]
    public async Task An_outline_that_crosses_itself_is_said_and_escape_stops()
    {
        await using var page = await OpenAsync(AoiMap.Draw("""{"type":"Polygon","coordinates":[[[13,52],[13.1,52.1],[13.1,52],[13,52.1],[13,52]]]}"""));
        (await page.Page.Locator(".u42-draw [role=status]").TextContentAsync()).ShouldBe("An outline crosses itself: such an area has no inside.");

        await page.Page.GetByLabel("Delete the outline").ClickAsync();
        await page.Page.GetByLabel("Draw a polygon").ClickAsync();
        await page.Page.Mouse.ClickAsync(300, 300);
        await page.Page.Keyboard.PressAsync("Escape");
        (await page.Page.Locator(".u42-sketch").CountAsync()).ShouldBe(0);
        (await page.Page.GetByLabel("Draw a polygon").GetAttributeAsync("aria-pressed")).ShouldBe("false");
    }

    /// <summary>Outlines across ±180°, some with several arms over it, and some that only touch it.</summary>
    [Theory]
    [InlineData("170 -20, 190 -20, 190 -10, 170 -10", 2)]
    [InlineData("-190 -20, -170 -20, -175 -10", 2)]
    [InlineData("170 0, 190 0, 190 2, 175 2, 175 4, 190 4, 190 6, 175 6, 175 8, 190 8, 190 10, 170 10", 4)]
    [InlineData("190 0, 190 10, 170 10, 170 8, 185 8, 185 6, 170 6, 170 4, 185 4, 185 2, 170 2, 170 0", 4)]
    [InlineData("170 0, 180 0, 190 5, 180 10, 170 10", 2)]
    [InlineData("170 0, 180 0, 180 10, 170 10", 1)]
    [InlineData("-180 0, 180 0, 180 10, -180 10", 1)]
    public async Task An_outline_over_the_antimeridian_is_cut_there(string corners, int parts)
    {
        var ring = Array.ConvertAll($"{corners}, {corners.Split(", ")[0]}".Split(", "), corner => new Coordinate(double.Parse(corner.Split(' ')[0],
            System.Globalization.CultureInfo.InvariantCulture), double.Parse(corner.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)));
        var start = GeometryFactory.Default.CreatePolygon(ring);
        await using var page = await OpenAsync(AoiMap.Draw(FeatureTable.From([start])));

        var drawn = (await DrawnAsync(page))[0].Geometry!;

        drawn.NumGeometries.ShouldBe(parts);
        drawn.IsValid.ShouldBeTrue(drawn.AsText());
        new Envelope(-180, 180, -90, 90).Contains(drawn.EnvelopeInternal).ShouldBeTrue(drawn.AsText());
        drawn.SymmetricDifference(Antimeridian.Cut(start)).Area.ShouldBe(0, 1e-4);
        page.Errors.ShouldBeEmpty();
    }

    /// <summary>Over results: how much of what is drawn their footprints cover, counted once, as NetTopologySuite has it.</summary>
    [Fact]
    public async Task The_share_that_results_cover_is_told_while_it_is_drawn()
    {
        var (one, other) = (new WKTReader().Read("POLYGON((13 52,14 52,14 53,13 53,13 52),(13.2 52.2,13.2 52.4,13.4 52.4,13.4 52.2,13.2 52.2))"),
            new WKTReader().Read("POLYGON((13.5 52.5,14.5 52.5,14.5 53.5,13.5 53.5,13.5 52.5))"));
        var start = new WKTReader().Read("POLYGON((13.1 52.1,14.7 52.1,14.7 53.2,13.1 53.2,13.1 52.1))");
        var over = new MapBuilder(new MapOptions { Basemaps = [] }).AddFootprints(FeatureTable.From([one, other]), "uid").Build();
        await using var page = await OpenAsync(AoiMap.Draw(start, over: over));

        (await page.Page.Locator("path.leaflet-interactive[stroke='#00a3ff']").CountAsync()).ShouldBe(2);
        var expected = 100 * Area(start.Intersection(one.Union(other))) / Area(start);
        (await ShareAsync(page)).ShouldBe(expected, 0.1);

        for (var i = 0; i < 12; i++)
        {
            await page.Page.GetByLabel("Corner 1 of 4").PressAsync("ArrowLeft");
        }

        Math.Abs(await ShareAsync(page) - expected).ShouldBeGreaterThan(0.05);
        page.Errors.ShouldBeEmpty();

        static double Area(Geometry geometry) => FeatureTable.From([geometry])[0].AreaSquareMeters;

        static async Task<double> ShareAsync(BrowserPage page)
        {
            var text = (await page.Page.Locator(".u42-area").TextContentAsync())!;
            text.ShouldEndWith(" % covered by results");
            return double.Parse(text.Split(", ")[^1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public async Task An_area_is_copied_as_a_line_of_code()
    {
        await using var page = await OpenAsync(AoiMap.Draw(Samples.Find("collection/aoi_berlin.geojson")));
        await page.Page.EvaluateAsync("() => document.addEventListener('copy', () => { window.copied = document.activeElement.value; })");
        await page.Page.GetByLabel("Copy as C#").ClickAsync();

        var code = await page.Page.EvaluateAsync<string>("() => window.copied");
        code.ShouldStartWith("Aoi aoi = \"\"\"\n");
        code.ShouldEndWith("\n    \"\"\";");
        Aoi aoi = code.Split('\n')[1];
        aoi.Table[0].Geometry!.EqualsTopologically(FeatureTable.Read(Samples.Find("collection/aoi_berlin.geojson"))[0].Geometry).ShouldBeTrue();
        (await DrawnAsync(page)).Count.ShouldBe(1, "the text below stays GeoJSON");
    }

    [Fact]
    public async Task The_view_becomes_a_rectangle_without_a_pointer()
    {
        await using var page = await OpenAsync(AoiMap.Draw());
        await page.Page.GetByLabel("Draw a rectangle in the view").PressAsync("Enter");

        (await DrawnAsync(page)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_in_the_tool(ColorScheme scheme)
    {
        await using var page = await browser.ShowAsync(
            AoiMap.Draw(Samples.Find("collection/aoi_berlin.geojson"), new MapOptions { Basemaps = [] })
                .ToHtml(), new() { ColorScheme = scheme });
        await page.StartFramesAsync();

        await page.AxeAsync();
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void ToHtml_says_without_scripts_where_it_begins() =>
        AoiMap.Draw(Samples.Find("collection/aoi_berlin.geojson")).ToHtml().ShouldContain("It begins with 13.3760° E – 13.3783° E, 52.5151° N – 52.5166° N.");

    public void Dispose() => _folder.Dispose();

    private static async Task<FeatureTable> DrawnAsync(BrowserPage page) => FeatureTable.Parse(await page.Page.Locator(".u42-draw textarea").InputValueAsync());

    private static async Task DragAsync(BrowserPage page, (float X, float Y) from, (float X, float Y) to)
    {
        await page.Page.Mouse.MoveAsync(from.X, from.Y);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync((from.X + to.X) / 2, (from.Y + to.Y) / 2, new() { Steps = 4 });
        await page.Page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 4 });
        await page.Page.Mouse.UpAsync();
    }

    private async Task<BrowserPage> OpenAsync(AoiMap map)
    {
        var page = await browser.OpenAsync(map.SaveHtml(_folder["draw.html"]));
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
