namespace Up42.Interactive.Tests.Maps;

/// <summary>What keys do on a map.</summary>
public sealed class MapKeyboardTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Features_of_a_layer_are_one_stop_of_the_tab_key_and_arrows_lead_from_one_to_the_next()
    {
        var points = string.Join(',', Enumerable.Range(0, 161).Select(i =>
            $$$"""{"type":"Feature","properties":{"name":"ship {{{i}}}"},"geometry":{"type":"Point","coordinates":[{{{10 + (i / 80)}}},{{{i % 80}}}]}}"""));
        var ships = FeatureTable.Parse($$"""{"type":"FeatureCollection","features":[{{points}}]}""");
        await using var page = await OpenAsync(new MapBuilder(new MapOptions { Basemaps = [] }).AddVectors(ships, "ships").Build());

        (await page.Page.Locator("path[tabindex='0']").CountAsync()).ShouldBe(1);
        await page.Page.Locator("path[tabindex='0']").FocusAsync();
        var first = await FocusedAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        var second = await FocusedAsync();
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        (await FocusedAsync()).ShouldBe(first);
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        var last = await FocusedAsync();
        new[] { first, second, last }.ShouldBeUnique();
        (await page.Page.Locator("path[tabindex='0']").CountAsync()).ShouldBe(1);
        await page.Page.Keyboard.PressAsync("Enter");
        (await page.Page.Locator(".u42-popup").CountAsync()).ShouldBe(1);
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.WaitForFunctionAsync("() => !document.querySelector('.u42-popup')");
        page.Errors.ShouldBeEmpty();

        async Task<string> FocusedAsync() => await page.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<BrowserPage> OpenAsync(ResultMap map)
    {
        var page = await browser.OpenAsync(map.SaveHtml(_folder["map.html"]));
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
