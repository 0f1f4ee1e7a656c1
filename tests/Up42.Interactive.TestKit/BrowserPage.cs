using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Up42.Interactive.TestKit;

/// <summary>A page in Chromium and what it did: console errors, dialogs and windows, and requests that left it.</summary>
public sealed partial class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _url;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _openings = new();

    private BrowserPage(IBrowserContext context, IPage page, string url) => (_context, Page, _url) = (context, page, url);

    /// <summary>Playwright's page.</summary>
    public IPage Page { get; }

    /// <summary>Console errors and uncaught exceptions, those about refused requests left out (see <see cref="Requests"/>).</summary>
    public IReadOnlyList<string> Errors => [.. _errors.Where(text => !text.Contains("net::ERR_", StringComparison.Ordinal))];

    /// <summary>Addresses asked for that are neither the page itself nor inside it; each was refused.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Dialogs and windows that the page opened.</summary>
    public IReadOnlyList<string> Openings => [.. _openings];

    /// <summary>Brings each frame into view, in turn, and waits until its program has started: frames that nobody sees do not start.</summary>
    public async Task StartFramesAsync()
    {
        foreach (var frame in await Page.Locator("iframe:visible").AllAsync())
        {
            await frame.ScrollIntoViewIfNeededAsync();
            await frame.ContentFrame.Locator("body.u42-ready").WaitForAsync();
        }
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

    internal static async Task<BrowserPage> OpenAsync(IBrowserContext context, string url)
    {
        var page = await context.NewPageAsync();
        var opened = new BrowserPage(context, page, url);
        opened.Listen();
        await context.RouteAsync("**/*", opened.RouteAsync);
        await page.GotoAsync(url);
        return opened;
    }

    private void Listen()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _errors.Enqueue(message.Text);
            }
        };
        Page.PageError += (_, error) => _errors.Enqueue(error);
        Page.Dialog += (_, dialog) =>
        {
            _openings.Enqueue($"a dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        Page.Popup += (_, popup) => _openings.Enqueue($"a window: {popup.Url}");
    }

    private Task RouteAsync(IRoute route)
    {
        if (route.Request.Url == _url || route.Request.Url.StartsWith("data:", StringComparison.Ordinal)
            || route.Request.Url.StartsWith("blob:", StringComparison.Ordinal))
        {
            return route.ContinueAsync();
        }

        _requests.Enqueue(route.Request.Url);
        return route.AbortAsync();
    }
}
