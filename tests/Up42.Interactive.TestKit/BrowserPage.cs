using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Up42.Interactive.TestKit;

/// <summary>A page in Chromium and what it did: console errors, and requests that left it.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _requests = new();

    private BrowserPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    /// <summary>Playwright's page.</summary>
    public IPage Page { get; }

    /// <summary>Console errors and uncaught exceptions, those about refused requests left out (see <see cref="Requests"/>).</summary>
    public IReadOnlyList<string> Errors => [.. _errors.Where(text => !text.Contains("net::ERR_", StringComparison.Ordinal))];

    /// <summary>Addresses asked for that are neither the page itself nor inside it; each was refused.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    internal static async Task<BrowserPage> OpenAsync(IBrowserContext context, string url)
    {
        var page = await context.NewPageAsync();
        var opened = new BrowserPage(context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                opened._errors.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => opened._errors.Enqueue(error);
        await context.RouteAsync("**/*", route =>
        {
            if (route.Request.Url == url || route.Request.Url.StartsWith("data:", StringComparison.Ordinal)
                || route.Request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                return route.ContinueAsync();
            }

            opened._requests.Enqueue(route.Request.Url);
            return route.AbortAsync();
        });
        await page.GotoAsync(url);
        return opened;
    }

    /// <summary>What is on screen, as pixels (bands 1 to 3).</summary>
    public async Task<RawImage> ScreenshotAsync()
    {
        using var folder = new TempFolder();
        await Page.ScreenshotAsync(new() { Path = folder["page.png"] });
        return RawImage.Read(folder["page.png"]);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
