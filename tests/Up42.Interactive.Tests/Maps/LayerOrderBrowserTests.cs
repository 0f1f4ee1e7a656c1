using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Maps;

/// <summary>Rows of the layer panel are put in another order, and the map's pixels follow.</summary>
public sealed class LayerOrderBrowserTests(Browser browser, DatedScenes scenes) : IClassFixture<DatedScenes>, IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_row_is_dragged_by_the_mouse_and_its_image_comes_on_top()
    {
        await using var page = await OpenAsync();
        (await RowsAsync(page)).ShouldBe([2, 1, 0]);
        (await scenes.MissingAsync(page, 2)).ShouldBeEmpty();

        var (from, to) = (await GripAsync(page, 0), await GripAsync(page, 2));
        await page.Page.Mouse.MoveAsync(from.X, from.Y);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(to.X, to.Y - 6, new() { Steps = 8 });
        await page.Page.Mouse.UpAsync();

        (await RowsAsync(page)).ShouldBe([0, 2, 1]);
        (await scenes.MissingAsync(page, 0)).ShouldBeEmpty();
        (await scenes.MissingAsync(page, 2)).ShouldNotBeEmpty();
        (await page.Page.Locator(".u42-said").TextContentAsync()).ShouldBe($"{Name(0)} is layer 1 of 3 from the top.");
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task A_row_is_dragged_by_a_finger()
    {
        await using var page = await OpenAsync(new() { HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 480, Height = 900 } });
        await page.Page.Locator(".u42-panel").First.EvaluateAsync("panel => { panel.open = true; }");
        await page.Page.Locator(".u42-grip").Last.ScrollIntoViewIfNeededAsync();
        var (from, to) = (await GripAsync(page, 0), await GripAsync(page, 1));
        var session = await page.Page.Context.NewCDPSessionAsync(page.Page);
        var places = Enumerable.Range(0, 9).Select(step => from.Y + ((to.Y - 6 - from.Y) * step / 8)).ToArray();
        foreach (var (type, y) in places.Select(y => ("touchMove", y)).Prepend(("touchStart", from.Y)).Append(("touchEnd", 0f)))
        {
            await session.SendAsync("Input.dispatchTouchEvent", new()
            {
                ["type"] = type,
                ["touchPoints"] = type == "touchEnd" ? [] : new[] { new { x = from.X, y } },
            });
        }

        (await RowsAsync(page)).ShouldBe([2, 0, 1]);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Alt_and_arrows_move_a_row_and_a_layer_that_is_shown_again_keeps_its_place()
    {
        await using var page = await OpenAsync();
        await page.Page.GetByLabel($"Move {Name(2)}").FocusAsync();
        await page.Page.Keyboard.PressAsync("Alt+ArrowDown");
        (await page.Page.Locator(".u42-said").TextContentAsync()).ShouldBe($"{Name(2)} is layer 2 of 3 from the top.");
        (await RowsAsync(page)).ShouldBe([1, 2, 0]);
        (await scenes.MissingAsync(page, 1)).ShouldBeEmpty();
        (await page.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')")).ShouldStartWith($"Move {Name(2)}");

        await page.Page.Keyboard.PressAsync("Alt+ArrowDown");
        await page.Page.Keyboard.PressAsync("Alt+ArrowDown");
        (await RowsAsync(page)).ShouldBe([1, 0, 2]);
        await page.Page.GetByLabel(Name(2), new() { Exact = true }).UncheckAsync();
        await page.Page.GetByLabel(Name(2), new() { Exact = true }).CheckAsync();
        (await scenes.MissingAsync(page, 1)).ShouldBeEmpty();

        await page.Page.GetByLabel($"Bring {Name(2)} to the front").ClickAsync();
        (await RowsAsync(page)).ShouldBe([2, 1, 0]);
        (await scenes.MissingAsync(page, 2)).ShouldBeEmpty();
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Vectors_change_their_order_as_well()
    {
        var square = FeatureTable.Parse("""{"type":"Polygon","coordinates":[[[10,0],[11,0],[11,1],[10,1],[10,0]]]}""");
        var map = new MapBuilder(new MapOptions { Basemaps = [] }).AddVectors(square, "one").AddVectors(square, "two").Build();
        await using var page = await OpenAsync(map.SaveHtml(_folder["vectors.html"]), null);
        var before = await page.Page.Locator("path.leaflet-interactive").Last.GetAttributeAsync("stroke");
        await page.Page.GetByLabel("Move one").PressAsync("Alt+ArrowUp");

        (await page.Page.Locator("path.leaflet-interactive").First.GetAttributeAsync("stroke")).ShouldBe(before);
        (await page.Page.Locator("path.leaflet-interactive").Last.GetAttributeAsync("stroke")).ShouldNotBe(before);
        await page.AxeAsync();
        page.Errors.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private string Name(int date) => Path.GetFileName(scenes[date].Path);

    /// <summary>The dates of the rows, the topmost first.</summary>
    private async Task<int[]> RowsAsync(BrowserPage page)
    {
        var rows = await page.Page.Locator(".u42-layer label").AllTextContentsAsync();
        return [.. rows.Select(row => Enumerable.Range(0, 3).Single(date => row == Name(date)))];
    }

    private async Task<(float X, float Y)> GripAsync(BrowserPage page, int date)
    {
        var box = (await page.Page.GetByLabel($"Move {Name(date)}").BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    private Task<BrowserPage> OpenAsync(BrowserNewContextOptions? options = null) => OpenAsync(
        new MapBuilder(DatedScenes.Options).AddImages([scenes[0].Path, scenes[1].Path, scenes[2].Path], [3, 2, 1]).Build()
            .SaveHtml(_folder["map.html"]),
        options);

    private async Task<BrowserPage> OpenAsync(string path, BrowserNewContextOptions? options)
    {
        var page = await browser.OpenAsync(path, options);
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
