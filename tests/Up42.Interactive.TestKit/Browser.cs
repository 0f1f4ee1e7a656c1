using Microsoft.Playwright;

namespace Up42.Interactive.TestKit;

/// <summary>Debian's Chromium, headless, with the network blocked: what a page asks for from outside is refused and listed.
/// One runs for all tests of a project, from the first page on.</summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _browser = new(LaunchAsync);

    /// <summary>Opens a file in a page of its own.</summary>
    /// <param name="path">An HTML file.</param>
    /// <param name="options">Viewport, colour scheme, scripts on or off; null: 1200×900, light, scripts on.</param>
    public async Task<BrowserPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.ViewportSize ??= new ViewportSize { Width = 1200, Height = 900 };
        var context = await (await _browser.Value).Browser.NewContextAsync(options);
        return await BrowserPage.OpenAsync(context, new Uri(path).AbsoluteUri);
    }

    /// <summary>Opens displays on a page of their own, as a notebook has them: one after the other, in an English document.</summary>
    /// <param name="html">The displays.</param>
    /// <param name="options">As of <see cref="OpenAsync"/>.</param>
    public async Task<BrowserPage> ShowAsync(string html, BrowserNewContextOptions? options = null)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["page.html"], $"""
            <!doctype html><html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
            <title>Notebook</title></head><body><main>{html}</main></body></html>
            """);
        return await OpenAsync(folder["page.html"], options);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            var (playwright, browser) = await _browser.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--no-first-run",

                // A frame in a process of its own may start before scripts are turned off in it.
                "--disable-features=IsolateSandboxedIframes",
            ],
        });
        return (playwright, browser);
    }
}
