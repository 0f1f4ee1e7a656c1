using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Maps;

/// <summary>What hands do on a map of a page, or of its last frame: keys, and fingers.</summary>
internal static class MapGestures
{
    /// <summary>Milliseconds in which the tiles in view are decoded.</summary>
    public const int Decoding = 800;

    /// <summary>Presses Tab until what the selector names has the focus, so many times at most.</summary>
    public static async Task TabToAsync(BrowserPage page, string selector, int maxStops = 30)
    {
        var stop = 0;
        while (!await page.Page.Frames[^1].EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
        {
            stop++.ShouldBeLessThan(maxStops, $"{selector} is not reached by tabs");
            await page.Page.Keyboard.PressAsync("Tab");
        }
    }

    /// <summary>Presses Shift and + until the map comes no nearer.</summary>
    public static async Task ZoomInAsync(BrowserPage page)
    {
        var frame = page.Page.Frames[^1];
        await frame.Locator(DatedScenes.FirstMap).FocusAsync();
        for (var step = 0; step < 40 && await frame.EvaluateAsync<bool>("() => u42Map.getZoom() < u42Map.getMaxZoom()"); step++)
        {
            await page.Page.Keyboard.PressAsync("Shift++");
            await page.Page.WaitForTimeoutAsync(350);
        }

        (await frame.EvaluateAsync<bool>("() => u42Map.getZoom() === u42Map.getMaxZoom()")).ShouldBeTrue();
        await page.Page.WaitForTimeoutAsync(Decoding);
    }

    /// <summary>Two steps of zoom back, where each side of a divider shows more pixels, still large ones.</summary>
    public static async Task StepBackAsync(BrowserPage page)
    {
        await page.Page.Frames[^1].Locator(DatedScenes.FirstMap).FocusAsync();
        await page.Page.Keyboard.PressAsync("-");
        await page.Page.Keyboard.PressAsync("-");
        await page.Page.WaitForTimeoutAsync(Decoding);
    }

    /// <summary>Parts two fingers on the map until it comes no nearer.</summary>
    public static async Task PinchAsync(BrowserPage page)
    {
        var frame = page.Page.Frames[^1];
        var session = await page.Page.Context.NewCDPSessionAsync(page.Page);
        var box = (await frame.Locator(DatedScenes.FirstMap).BoundingBoxAsync())!;
        var (x, y) = (box.X + (0.5 * box.Width), box.Y + (0.3 * box.Height));
        for (var step = 0; step < 12 && await frame.EvaluateAsync<bool>("() => u42Map.getZoom() < u42Map.getMaxZoom()"); step++)
        {
            await TouchAsync(session, "touchStart", (x - 20, y), (x + 20, y));
            for (var reach = 30; reach <= 120; reach += 10)
            {
                await TouchAsync(session, "touchMove", (x - reach, y), (x + reach, y));
            }

            await TouchAsync(session, "touchEnd");
            await page.Page.WaitForTimeoutAsync(500);
        }

        (await frame.EvaluateAsync<bool>("() => u42Map.getZoom() === u42Map.getMaxZoom()")).ShouldBeTrue();
        await page.Page.WaitForTimeoutAsync(Decoding);
    }

    /// <summary>Puts fingers down, moves or lifts them.</summary>
    public static async Task TouchAsync(ICDPSession session, string type, params (double X, double Y)[] fingers) =>
        await session.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = fingers.Select((finger, id) => new { x = finger.X, y = finger.Y, id }).ToArray(),
        });
}
