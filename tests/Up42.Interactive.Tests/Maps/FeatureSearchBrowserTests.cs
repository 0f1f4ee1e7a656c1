using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Maps;

/// <summary>The search over the features of a layer, in the table and on the map.</summary>
public sealed class FeatureSearchBrowserTests(Browser browser) : IDisposable
{
    private const int Count = 40;

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task What_is_found_stays_in_the_table_is_marked_on_the_map_and_Enter_opens_the_first()
    {
        await using var page = await OpenAsync();
        await page.Page.GetByLabel("Show ships as a table").ClickAsync();
        await page.Page.GetByLabel("Search").FillAsync("length > 35 or \"ship 07\"");

        (await page.Page.Locator(".u42-list [role=status]").First.TextContentAsync()).ShouldBe("5 of 40 features");
        (await page.Page.Locator(".u42-list tbody th").AllTextContentsAsync()).ShouldBe(["ship 07", "ship 36", "ship 37", "ship 38", "ship 39"]);
        await page.Page.GetByLabel("Search").PressAsync("Enter");

        (await page.Page.Locator(".u42-popup strong").TextContentAsync()).ShouldBe("ship 07");
        (await page.Page.Locator(".u42-list").CountAsync()).ShouldBe(0);
        (await page.Page.Locator(".u42-note").TextContentAsync()).ShouldBe("5 of 40 features of ships marked.");
        (await MarkedAsync(page.Page.MainFrame)).ShouldBe(["ship 07", "ship 36", "ship 37", "ship 38", "ship 39"]);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task A_notebook_s_frame_on_a_phone_is_searched_by_touch()
    {
        await using var page = await browser.ShowAsync(Map().ToHtml(), new() { ViewportSize = new() { Width = 480, Height = 900 }, HasTouch = true });
        await page.StartFramesAsync();
        var frame = page.Page.Frames[1];
        await frame.Locator(".u42-panel > summary").TapAsync();
        await frame.GetByLabel("Show ships as a table").TapAsync();
        await frame.GetByLabel("Search").TapAsync();
        await page.Page.Keyboard.TypeAsync("length > 37");
        (await frame.Locator(".u42-list tbody th").AllTextContentsAsync()).ShouldBe(["ship 38", "ship 39"]);
        await frame.GetByLabel("Show ship 38 on the map").TapAsync();

        (await frame.Locator(".u42-popup strong").TextContentAsync()).ShouldBe("ship 38");
        (await MarkedAsync(frame)).ShouldBe(["ship 38", "ship 39"]);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData("seen = 2024-01-05", new[] { "ship 04" })]
    [InlineData("tanker length <= 4", new[] { "ship 00", "ship 04" })]
    [InlineData("kind=tanker length between 4 and 9", new[] { "ship 04", "ship 08" })]
    [InlineData("nothing of the kind", new string[0])]
    public async Task Its_grammar_is_that_of_all_searches(string search, string[] found)
    {
        await using var page = await OpenAsync();
        await page.Page.GetByLabel("Show ships as a table").ClickAsync();
        await page.Page.GetByLabel("Search").FillAsync(search);

        (await page.Page.Locator(".u42-list tbody th").AllTextContentsAsync()).ShouldBe(found);
        await page.Page.GetByLabel("Search").PressAsync("Enter");
        (await page.Page.Locator(".u42-popup").CountAsync()).ShouldBe(found.Length == 0 ? 0 : 1);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Marks_stay_until_the_search_is_cleared()
    {
        await using var page = await OpenAsync();
        var opener = page.Page.GetByLabel("Show ships as a table");
        await opener.ClickAsync();
        await page.Page.GetByLabel("Search").FillAsync("lenght > 38");
        await page.Page.Locator(".u42-list-search .u42-hint button").ClickAsync();
        (await page.Page.GetByLabel("Search").InputValueAsync()).ShouldBe("length > 38");
        await page.Page.Keyboard.PressAsync("Escape");
        (await MarkedAsync(page.Page.MainFrame)).ShouldBe(["ship 39"]);

        await opener.ClickAsync();
        (await page.Page.GetByLabel("Search").InputValueAsync()).ShouldBe("length > 38");
        await page.Page.GetByLabel("Search").FillAsync(string.Empty);
        await page.Page.Keyboard.PressAsync("Escape");
        (await MarkedAsync(page.Page.MainFrame)).ShouldBeEmpty();
        (await page.Page.Locator(".u42-note").TextContentAsync()).ShouldBeEmpty();
        page.Errors.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData(ColorScheme.Light, 1200)]
    [InlineData(ColorScheme.Dark, 480)]
    public async Task Axe_finds_nothing_on_a_search(ColorScheme scheme, int width)
    {
        await using var page = await OpenAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
        await page.Page.Locator(".u42-panel").EvaluateAsync("panel => { panel.open = true; }");
        await page.Page.GetByLabel("Show ships as a table").ClickAsync();
        await page.Page.GetByLabel("Search").FillAsync("lenght > 38");

        await page.AxeAsync();
        page.Errors.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What stands out on the map: opaque where others have faded, and with a wider line.</summary>
    private static async Task<string[]> MarkedAsync(IFrame frame) => await frame.EvaluateAsync<string[]>(
        """
        () => {
          const paths = [...document.querySelectorAll('path[aria-label^=ship]')], width = path => Number(path.getAttribute('stroke-width'));
          return paths.filter(path => width(path) > Math.min(...paths.map(width)) && path.getAttribute('stroke-opacity') === '1')
            .filter(() => paths.some(path => path.getAttribute('stroke-opacity') === '0.2'))
            .map(path => path.getAttribute('aria-label')).sort();
        }
        """);

    private static ResultMap Map()
    {
        var features = Enumerable.Range(0, Count).Select(i => $$$"""
            {"type":"Feature","properties":{"name":"ship {{{i:00}}}","kind":"{{{(i % 4 == 0 ? "tanker" : "ferry")}}}","length":{{{i}}},
            "seen":"2024-01-{{{(i % 28) + 1:00}}}"},"geometry":{"type":"Point","coordinates":[{{{10 + i}}},{{{50 - (i % 7)}}}]}}
            """.Replace("2024-01-05", i == 4 ? "2024-01-05" : "2024-02-05", StringComparison.Ordinal));
        var ships = FeatureTable.Parse($$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");
        return new MapBuilder(new MapOptions { Basemaps = [] }).AddVectors(ships, "ships").Build();
    }

    private async Task<BrowserPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        var page = await browser.OpenAsync(Map().SaveHtml(_folder["map.html"]), options);
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
