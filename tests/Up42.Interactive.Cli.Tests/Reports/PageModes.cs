using Microsoft.Playwright;

namespace Up42.Interactive.Cli.Tests.Reports;

/// <summary>How people look at a page: wide, on a phone, enlarged, in the dark, without scripts and on paper.</summary>
internal static class PageModes
{
    private const int PaperWidth = 688; // A4 less its margins, in CSS pixels

    /// <summary>What is cut of a page in any of the modes.</summary>
    public static async Task<IReadOnlyList<string>> FindCutAsync(Browser browser, string path)
    {
        var found = new List<string>();
        foreach (var (name, options) in Screens())
        {
            await using var page = await browser.OpenAsync(path, options);
            if (options.JavaScriptEnabled != false)
            {
                await page.StartFramesAsync();
            }

            found.AddRange((await page.FindCutAsync()).Select(cut => $"{name}: {cut}"));
        }

        await using var paper = await browser.OpenAsync(path, new() { ViewportSize = new() { Width = PaperWidth, Height = 1000 } });
        await paper.Page.EmulateMediaAsync(new() { Media = Media.Print });
        found.AddRange((await paper.FindCutAsync()).Select(cut => $"on paper: {cut}"));
        return found;
    }

    private static IEnumerable<(string Name, BrowserNewContextOptions Options)> Screens() =>
    [
        ("at 1200 pixels", new() { ViewportSize = new() { Width = 1200, Height = 900 } }),
        ("at 480 pixels, dark", new() { ViewportSize = new() { Width = 480, Height = 900 }, ColorScheme = ColorScheme.Dark }),
        ("at 200 %", new() { ViewportSize = new() { Width = 600, Height = 450 }, DeviceScaleFactor = 2 }),
        ("without scripts at 480 pixels", new() { ViewportSize = new() { Width = 480, Height = 900 }, JavaScriptEnabled = false }),
        ("without scripts", new() { ViewportSize = new() { Width = 1200, Height = 900 }, JavaScriptEnabled = false, ColorScheme = ColorScheme.Dark }),
    ];
}
