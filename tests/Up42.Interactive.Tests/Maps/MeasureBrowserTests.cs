using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Maps;

/// <summary>Lengths and areas that are measured on a map, against those of the library.</summary>
public sealed partial class MeasureBrowserTests(Browser browser) : IDisposable
{
    private static readonly (int X, int Y)[] Corners = [(250, 200), (600, 240), (640, 620), (280, 560)];

    private readonly TempFolder _folder = new();

    [Fact]
    public Task The_length_and_area_are_those_of_the_library() => AssertMeasuredAsync(52.5, 13.4, 13);

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData(-8, -34.9, 20)]
    [InlineData(78, 15, 9)]
    [InlineData(50, 10, 4)]
    [InlineData(-45, 178, 5)]
    [InlineData(0, 0, 3)]
    public Task Lengths_and_areas_everywhere_are_those_of_the_library(double latitude, double longitude, int zoom) =>
        AssertMeasuredAsync(latitude, longitude, zoom);

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Drags_and_popups_are_no_points_and_Escape_leaves_nothing()
    {
        await using var page = await OpenAsync();
        await page.Page.GetByLabel("Measure length and area").ClickAsync();
        (await ResultAsync(page.Page)).ShouldStartWith("Click points");
        await page.Page.Mouse.MoveAsync(300, 300);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(400, 360, new() { Steps = 5 });
        await page.Page.Mouse.UpAsync();
        (await ResultAsync(page.Page)).ShouldStartWith("Click points");

        var feature = (await page.Page.Locator("path.leaflet-interactive").BoundingBoxAsync())!;
        await page.Page.Mouse.ClickAsync(feature.X + (feature.Width / 2), feature.Y + (feature.Height / 2));
        await page.Page.Mouse.ClickAsync(300, 200);
        (await ResultAsync(page.Page)).ShouldMatch("^Length [\\d.]+ k?m \\(2 points\\)$");
        await page.Page.Mouse.ClickAsync(feature.X + (feature.Width / 3), feature.Y + (feature.Height / 2));
        await page.Page.Keyboard.PressAsync("Enter");
        (await ResultAsync(page.Page)).ShouldMatch("^Length .* ha\\)\\.$");
        (await page.Page.Locator(".leaflet-popup").CountAsync()).ShouldBe(0);
        await page.Page.Keyboard.PressAsync("Escape");

        (await ResultAsync(page.Page)).ShouldBeEmpty();
        (await page.Page.Locator(".u42-outline").CountAsync()).ShouldBe(0);
        (await page.Page.GetByLabel("Measure length and area").GetAttributeAsync("aria-pressed")).ShouldBe("false");
        await page.Page.Locator("path.leaflet-interactive").ClickAsync();
        await page.Page.Locator(".leaflet-popup").WaitForAsync();
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Keys_measure_with_the_crosshair()
    {
        await using var page = await OpenAsync();
        await page.Page.GetByLabel("Measure length and area").PressAsync("Enter");
        await page.Page.Keyboard.PressAsync("c");
        await page.Page.Locator(".u42-crosshair").WaitForAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Page.Keyboard.PressAsync("Enter");
        var expected = await page.Page.EvaluateAsync<double>(
            "() => { const at = u42Map.latLngToContainerPoint(u42Map.getCenter()); "
                + "return u42Map.getCenter().distanceTo(u42Map.containerPointToLatLng([at.x + 80, at.y])); }");
        var (length, _) = Read(await ResultAsync(page.Page));
        length.ShouldBe(expected, 0.006 * expected, "a sphere's length differs by half a percent");

        await page.Page.Keyboard.PressAsync("Enter");
        (await ResultAsync(page.Page)).ShouldEndWith("m.");
        (await page.Page.GetByLabel("Measure length and area").GetAttributeAsync("aria-pressed")).ShouldBe("false");
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Measuring_and_drawing_end_each_other()
    {
        await using var page = await browser.OpenAsync(AoiMap.Draw().SaveHtml(_folder["map.html"]));
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        await page.Page.GetByLabel("Draw a polygon").ClickAsync();
        await page.Page.GetByLabel("Measure length and area").ClickAsync();
        foreach (var (x, y) in Corners)
        {
            await page.Page.Mouse.ClickAsync(x, y);
        }

        (await page.Page.GetByLabel("Draw a polygon").GetAttributeAsync("aria-pressed")).ShouldBe("false");
        (await ResultAsync(page.Page)).ShouldEndWith("(4 points)");
        await page.Page.GetByLabel("Draw a polygon").ClickAsync();
        (await ResultAsync(page.Page)).ShouldBeEmpty();
        foreach (var (x, y) in Corners)
        {
            await page.Page.Mouse.ClickAsync(x, y);
        }

        await page.Page.Keyboard.PressAsync("Enter");
        (await page.Page.Locator(".u42-area").TextContentAsync())!.ShouldStartWith("1 outline, ");
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Fingers_measure_in_a_narrow_notebook()
    {
        await using var page = await browser.ShowAsync(
            Map().ToHtml(), new() { HasTouch = true, IsMobile = true, ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 480, Height = 800 } });
        await page.StartFramesAsync();
        var frame = page.Page.Frames[1];
        await frame.GetByLabel("Measure length and area").TapAsync();
        var box = (await frame.Locator(".u42-map").BoundingBoxAsync())!;
        foreach (var (x, y) in new[] { (120, 60), (300, 80), (280, 160), (280, 160) })
        {
            await page.Page.Touchscreen.TapAsync(box.X + x, box.Y + y);
        }

        (await frame.Locator(".u42-measured").TextContentAsync())!.ShouldMatch("^Length [\\d.,]+ k?m; area [\\d.,]+ k?m² \\([\\d.,]+ ha\\)\\.$");
        await page.AxeAsync();
        page.Errors.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static ResultMap Map() => new MapBuilder(new MapOptions { Basemaps = [] })
        .AddVectors(FeatureTable.Parse("""{"type":"Polygon","coordinates":[[[13,52],[14,52],[14,53],[13,53],[13,52]]]}"""), "area").Build();

    private static async Task<string> ResultAsync(IPage page) => (await page.Locator(".u42-measured").TextContentAsync())!;

    /// <summary>Metres and square metres of a result.</summary>
    private static (double Length, double Area) Read(string result)
    {
        var match = Result().Match(result);
        match.Success.ShouldBeTrue(result);
        var length = Number(match.Groups[1]) * (match.Groups[2].Value == "km" ? 1000 : 1);
        var area = match.Groups[3].Success ? Number(match.Groups[3]) * (match.Groups[4].Value == "km²" ? 1e6 : 1) : 0;
        if (match.Groups[3].Success)
        {
            (Number(match.Groups[5]) * 1e4).ShouldBe(area, 1e-3 * area);
        }

        return (length, area);

        static double Number(Group group) => double.Parse(group.Value.Replace(",", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^Length ([\d.,]+) (k?m)(?:; area ([\d.,]+) (k?m²) \(([\d.,]+) ha\))?")]
    private static partial Regex Result();

    private async Task AssertMeasuredAsync(double latitude, double longitude, int zoom)
    {
        await using var page = await OpenAsync();
        await page.Page.EvaluateAsync("at => { u42Map.setView(at.slice(0, 2), at[2], { animate: false }); }", new[] { latitude, longitude, zoom });
        await page.Page.GetByLabel("Measure length and area").ClickAsync();
        foreach (var (x, y) in Corners)
        {
            await page.Page.Mouse.ClickAsync(x, y);
        }

        await page.Page.Mouse.DblClickAsync(320, 400);
        var places = await page.Page.EvaluateAsync<double[][]>(
            "corners => corners.map(([x, y]) => { const { lng, lat } = u42Map.containerPointToLatLng([x, y]); return [lng, lat]; })",
            Corners.Append((320, 400)).Select(corner => new[] { corner.Item1, corner.Item2 }).ToArray());
        var line = Array.ConvertAll(places, place => new Coordinate(place[0], place[1]));

        var (length, area) = Read(await ResultAsync(page.Page));
        var expected = Geodesy.Length(GeometryFactory.Default.CreateLineString(line));
        length.ShouldBe(expected, 1e-3 * expected);
        expected = Geodesy.Area(GeometryFactory.Default.CreatePolygon([.. line, line[0]]));
        area.ShouldBe(expected, 1e-3 * expected);
        (await page.Page.EvaluateAsync<double>("() => u42Map.getZoom()")).ShouldBe(zoom, "a double click zooms nothing while it measures");
        (await page.Page.Locator("path.u42-outline").CountAsync()).ShouldBeGreaterThan(0);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    private async Task<BrowserPage> OpenAsync()
    {
        var page = await browser.OpenAsync(Map().SaveHtml(_folder["map.html"]));
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
