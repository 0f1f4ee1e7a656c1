namespace Up42.Interactive.Tests.Maps;

/// <summary>What keys do on a map.</summary>
public sealed class MapKeyboardTests(Browser browser) : IDisposable
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

    /// <summary>A crosshair that keys move from pixel to pixel of the raster, and what the readout, a live region, says at each.</summary>
    [Fact]
    public async Task Keys_read_the_pixels_of_a_raster()
    {
        Tool.Run(
            "gdal_create", "-outsize", "40", "40", "-bands", "1", "-burn", "7", "-a_srs", "EPSG:4326", "-a_ullr", "0", "1", "1", "0", _folder["a.tif"]);
        await using var page = await OpenAsync(new MapBuilder(new MapOptions { Basemaps = [] }).AddImages([_folder["a.tif"]], bands: [1]).Build());
        var center = await page.Page.EvaluateAsync<string>("() => u42Map.getCenter().toString()");
        await page.Page.Locator(".u42-map").FocusAsync();
        await page.Page.Keyboard.PressAsync("c");
        var first = await PixelAsync(null);
        (await page.Page.Locator(".u42-crosshair").CountAsync()).ShouldBe(1);

        await page.Page.Keyboard.PressAsync("ArrowRight");
        (await PixelAsync(first)).ShouldBe((first.Column + 1, first.Row));
        await page.Page.Keyboard.PressAsync("Shift+ArrowDown");
        (await PixelAsync((first.Column + 1, first.Row))).ShouldBe((first.Column + 1, first.Row + 10));
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        (await PixelAsync((first.Column + 1, first.Row + 10))).ShouldBe((first.Column, first.Row + 10));
        (await page.Page.EvaluateAsync<string>("() => u42Map.getCenter().toString()")).ShouldBe(center, "arrow keys move the crosshair, not the map");

        await page.Page.Keyboard.PressAsync("Escape");
        (await page.Page.Locator(".u42-crosshair").CountAsync()).ShouldBe(0);
        (await page.Page.Locator(".u42-readout").TextContentAsync()).ShouldBeEmpty();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.WaitForFunctionAsync("before => u42Map.getCenter().toString() !== before", center);
        page.Errors.ShouldBeEmpty();

        async Task<(int Column, int Row)> PixelAsync((int, int)? before)
        {
            await page.Page.WaitForFunctionAsync(
                """
                before => {
                  const told = document.querySelector('.u42-readout span')?.textContent.match(/pixel (\d+), (\d+)/);
                  return told && `${told[1]}, ${told[2]}` !== before;
                }
                """,
                before is { } known ? $"{known.Item1}, {known.Item2}" : "");
            var reading = (await page.Page.Locator("output.u42-readout span").First.TextContentAsync())!;
            var told = System.Text.RegularExpressions.Regex.Match(reading, @"pixel (\d+), (\d+)");
            return (int.Parse(told.Groups[1].Value, null), int.Parse(told.Groups[2].Value, null));
        }
    }

    [Fact]
    public async Task Features_of_a_layer_are_a_table_whose_rows_lead_to_the_map()
    {
        var ships = FeatureTable.Parse("""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"Alpha","length_m":120.5},"geometry":{"type":"Point","coordinates":[10,50]}},
            {"type":"Feature","properties":{"name":"<b>Beta</b>","length_m":null,"nested":{"a":1}},"geometry":{"type":"Point","coordinates":[11,51]}}]}
            """);
        await using var page = await OpenAsync(new MapBuilder(new MapOptions { Basemaps = [] }).AddVectors(ships, "ships").Build());
        var opener = page.Page.GetByLabel("Show ships as a table");
        await opener.PressAsync("Enter");

        (await page.Page.Locator(".u42-list tr").AllTextContentsAsync()).ShouldBe(["Featurenamelength_m", "AlphaAlpha120.5", "<b>Beta</b><b>Beta</b>–"]);
        await page.AxeAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        (await page.Page.Locator(".u42-list").CountAsync()).ShouldBe(0);
        (await opener.EvaluateAsync<bool>("button => button === document.activeElement")).ShouldBeTrue();

        await opener.PressAsync("Enter");
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Show <b>Beta</b> on the map" }).PressAsync("Enter");
        (await page.Page.Locator(".u42-popup strong").TextContentAsync()).ShouldBe("<b>Beta</b>");
        (await page.Page.EvaluateAsync<double>("() => u42Map.getCenter().lat")).ShouldBe(51, 0.5);
        page.Errors.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private async Task<BrowserPage> OpenAsync(ResultMap map)
    {
        var page = await browser.OpenAsync(map.SaveHtml(_folder["map.html"]));
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
