using System.Globalization;
using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Maps;

/// <summary>A timeline in Chromium: the slider is moved, and the pixels and the chart say what it shows.</summary>
public sealed class TimelineBrowserTests(Browser browser, DatedScenes scenes) : IClassFixture<DatedScenes>
{
    [Fact]
    public async Task The_slider_goes_through_the_dates_by_keys()
    {
        await using var page = await OpenAsync();
        (await scenes.MissingAsync(page, 0)).ShouldBeEmpty();

        await page.Page.GetByLabel("Date", new() { Exact = true }).PressAsync("End");
        (await scenes.MissingAsync(page, 2)).ShouldBeEmpty();
        (await page.Page.Locator(".u42-time-label").TextContentAsync()).ShouldBe("2023-08-02");

        await page.Page.Locator(DatedScenes.FirstMap).FocusAsync();
        await page.Page.Keyboard.PressAsync(",");
        (await scenes.MissingAsync(page, 1)).ShouldBeEmpty();
        (await scenes.MissingAsync(page, 2)).ShouldNotBeEmpty();
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task It_plays_and_stops()
    {
        await using var page = await OpenAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Play (P)" }).ClickAsync();
        await page.Page.WaitForFunctionAsync("() => document.querySelector('.u42-time').value === '2'");
        await page.Page.WaitForFunctionAsync("() => document.querySelector('.u42-time').value === '0'");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Play (P)" }).ClickAsync();
        var stopped = await page.Page.Locator(".u42-time").InputValueAsync();
        await page.Page.WaitForTimeoutAsync(1500);

        (await page.Page.Locator(".u42-time").InputValueAsync()).ShouldBe(stopped);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Later (.)" }).ClickAsync();
        (await scenes.MissingAsync(page, (int.Parse(stopped, CultureInfo.InvariantCulture) + 1) % 3)).ShouldBeEmpty();
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task The_pixel_is_told_over_time_and_a_click_keeps_it()
    {
        await using var page = await OpenAsync();
        await page.Page.Mouse.MoveAsync(480, 400);
        var chart = page.Page.Locator(".u42-time-charts .u42-chart");
        await chart.WaitForAsync();
        (await chart.Locator("circle").CountAsync()).ShouldBe(9);
        (await chart.Locator("svg").First.GetAttributeAsync("aria-label"))!.ShouldStartWith("Under the pointer: ");

        await page.Page.Mouse.ClickAsync(480, 400);
        await page.Page.Locator(".u42-pin").WaitForAsync();
        await page.Page.Mouse.MoveAsync(20, 700);
        (await chart.CountAsync()).ShouldBe(1);

        await page.Page.Locator(DatedScenes.FirstMap).FocusAsync();
        await page.Page.Keyboard.PressAsync("c");
        await page.Page.Keyboard.PressAsync("Enter");
        (await page.Page.Locator(".u42-pin").CountAsync()).ShouldBe(2);
        await page.Page.GetByLabel("Remove chart 1").ClickAsync();
        (await page.Page.Locator(".u42-pin").AllTextContentsAsync()).ShouldBe(["2"]);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task The_chart_has_the_values_that_GDAL_reads()
    {
        await using var page = await OpenAsync("b4");
        await page.Page.Mouse.MoveAsync(480, 400);
        await page.Page.Locator(".u42-time-charts .u42-chart").WaitForAsync();
        var place = await page.Page.EvaluateAsync<double[]>(
            """
            () => { const box = u42Map.getContainer().getBoundingClientRect(), at = u42Map.containerPointToLatLng([480 - box.left, 400 - box.top]);
              return [at.lng, at.lat]; }
            """);
        var range = (await page.Page.Locator(".u42-time-charts figcaption span").TextContentAsync())!.Split(" to ").Select(Number);
        var values = Enumerable.Range(0, 3).Select(date => Number(Tool.Run(
            "gdallocationinfo", "-valonly", "-b", "4", "-wgs84", scenes[date].Path, Text(place[0]), Text(place[1])))).ToList();

        range.First().ShouldBe(values.Min(), 1);
        range.Last().ShouldBe(values.Max(), 1);

        static double Number(string text) => double.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
        static string Text(double degrees) => degrees.ToString("R", CultureInfo.InvariantCulture);
    }

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData(1200, ColorScheme.Light)]
    [InlineData(480, ColorScheme.Dark)]
    public async Task Timelines_please_axe(int width, ColorScheme scheme)
    {
        await using var page = await OpenAsync(options: new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme });
        await page.Page.Mouse.ClickAsync(width / 3, 240);

        await page.AxeAsync();
        page.Errors.ShouldBeEmpty();
    }

    private async Task<BrowserPage> OpenAsync(string? expression = null, BrowserNewContextOptions? options = null)
    {
        var timeline = scenes.Results.MapTimeline(
            expression: expression, options: DatedScenes.Options, cancellationToken: TestContext.Current.CancellationToken);
        var page = await browser.OpenAsync(timeline.SaveHtml(scenes.NewPage()), options);
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        return page;
    }
}
