using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Maps;

/// <summary>What fingers do on a map in somebody else's page.</summary>
public sealed class MapTouchTests(Browser browser, SampleScenes scenes)
{
    [Fact]
    public async Task One_finger_scrolls_the_page_and_two_move_the_map()
    {
        var map = JobResults.Open(scenes.Olinda, cancellationToken: TestContext.Current.CancellationToken)
            .MapResults(options: new MapOptions { Basemaps = [] }, cancellationToken: TestContext.Current.CancellationToken);
        await using var page = await browser.ShowAsync(
            $"{map.ToHtml()}<div style='height:3000px'></div>", new() { HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 480, Height = 800 } });
        await page.StartFramesAsync();
        await page.Page.EvaluateAsync("() => scrollTo(0, 0)");
        var session = await page.Page.Context.NewCDPSessionAsync(page.Page);
        var center = await CenterAsync();
        await page.Page.EvaluateAsync("() => { window.settled = new Promise((settle) => addEventListener('scrollend', settle, { once: true })); }");

        await DragAsync(session, fingers: 1);
        await page.Page.EvaluateAsync("() => settled");
        (await page.Page.EvaluateAsync<double>("() => scrollY")).ShouldBeGreaterThan(60);
        (await CenterAsync()).ShouldBe(center);
        (await page.Page.FrameLocator("iframe").GetByText("Two fingers move the map.").CountAsync()).ShouldBe(1);

        await page.Page.EvaluateAsync("() => scrollTo(0, 0)");
        await DragAsync(session, fingers: 2);
        await page.Page.Frames[1].WaitForFunctionAsync("before => u42Map.getCenter().toString() !== before", center);
        (await page.Page.EvaluateAsync<double>("() => scrollY")).ShouldBe(0);
        page.Errors.ShouldBeEmpty();

        async Task<string> CenterAsync() => await page.Page.Frames[1].EvaluateAsync<string>("() => u42Map.getCenter().toString()");
    }

    private static async Task DragAsync(ICDPSession session, int fingers)
    {
        for (var down = 1; down <= fingers; down++)
        {
            await TouchAsync(session, "touchStart", down, 0);
        }

        for (var step = 1; step <= 10; step++)
        {
            await TouchAsync(session, "touchMove", fingers, step);
        }

        await TouchAsync(session, "touchEnd", 0, 0);
    }

    private static async Task TouchAsync(ICDPSession session, string type, int fingers, int step) => await session.SendAsync("Input.dispatchTouchEvent", new()
    {
        ["type"] = type,
        ["touchPoints"] = Enumerable.Range(0, fingers).Select(id => new { x = 200 + (80 * id), y = 250 - (15 * step), id }).ToArray(),
    });
}
