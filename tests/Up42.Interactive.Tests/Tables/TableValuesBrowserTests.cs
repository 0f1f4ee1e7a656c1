using Microsoft.Playwright;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Tables;

/// <summary>The interactive table sorts and searches values, not the texts that it shows of them.</summary>
public sealed class TableValuesBrowserTests(Browser browser)
{
    /// <summary>Three polygons, a line, a point, and rows without anything, so many that there is a page.</summary>
    private static readonly FeatureTable Shapes = FeatureTable.Concat([FeatureTable.Parse("""
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"m":10},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0.1001,0],[0.1001,0.1],[0,0.1],[0,0]]]}},
        {"type":"Feature","properties":{"m":"9"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0.1,0],[0.1,0.1],[0,0.1],[0,0]]]}},
        {"type":"Feature","properties":{"m":"ten"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0.0005,0],[0.0005,0.0005],[0,0.0005],[0,0]]]}},
        {"type":"Feature","properties":{"m":2.50000004},"geometry":{"type":"LineString","coordinates":[[0,0],[0.1,0]]}},
        {"type":"Feature","properties":{"m":2.50000003},"geometry":{"type":"Point","coordinates":[0,0]}}]}
        """), FeatureTable.From(Enumerable.Repeat<Geometry>(Point.Empty, 20))]);

    private static FeatureTable Close => FeatureTable.Read(Samples.FindCase("vectors/55_table_sort.geojson"));

    [Fact]
    public async Task Sorting_is_by_value()
    {
        var table = Close;
        await using var page = await browser.ShowAsync(table.ToHtml());
        var frame = await StartAsync(page);
        foreach (var column in new[] { "lat", "s2", "t", "pct" })
        {
            (await SortAsync(frame, column)).ShouldBe(table.SortBy(column).Select(row => (int)row.GetInteger("n")!), column);
        }

        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Geometries_sort_by_size_and_mixed_columns_by_number()
    {
        await using var page = await browser.ShowAsync(Shapes.ToHtml());
        var frame = await StartAsync(page);

        (await SortAsync(frame, "geometry")).Take(4).ShouldBe([2, 3, 1, 0]);
        (await SortAsync(frame, "m")).Take(5).ShouldBe([4, 3, 1, 0, 2]);
    }

    [Fact]
    public Task Conditions_are_met_by_value() => MeetAsync(Close, new()
    {
        ["lat>52.5170377"] = [2, 3, 6, 9, 10, 13, 16, 17, 19, 20, 23],
        ["lat:52.5170388"] = [17],
        ["52.5170388"] = [17],
        ["s2>1234567890123456809"] = [9, 14, 19],
        ["s2=1234567890123456790"] = [5],
        ["s2!=1234567890123456790 s2<=1234567890123456791"] = [0, 10],
        ["t>=2020-03-30T17:02:11.92Z"] = [8, 16],
        ["pct<10 n<4"] = [1, 3],
    });

    [Fact]
    public Task Geometries_are_met_by_size_and_mixed_columns_by_number() => MeetAsync(Shapes, new()
    {
        ["geometry>10000"] = [],
        ["geometry>10000m²"] = [0, 1],
        ["geometry > 1 ha or geometry > 10 km"] = [0, 1, 3],
        ["geometry>1km²"] = [0, 1],
        ["geometry>123.1km2"] = [0],
        ["geometry<0.5ha"] = [2],
        ["geometry>=11.1km geometry<12km"] = [3],
        ["geometry>large"] = [],
        ["m>3"] = [0, 1],
        ["m<10"] = [1, 3, 4],
        ["m>2.50000003 m<3"] = [3],
        ["m=ten"] = [2],
        ["m!=10"] = [1, 2, 3, 4],
    });

    private async Task MeetAsync(FeatureTable table, Dictionary<string, int[]> searches)
    {
        await using var page = await browser.ShowAsync(table.ToHtml());
        var frame = await StartAsync(page);
        foreach (var (search, rows) in searches)
        {
            await frame.GetByLabel("Search").FillAsync(search);

            (await RowsAsync(frame)).ShouldBe(rows, search);
        }

        page.Errors.ShouldBeEmpty();
    }

    private static async Task<ILocator> StartAsync(BrowserPage page)
    {
        await page.StartFramesAsync();
        var frame = page.Page.FrameLocator("iframe").Locator(".u42-table");
        await frame.Locator("select").SelectOptionAsync("100");
        return frame;
    }

    private static async Task<int[]> SortAsync(ILocator frame, string column)
    {
        await frame.Locator($"thead button:text-is('{column}')").ClickAsync();
        return await RowsAsync(frame);
    }

    private static async Task<int[]> RowsAsync(ILocator frame) => [.. (await frame.Locator("tbody th").AllInnerTextsAsync()).Select(int.Parse)];
}
