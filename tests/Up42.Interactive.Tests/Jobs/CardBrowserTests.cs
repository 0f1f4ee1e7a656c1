using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Jobs;

public sealed class CardBrowserTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Hostile =>
    [
        "</script><script>window.canary=1</script>", "<img src=x onerror=window.canary=1>", "\"><svg onload=window.canary=1>", "' onmouseover='window.canary=1' x='",
        "<iframe srcdoc=\"<script>parent.canary=1</script>\">", "javascript:window.canary=1", "</td></tr></table><b id=canary>", "</style><b id=canary>", "</pre><b id=canary>",
        "</code><b id=canary>", "</summary></details><b id=canary>", "--><b id=canary>", "<!--", "]]><b id=canary>", "&lt;b id=canary&gt;", "{{7*7}}<b id=canary>", "\u202Egnp.exe",
        "a\0b", "\uD800", "\uDC00x", "</title><b id=canary>", "<base href=//evil.example>", "<form action=//evil.example><input id=canary>", "<meta http-equiv=refresh content=0;url=//evil.example>",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Cards_with_hostile_text_in_every_field_run_nothing_and_gain_no_element(string hostile)
    {
        var path = _folder["cards.html"];
        await File.WriteAllTextAsync(path, Page(string.Join("\n", HostileCards(hostile).Select(card => card.ToHtml()))), TestContext.Current.CancellationToken);
        await using var page = await browser.OpenAsync(path);

        (await page.Page.EvaluateAsync<bool>("() => 'canary' in window && !(window.canary instanceof Element)")).ShouldBeFalse();
        (await page.Page.Locator("#canary, img, svg, iframe, script, form, input, base, [onmouseover], [onload]").CountAsync()).ShouldBe(0);
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_check_fails_on_a_page_that_does_not_encode()
    {
        var path = _folder["cards.html"];
        await File.WriteAllTextAsync(path, Page("<p><img src=x onerror=window.canary=1></p>"), TestContext.Current.CancellationToken);
        await using var page = await browser.OpenAsync(path);

        await page.Page.WaitForFunctionAsync("() => window.canary === 1");
        (await page.Page.Locator("img").CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(1200, ColorScheme.Light)]
    [InlineData(1200, ColorScheme.Dark)]
    [InlineData(480, ColorScheme.Light)]
    [InlineData(480, ColorScheme.Dark)]
    public async Task Cards_fit_their_page_and_keep_their_contrast(int width, ColorScheme scheme)
    {
        var path = _folder["cards.html"];
        IDisplay[] cards = [Cards.Succeeded, Cards.Failed, Cards.Running, Cards.Task, Cards.Logs(Cards.Failed.Snapshot.Tasks!), Cards.Succeeded.Snapshot.Credits!, Cards.Collection(28)];
        await File.WriteAllTextAsync(path, Page(string.Join("\n", cards.Select(card => card.ToHtml()))), TestContext.Current.CancellationToken);
        await using var page = await browser.OpenAsync(
            path, new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 900 } });

        (await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        (await page.Page.EvaluateAsync<double>(LeastContrast)).ShouldBeGreaterThanOrEqualTo(4.5);
        await SaveScreenshotAsync(page, $"cards-{width}-{scheme}.png");
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    // The least contrast of any text with the background it stands on, as WCAG 2.2 counts it.
    private const string LeastContrast =
        """
        () => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgb = color => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return canvas.getImageData(0, 0, 1, 1).data; };
          const light = color => { const [r, g, b] = [...rgb(color)].slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const back = element => { for (let e = element; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (rgb(c)[3] === 255) return c; } return 'white'; };
          const texts = [...document.querySelectorAll('.u42-v1 *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.tagName !== 'STYLE');
          if (texts.length < 50) throw new Error('there is hardly any text');
          return Math.min(...texts.map(e => { const [a, b] = [light(getComputedStyle(e).color), light(back(e))]; return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); }));
        }
        """;

    private static IEnumerable<IDisplay> HostileCards(string text)
    {
        var task = JobTaskInfo.Parse(Cards.Json(new
        {
            id = text,
            name = text,
            status = string.IsNullOrWhiteSpace(text) ? "X" : text,
            block = new { id = text, name = text, displayName = text },
            blockVersion = text,
        }));
        var job = new JobSnapshot
        {
            Info = JobInfo.Parse(Cards.Json(new
            {
                id = text,
                name = text,
                description = text,
                mode = text,
                status = "FAILED",
                workflowId = text,
                workflowName = text,
                inputs = new Dictionary<string, object> { [text] = new { type = text, coordinates = new[] { 1 } }, ["b" + text] = new object[] { text, new { x = text } } },
            })),
            ProjectId = text,
            SeenAt = FastClock.Start,
            Tasks = [task],
            Logs = new JobLogs(text, [new JobTaskLog(task, $"ERROR {text}\n{text}")]),
        };
        yield return Cards.Live(job);
        yield return job;
        yield return job.Logs;
        yield return job.Logs.Tasks[0];
        yield return Cards.Collection([Cards.Live(job), Cards.Live(job with { Info = job.Info with { Status = new JobStatus(text + "?") } })], [new JobFailure(text, new Up42Exception(text))]);
    }

    private static string Page(string cards) =>
        $"""<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Cards</title></head><body>{cards}</body></html>""";

    private static async Task SaveScreenshotAsync(BrowserPage page, string name)
    {
        var folder = Path.Combine(Samples.RepositoryRoot, "artifacts", "screenshots");
        Directory.CreateDirectory(folder);
        await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = true });
    }
}
