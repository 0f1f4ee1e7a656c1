using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Maps;

/// <summary>
/// Comparisons, timelines and restyled maps in a notebook's sandboxed frame on a narrow screen, by touch or by keys alone; the pixels say what it did.
/// </summary>
public sealed class FramedMapsBrowserTests(Browser browser, DatedScenes scenes) : IClassFixture<DatedScenes>, IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timeline_goes_through_its_dates_by_touch_and_by_keys_alone()
    {
        await using var page = await ShowAsync(scenes.Results.MapTimeline(options: DatedScenes.Options, cancellationToken: Token));
        (await scenes.MissingAsync(page, 0)).ShouldBeEmpty();
        await page.Page.Frames[1].GetByLabel("Later (.)").TapAsync();
        (await scenes.MissingAsync(page, 1)).ShouldBeEmpty();

        await TabToAsync(page, ".u42-time");
        await page.Page.Keyboard.PressAsync("End");
        (await scenes.MissingAsync(page, 2)).ShouldBeEmpty();
        AssertQuiet(page);
    }

    [Fact]
    public async Task A_comparison_is_used_by_touch_and_by_keys_alone()
    {
        await using var page = await ShowAsync(scenes[0].CompareResults(scenes[1], options: DatedScenes.Options, cancellationToken: Token));
        await TabToAsync(page, ".u42-divider");
        await page.Page.Keyboard.PressAsync("End");
        (await scenes.MissingAsync(page, 0, to: 0.9)).ShouldBeEmpty();
        await page.Page.Keyboard.PressAsync("Home");
        (await scenes.MissingAsync(page, 1, from: 0.1)).ShouldBeEmpty();

        await page.Page.Frames[1].GetByRole(AriaRole.Button, new() { Name = "Difference" }).TapAsync();
        (await scenes.MissingAsync(page, 0)).ShouldNotBeEmpty();
        (await scenes.MissingAsync(page, 1)).ShouldNotBeEmpty();
        AssertQuiet(page);
    }

    [Fact]
    public async Task A_map_is_restyled_by_keys_alone_and_begins_with_its_own_stretch()
    {
        await using var page = await ShowAsync(Restyled());
        (await scenes.MissingAsync(page, 0)).ShouldBeEmpty();
        await TabToAsync(page, "[aria-label=Stretch]");
        (await page.Page.Frames[1].Locator("[aria-label=Darkest]").InputValueAsync()).ShouldBe("0");
        (await page.Page.Frames[1].Locator("[aria-label=Brightest]").InputValueAsync()).ShouldBe("3000");

        await TabToAsync(page, "[aria-label=Brightest]");
        await EnterAsync(page, "900");
        (await scenes.MissingAsync(page, 0)).ShouldNotBeEmpty();
        await EnterAsync(page, "3000");
        (await scenes.MissingAsync(page, 0)).ShouldBeEmpty();
        AssertQuiet(page);
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Layers_change_their_order_and_are_hidden_by_touch_and_by_keys_alone()
    {
        await using var page = await ShowAsync(
            new MapBuilder(DatedScenes.Options, Token).AddImages([scenes[0].Path, scenes[1].Path], [3, 2, 1]).Build());
        var (frame, name) = (page.Page.Frames[1], Path.GetFileName(scenes[1].Path));
        (await scenes.MissingAsync(page, 1)).ShouldBeEmpty();
        await frame.Locator(".u42-panel > summary").TapAsync();
        await TabToAsync(page, $"[aria-label^='Move {name}']");
        await page.Page.Keyboard.PressAsync("Alt+ArrowDown");
        (await scenes.MissingAsync(page, 0)).ShouldBeEmpty();

        await frame.GetByLabel(Path.GetFileName(scenes[0].Path), new() { Exact = true }).TapAsync();
        (await scenes.MissingAsync(page, 1)).ShouldBeEmpty();
        await page.AxeAsync();
        AssertQuiet(page);
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task A_restyled_map_is_reset_by_touch()
    {
        await using var page = await ShowAsync(Restyled());
        await TabToAsync(page, "[aria-label=Brightest]");
        await EnterAsync(page, "900");
        (await scenes.MissingAsync(page, 0)).ShouldNotBeEmpty();

        await page.Page.Frames[1].GetByRole(AriaRole.Button, new() { Name = "Reset: show the image as it was" }).TapAsync();
        await page.Page.WaitForTimeoutAsync(400);
        (await scenes.MissingAsync(page, 0)).ShouldBeEmpty();
        AssertQuiet(page);
    }

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData("running")]
    [InlineData("scripts off")]
    [InlineData("sanitised")]
    public async Task Hostile_names_are_text(string kind)
    {
        var names = HostileStrings.Markup.Where(text => text.Length < 60 && !text.Contains('/', StringComparison.Ordinal)).Take(3).ToList();
        foreach (var (index, name) in names.Index())
        {
            File.Copy(scenes[index].Path, _folder[$"{name} 2023010{index + 1}.tif"]);
        }

        using var results = JobResults.Open(_folder.Path, cancellationToken: Token);
        string[] sides = [string.Join(" ", HostileStrings.All.Take(60)), string.Join(" ", HostileStrings.All.Skip(60))];
        var html = string.Concat(
            results.CompareResults(results, leftName: sides[0], rightName: sides[1], options: DatedScenes.Options, cancellationToken: Token).ToHtml(),
            results.MapTimeline(options: DatedScenes.Options, cancellationToken: Token).ToHtml(),
            results.MapResults(options: DatedScenes.Options with { Restyle = true }, cancellationToken: Token).ToHtml());
        await using var page = await browser.ShowAsync(
            kind == "sanitised" ? JupyterSanitizer.Sanitize(html) : html, new() { JavaScriptEnabled = kind != "scripts off" });
        if (kind == "running")
        {
            await page.StartFramesAsync();
        }

        await page.AssertNothingRanAsync();
    }

    [Fact]
    public void Restyled_maps_are_the_same_each_time_and_their_picture_is_that_of_the_map()
    {
        Restyled().ToHtml().ShouldBe(Restyled().ToHtml());
        File.ReadAllBytes(Restyled().SavePng(_folder["restyled.png"]))
            .ShouldBe(File.ReadAllBytes(Map(DatedScenes.Options).SavePng(_folder["map.png"])));
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertQuiet(BrowserPage page)
    {
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    private static Task TabToAsync(BrowserPage page, string selector) => MapGestures.TabToAsync(page, selector, maxStops: 60);

    private static async Task EnterAsync(BrowserPage page, string text)
    {
        await page.Page.Keyboard.PressAsync("Control+a");
        await page.Page.Keyboard.TypeAsync(text);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.WaitForTimeoutAsync(400);
    }

    private ResultMap Restyled() => Map(DatedScenes.Options with { Restyle = true });

    private ResultMap Map(MapOptions options) => new MapBuilder(options, Token).AddImages([scenes[0].Path], [3, 2, 1]).Build();

    private async Task<BrowserPage> ShowAsync(IDisplay display)
    {
        var page = await browser.ShowAsync(display.ToHtml(), new() { ViewportSize = new() { Width = 480, Height = 900 }, HasTouch = true });
        await page.StartFramesAsync();
        return page;
    }
}
