using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Maps.Classes;

/// <summary>Polygons coloured by a column: what the map, its legend and its static part show.</summary>
public sealed class ChoroplethTests(Browser browser) : IDisposable
{
    private static readonly MapOptions Quantiles = new() { Basemaps = [], ColorBy = "height", Classification = Classification.Quantiles(3) };

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Polygons_are_filled_and_counted_and_a_row_of_the_legend_hides_its_features()
    {
        await using var page = await OpenAsync(Map(Quantiles, 1, 2, 3, 4, 5, 6, null));

        (await RowsAsync(page)).ShouldBe(["1 – 2, 2 features", "3 – 4, 2 features", "5 – 6, 2 features", "no value, 1 feature"]);
        var fills = await page.Page.Locator("path.leaflet-interactive").EvaluateAllAsync<string[]>(
            "paths => paths.map(path => `${path.getAttribute('fill')} ${path.getAttribute('fill-opacity')}`)");
        fills.ShouldBe(["#440154 0.6", "#440154 0.6", "#22908c 0.6", "#22908c 0.6", "#fde725 0.6", "#fde725 0.6", $"{CategoryPalette.Other} 0.6"]);

        // By pixels: the first square is purple until its row is clicked.
        (await SquareAsync(page)).ShouldBe((-1, -1), "purple has little green");
        await page.Page.GetByLabel("1 – 2, 2 features").ClickAsync();
        (await page.Page.Locator("path.leaflet-interactive").CountAsync()).ShouldBe(5);
        (await SquareAsync(page)).ShouldBe((1, 1));

        // And back by keys.
        await page.Page.GetByLabel("1 – 2, 2 features").PressAsync("Enter");
        (await page.Page.Locator("path.leaflet-interactive").CountAsync()).ShouldBe(7);
        (await page.Page.Locator("path[tabindex='0']").CountAsync()).ShouldBe(1);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void The_static_part_has_the_same_colours_and_the_legend()
    {
        var map = Map(Quantiles, 1, 2, 3, 4, 5, 6, null);

        map.ToHtml().ShouldContain("""<th scope="col">height</th><th scope="col" align="right">Features</th>""");
        map.ToHtml().ShouldContain("""<tr><td>1 – 2</td><td align="right">2</td></tr><tr><td>3 – 4</td><td align="right">2</td></tr>""");
        var picture = RawImage.Read(map.SavePng(_folder["map.png"]));
        var seen = new HashSet<(double, double, double)>();
        for (var i = 0; i < picture.Width * picture.Height; i += 7)
        {
            var (x, y) = (i % picture.Width, i / picture.Width);
            seen.Add((picture[1, x, y], picture[2, x, y], picture[3, x, y]));
        }

        // 60 % of viridis' ends over water, #e8ecf0, in the map; over paper in the legend.
        foreach (var (red, green, blue) in new[] { (0x44, 0x01, 0x54), (0xfd, 0xe7, 0x25) })
        {
            Near((0.6 * red) + (0.4 * 0xe8), (0.6 * green) + (0.4 * 0xec), (0.6 * blue) + (0.4 * 0xf0));
            Near((0.6 * red) + (0.4 * 255), (0.6 * green) + (0.4 * 255), (0.6 * blue) + (0.4 * 255));
        }

        void Near(double red, double green, double blue) => seen.ShouldContain(
            color => Math.Abs(color.Item1 - red) < 2 && Math.Abs(color.Item2 - green) < 2 && Math.Abs(color.Item3 - blue) < 2, $"{red} {green} {blue}");
    }

    [Fact]
    public async Task Layers_that_have_the_column_share_one_legend()
    {
        var map = new MapBuilder(Quantiles).AddVectors(Squares(0, 1, 2, 3), "one").AddVectors(Squares(10, 4, 5, 6), "two").Build();
        await using var page = await OpenAsync(map);

        (await RowsAsync(page)).ShouldBe(["1 – 2, 2 features", "3 – 4, 2 features", "5 – 6, 2 features"]);
        await page.Page.GetByLabel("3 – 4, 2 features").ClickAsync();
        (await page.Page.Locator("path.leaflet-interactive").CountAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task Numbers_along_a_scale_have_a_bar_and_a_row_of_those_without_a_value()
    {
        var options = new MapOptions { Basemaps = [], ColorBy = "height", ColorScale = ColorScale.Gray };
        await using var page = await OpenAsync(Map(options, -1.5, 1_000_000, null));

        (await page.Page.Locator(".u42-legend .u42-ends").TextContentAsync()).ShouldBe("−1.51,000,000");
        (await RowsAsync(page)).ShouldBe(["no value, 1 feature"]);
        (await page.Page.Locator("path.leaflet-interactive").First.GetAttributeAsync("fill")).ShouldBe("#000000");
    }

    [Fact]
    public void Texts_have_no_classes()
    {
        var table = FeatureTable.Parse("""{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"height":"tall"}}""");

        Should.Throw<ArgumentException>(() => new MapBuilder(Quantiles).AddVectors(table, "a").Build()).Message
            .ShouldBe("Only numbers have classes, and the column 'height' holds other values; without a classification each has a colour.");
    }

    public void Dispose() => _folder.Dispose();

    private static ResultMap Map(MapOptions options, params double?[] heights) => new MapBuilder(options).AddVectors(Squares(0, heights), "squares").Build();

    private static FeatureTable Squares(double south, params double?[] heights) => FeatureTable.Parse(JsonSerializer.Serialize(new
    {
        type = "FeatureCollection",
        features = heights.Select((height, i) => new
        {
            type = "Feature",
            geometry = new { type = "Polygon", coordinates = new[] { Ring(new Envelope(2 * i, (2 * i) + 1, south, south + 1)) } },
            properties = new { height },
        }),
    }));

    private static double[][] Ring(Envelope box) =>
        [[box.MinX, box.MinY], [box.MaxX, box.MinY], [box.MaxX, box.MaxY], [box.MinX, box.MaxY], [box.MinX, box.MinY]];

    private static async Task<IReadOnlyList<string>> RowsAsync(BrowserPage page) =>
        await page.Page.Locator(".u42-class").EvaluateAllAsync<string[]>("rows => rows.map(row => row.getAttribute('aria-label'))");

    /// <summary>Whether there is much green (1) or little (-1) in the middle of the first square, and whether much red.</summary>
    private static async Task<(int Green, int Red)> SquareAsync(BrowserPage page)
    {
        var at = await page.Page.EvaluateAsync<double[]>(
            "() => { const { x, y } = u42Map.latLngToContainerPoint([0.5, 0.5]); return [x, y]; }");
        await page.Page.Mouse.MoveAsync(5, 5);
        var image = await page.ScreenshotAsync();
        return (Math.Sign(image[2, (int)at[0], (int)at[1]] - 160), Math.Sign(image[1, (int)at[0], (int)at[1]] - 160));
    }

    private async Task<BrowserPage> OpenAsync(ResultMap map)
    {
        var page = await browser.OpenAsync(map.SaveHtml(_folder["map.html"]));
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
