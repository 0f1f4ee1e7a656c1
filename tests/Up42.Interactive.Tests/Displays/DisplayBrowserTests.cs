using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Displays;

public sealed class DisplayBrowserTests(Browser browser, DisplaySamples samples) : IClassFixture<DisplaySamples>
{
    // Texts that lie on one another: pairs of lines of different text nodes whose boxes meet by more than two pixels each way.
    private const string Overlaps =
        """
        () => {
          const boxes = [];
          for (const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walker.nextNode();) {
            const node = walker.currentNode, holder = node.parentElement;
            if (!node.data.trim() || !holder.checkVisibility({ visibilityProperty: true }) || holder.closest('svg, style, script, .u42-map')) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const box of range.getClientRects()) if (box.width > 1) boxes.push({ box, node });
          }
          if (boxes.length < 20) throw new Error('there is hardly any text');
          boxes.sort((a, b) => a.box.top - b.box.top);
          const found = [];
          boxes.forEach(({ box: a, node }, index) => {
            for (let i = index + 1; i < boxes.length && boxes[i].box.top < a.bottom - 2; i++) {
              const b = boxes[i].box;
              if (boxes[i].node !== node && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - b.top > 2)
                found.push(`"${node.data.trim().slice(0, 40)}" and "${boxes[i].node.data.trim().slice(0, 40)}"`);
            }
          });
          return found;
        }
        """;

    private static IReadOnlyList<string> Cards =>
        [.. DisplaySamples.Names.Where(
            name => !name.EndsWith("Plot", StringComparison.Ordinal) && name is not (
                "ResultMap" or "ResultComparison" or "ResultTimeline" or "AoiMap" or "FeatureTable-many"))];

    [Fact]
    public Task Cards_fit_a_narrow_page_overlap_nothing_and_please_axe() => AssertFitsAsync(480, ColorScheme.Dark, zoom: 1);

    [Theory]
    [InlineData(1200, ColorScheme.Light, 1)]
    [InlineData(1200, ColorScheme.Dark, 1)]
    [InlineData(480, ColorScheme.Light, 1)]
    [InlineData(600, ColorScheme.Light, 2)] // 1200 px at a zoom of 200 %
    [Trait("Tier", "Long")]
    public Task Cards_fit_their_page_also_in_the_other_scheme_and_zoomed(int width, ColorScheme scheme, float zoom) => AssertFitsAsync(width, scheme, zoom);

    private async Task AssertFitsAsync(int width, ColorScheme scheme, float zoom)
    {
        await using var page = await browser.ShowAsync(Html(Cards), Options(width, scheme, zoom));
        await page.StartFramesAsync();

        (await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        (await page.Page.EvaluateAsync<string[]>(Overlaps)).ShouldBeEmpty();
        await SaveScreenshotAsync(page, $"cards-{width}-{scheme}-{zoom}.png");
        await page.AxeAsync();
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1200, ColorScheme.Light, true)]
    [InlineData(480, ColorScheme.Dark, true)]
    [InlineData(480, ColorScheme.Light, false)]
    [Trait("Tier", "Long")]
    public async Task Cards_overlap_nothing_where_they_are_sanitised_or_scripts_are_off(int width, ColorScheme scheme, bool sanitised)
    {
        var html = Html(Cards);
        var options = Options(width, scheme, 1);
        options.JavaScriptEnabled = sanitised;
        await using var page = await browser.ShowAsync(sanitised ? JupyterSanitizer.Sanitize(html) : html, options);

        (await page.Page.EvaluateAsync<string[]>(Overlaps)).ShouldBeEmpty();
        await SaveScreenshotAsync(page, $"cards-{(sanitised ? "sanitised" : "scripts-off")}-{width}-{scheme}.png");
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_check_for_overlaps_sees_one()
    {
        var text = string.Concat(Enumerable.Range(0, 20).Select(number => $"<p>line {number}</p>"));
        await using var page = await browser.ShowAsync($"{text}<p style=\"position:relative;margin-top:-24px\">on the last</p>");

        (await page.Page.EvaluateAsync<string[]>(Overlaps)).ShouldBe(["\"line 19\" and \"on the last\""]);
    }

    [Fact]
    public async Task Jobs_are_sorted_and_searched_by_keyboard()
    {
        await using var page = await browser.ShowAsync(Html(["JobCollection"]));
        await page.StartFramesAsync();
        var frame = page.Page.FrameLocator("iframe");
        var first = frame.Locator("tbody tr:visible th").First;

        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.TypeAsync("\"lake 2\"");
        (await frame.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldBe("10 of 28 jobs");
        (await first.InnerTextAsync()).ShouldBe("Lake 2");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.PressAsync("Enter");
        (await first.InnerTextAsync()).ShouldBe("Lake 28");
        (await frame.Locator("th[aria-sort=descending]").InnerTextAsync()).ShouldBe("name");
    }

    [Fact]
    public async Task Logs_are_searched_and_filtered_by_level_and_the_failing_task_is_open()
    {
        await using var page = await browser.ShowAsync(Html(["JobLogs"]));
        await page.StartFramesAsync();
        var frame = page.Page.FrameLocator("iframe");
        var lines = frame.Locator(".u42-cards pre span[data-n]:visible");

        (await frame.Locator(".u42-cards details[open] summary").InnerTextAsync()).ShouldContain("FAILED");
        (await lines.CountAsync()).ShouldBe(305);
        await frame.GetByLabel("Show").SelectOptionAsync("Warnings and errors");
        (await frame.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldBe("5 of 307 lines");
        (await lines.AllInnerTextsAsync()).ShouldContain("  File \"block.py\", line 12\n");
        await frame.GetByLabel("Search").FillAsync("cuda");
        (await lines.AllInnerTextsAsync()).ShouldBe(["ERROR CUDA out of memory: tried to allocate 2.4 GiB\n"]);
        (await frame.Locator("mark").InnerTextAsync()).ShouldBe("CUDA");
    }

    private static BrowserNewContextOptions Options(int width, ColorScheme scheme, float zoom) =>
        new() { ColorScheme = scheme, DeviceScaleFactor = zoom, ViewportSize = new ViewportSize { Width = width, Height = 900 } };

    private string Html(IEnumerable<string> names) => string.Join("\n<hr>\n", names.Select(name => samples.Show(name).Html));

    private static async Task SaveScreenshotAsync(BrowserPage page, string name)
    {
        var folder = Path.Combine(Samples.RepositoryRoot, "artifacts", "screenshots");
        Directory.CreateDirectory(folder);
        await page.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = true });
    }
}
