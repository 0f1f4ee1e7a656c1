using System.Globalization;
using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Maps;

/// <summary>A comparison in Chromium: each way to compare is used, and the pixels say what it shows.</summary>
public sealed class ComparisonBrowserTests(Browser browser, DatedScenes scenes) : IClassFixture<DatedScenes>
{
    [Fact]
    public async Task The_divider_parts_the_sides_and_moves_by_keys()
    {
        await using var page = await OpenAsync();
        (await scenes.MissingAsync(page, 0, to: 0.47)).ShouldBeEmpty();
        (await scenes.MissingAsync(page, 1, from: 0.53)).ShouldBeEmpty();
        (await scenes.MissingAsync(page, 1, to: 0.47)).ShouldNotBeEmpty();

        await page.Page.GetByLabel("Divider between the sides").PressAsync("Home");
        (await scenes.MissingAsync(page, 1, from: 0.05)).ShouldBeEmpty();
        (await page.Page.Locator(".u42-tag:visible").AllTextContentsAsync()).ShouldBe(["2023-01-20", "2023-05-19"]);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task The_divider_follows_mouse_and_finger()
    {
        await using var page = await OpenAsync(new() { HasTouch = true });
        var box = (await page.Page.Locator(".u42-maps").BoundingBoxAsync())!;
        var (middle, height) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Page.Mouse.MoveAsync(middle, height);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + (0.8f * box.Width), height, new() { Steps = 5 });
        await page.Page.Mouse.UpAsync();
        (await scenes.MissingAsync(page, 0, to: 0.74)).ShouldBeEmpty();

        var session = await page.Page.Context.NewCDPSessionAsync(page.Page);
        foreach (var (type, share) in new[] { ("touchStart", 0.8), ("touchMove", 0.6), ("touchMove", 0.3), ("touchEnd", 0.3) })
        {
            await session.SendAsync("Input.dispatchTouchEvent", new()
            {
                ["type"] = type,
                ["touchPoints"] = type == "touchEnd" ? [] : new[] { new { x = box.X + (share * box.Width), y = height } },
            });
        }

        (await scenes.MissingAsync(page, 1, from: 0.36)).ShouldBeEmpty();
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Two_maps_move_in_step()
    {
        await using var page = await OpenAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Side by side" }).ClickAsync();
        await page.Page.Locator(".u42-second").WaitForAsync();
        (await scenes.MissingAsync(page, 0)).ShouldBeEmpty();
        (await scenes.MissingAsync(page, 1, map: ".u42-second")).ShouldBeEmpty();

        await page.Page.Locator(".u42-second").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.WaitForTimeoutAsync(600);
        (await scenes.MissingAsync(page, 0)).ShouldBeEmpty();
        (await scenes.MissingAsync(page, 1, map: ".u42-second")).ShouldBeEmpty();
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Either_of_two_maps_measures_and_both_show_it()
    {
        await using var page = await OpenAsync(mode: CompareMode.SideBySide);
        await page.Page.Locator(".u42-second").WaitForAsync();
        var before = await page.ScreenshotAsync();
        var onSecond = await MeasureAsync(".u42-second");
        var after = await page.ScreenshotAsync();
        foreach (var map in new[] { DatedScenes.FirstMap, ".u42-second" })
        {
            var box = (await page.Page.Locator(map).BoundingBoxAsync())!;
            var (x, y) = ((int)box.X + 150, (int)box.Y + 210);
            Enumerable.Range(-3, 7).ShouldContain(down => Math.Abs(after[2, x, y + down] - before[2, x, y + down]) > 30, map);
        }

        (await MeasureAsync(DatedScenes.FirstMap)).ShouldBe(onSecond);
        page.Errors.ShouldBeEmpty();

        async Task<string> MeasureAsync(string map)
        {
            var box = (await page.Page.Locator(map).BoundingBoxAsync())!;
            await page.Page.GetByLabel("Measure length and area").ClickAsync();
            foreach (var (x, y) in new[] { (80, 200), (220, 220), (180, 360) })
            {
                await page.Page.Mouse.ClickAsync((int)box.X + x, (int)box.Y + y);
            }

            await page.Page.Keyboard.PressAsync("Enter");
            var told = (await page.Page.Locator(".u42-measured").TextContentAsync())!;
            told.ShouldMatch("^Length [\\d.,]+ k?m; area .* ha\\)\\.$");
            return told;
        }
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Blinking_shows_one_side_at_a_time_and_is_held_and_switched_by_keys()
    {
        await using var page = await OpenAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.Page.Locator(DatedScenes.FirstMap).FocusAsync();
        await page.Page.Keyboard.PressAsync("3");
        (await scenes.MissingAsync(page, 0)).ShouldBeEmpty();

        await page.Page.Keyboard.PressAsync("b");
        (await scenes.MissingAsync(page, 1)).ShouldBeEmpty();
        (await page.Page.Locator(".u42-tag:visible").AllTextContentsAsync()).ShouldBe(["2023-05-19"]);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Hold, or switch by hand (B)" }).ClickAsync();
        await page.Page.WaitForFunctionAsync("() => document.querySelector('.u42-tag-1').hidden");
        await page.Page.WaitForFunctionAsync("() => document.querySelector('.u42-tag-0').hidden");
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task The_difference_has_its_own_colours()
    {
        await using var page = await OpenAsync(mode: CompareMode.Difference);
        var reach = double.Parse((await page.Page.Locator(".u42-ends span").Nth(1).TextContentAsync())!, CultureInfo.InvariantCulture);
        var (before, after) = (RawImage.Read(scenes[0].Path), RawImage.Read(scenes[1].Path));
        var check = new PixelCheck(scenes[0].Path, (image, column, row) => image[1, column, row] == 0 ? null : Rgb(ColorScale.BlueRed.At(
            Index(after, column, row) - Index(before, column, row), -reach, reach)));

        check.NearlyAllRight(await page.ScreenshotAsync(), await DatedScenes.PlacesAsync(page, check)).ShouldBeTrue();
        (await page.Page.Locator(".u42-tag:visible").TextContentAsync()).ShouldBe("NDVI, 2023-05-19 − 2023-01-20");
        page.Errors.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData(1200, ColorScheme.Light, "1")]
    [InlineData(1200, ColorScheme.Dark, "2")]
    [InlineData(480, ColorScheme.Dark, "1")]
    [InlineData(480, ColorScheme.Light, "3")]
    public async Task Comparisons_please_axe_in_every_mode(int width, ColorScheme scheme, string key)
    {
        await using var page = await OpenAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme });
        await page.Page.Locator(DatedScenes.FirstMap).FocusAsync();
        await page.Page.Keyboard.PressAsync(key);

        await page.AxeAsync();
        page.Errors.ShouldBeEmpty();
    }

    private static double Index(RawImage image, int column, int row) =>
        (image[4, column, row] - image[3, column, row]) / (image[4, column, row] + image[3, column, row]);

    private static double[] Rgb(string color) =>
        [.. new[] { 1, 3, 5 }.Select(start => (double)int.Parse(color.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    private async Task<BrowserPage> OpenAsync(BrowserNewContextOptions? options = null, CompareMode mode = CompareMode.Swipe)
    {
        var comparison = scenes[0].CompareResults(
            scenes[1], mode: mode, options: DatedScenes.Options, cancellationToken: TestContext.Current.CancellationToken);
        var page = await browser.OpenAsync(comparison.SaveHtml(scenes.NewPage()), options);
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
