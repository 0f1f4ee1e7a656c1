using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Tables;

/// <summary>Tables for everybody: by keyboard, on paper, enlarged, without scripts and untrusted.</summary>
public sealed class FeatureTableAccessBrowserTests(Browser browser)
{
    private static readonly Lazy<FeatureTable> Scenes = new(() => Catalogue.Scenes(2000));

    [Fact]
    public async Task Everything_is_reached_by_keyboard()
    {
        await using var page = await browser.ShowAsync(Scenes.Value.Head(100).ToHtml());
        await page.StartFramesAsync();
        var frame = page.Page.FrameLocator("iframe").Locator(".u42-table");
        async Task PressAsync(params string[] keys)
        {
            foreach (var key in keys)
            {
                await page.Page.Keyboard.PressAsync(key);
            }
        }

        await PressAsync("Tab");
        await page.Page.Keyboard.TypeAsync("oneatlas");
        (await frame.Locator(".u42-count").InnerTextAsync()).ShouldEndWith("of 100 rows match");
        await PressAsync("Tab", "Enter", "Tab", "Space", "Escape");
        (await frame.Locator("thead button").First.InnerTextAsync()).ShouldBe("geometry");
        (await frame.Locator("summary").First.InnerTextAsync()).ShouldBe("Columns (11 of 13)");
        await PressAsync("Tab", "ArrowDown");
        (await frame.Locator("tbody tr").CountAsync()).ShouldBe(25);
        await PressAsync("Tab", "Tab", "Tab", "Tab", "ArrowRight", "ArrowRight", "ArrowRight", "Enter", "Enter");
        (await frame.Locator("[aria-sort=descending]").InnerTextAsync()).ShouldStartWith("acquisitionDate");
        (await frame.Locator(".u42-count").InnerTextAsync()).ShouldEndWith("of 100 rows match, sorted by acquisitionDate, descending");
        await PressAsync("End");
        (await frame.Locator("thead button:focus").InnerTextAsync()).ShouldBe("providerProperties");
        await PressAsync("Tab", "ArrowDown", "ArrowDown");
        var focused = await frame.EvaluateAsync<int>("table => table.ownerDocument.activeElement.closest('tr').rowIndex");
        focused.ShouldBe(3);
        await frame.GetByRole(AriaRole.Button, new() { Name = "Next page" }).FocusAsync();
        await PressAsync("Enter");
        (await frame.GetByRole(AriaRole.Navigation).InnerTextAsync()).ShouldContain("Page 2 of 3");
        (await frame.Locator("[role=status]").CountAsync()).ShouldBe(3);
    }

    [Theory]
    [InlineData(1200, ColorScheme.Light)]
    [InlineData(480, ColorScheme.Dark)]
    public Task Tables_fit_and_axe_finds_nothing(int width, ColorScheme scheme) => AssertFitsAsync(width, scheme);

    [Theory]
    [InlineData(1200, ColorScheme.Dark)]
    [InlineData(480, ColorScheme.Light)]
    [Trait("Tier", "Long")]
    public Task Tables_fit_and_axe_finds_nothing_in_the_other_scheme(int width, ColorScheme scheme) => AssertFitsAsync(width, scheme);

    private async Task AssertFitsAsync(int width, ColorScheme scheme)
    {
        var displays = new IDisplay[] { Scenes.Value, Scenes.Value.Head(4), Scenes.Value[0], Scenes.Value["cloudCoverage"], Scenes.Value.Describe() };
        await using var page = await browser.ShowAsync(
            string.Concat(displays.Select(display => display.ToHtml())), new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await page.StartFramesAsync();
        await page.Page.FrameLocator("iframe >> nth=0").Locator(".u42-choice summary").ClickAsync();

        await page.AxeAsync();
        (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        foreach (var frame in page.Page.Frames)
        {
            (await frame.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        }

        page.Requests.ShouldBeEmpty();
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task At_twice_the_size_rows_and_controls_are_still_there()
    {
        await using var page = await browser.ShowAsync(
            Scenes.Value.Head(100).ToHtml(), new() { ViewportSize = new() { Width = 600, Height = 450 }, DeviceScaleFactor = 2 });
        await page.StartFramesAsync();
        var frame = page.Page.FrameLocator("iframe").Locator(".u42-table");

        var (scroll, pages) = (await frame.Locator(".u42-scroll").BoundingBoxAsync(), await frame.Locator(".u42-pages").BoundingBoxAsync());

        scroll!.Height.ShouldBeGreaterThan(200);
        pages!.Y.ShouldBeGreaterThanOrEqualTo(scroll.Y + scroll.Height);
        (await frame.EvaluateAsync<bool>("table => table.scrollWidth <= innerWidth")).ShouldBeTrue();
    }

    [Fact]
    public async Task On_paper_and_without_scripts_the_first_rows_are_there()
    {
        var html = Scenes.Value.Head(100).ToHtml();
        await using var still = await browser.ShowAsync(html, new() { JavaScriptEnabled = false });
        await using var paper = await browser.ShowAsync(html);
        await paper.Page.EmulateMediaAsync(new() { Media = Media.Print });

        (await still.Page.FrameLocator("iframe").Locator("tbody tr").First.InnerTextAsync()).ShouldContain(Scenes.Value[0].GetText("sceneId")!);
        (await still.Page.FrameLocator("iframe").Locator("body").InnerTextAsync()).ShouldContain("more rows are not shown.");
        (await paper.Page.Locator("iframe").IsVisibleAsync()).ShouldBeFalse();
        (await paper.Page.Locator(".u42-s tbody tr:visible").CountAsync()).ShouldBe(51, "folds are open on paper");
        (await paper.Page.Locator(".u42-s").IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Untrusted_the_facts_are_still_there_as_text()
    {
        var text = await TextAsync(JupyterSanitizer.Sanitize(Scenes.Value.ToHtml()));

        text.ShouldContain("2,000 features × 12 columns · EPSG:4326 · ");
        text.ShouldContain(Scenes.Value[9].GetText("sceneId")!);
        text.ShouldContain("Polygon · km²");
        text.ShouldContain(NumberText.Align(Scenes.Value[9].AreaSquareKilometers, 1));
        text.ShouldContain("The same in all rows: constellation PHR");
        text.ShouldContain("… 1,985 rows between …");
        text.ShouldContain(Scenes.Value[1999].GetText("sceneId")!);
        text.ShouldContain("1,985 more rows are not shown.");
        Regex.Count(JupyterSanitizer.Sanitize(Scenes.Value.ToHtml()), "<img src=\"data:image/svg").ShouldBe(15 + 5, "outlines and histograms");

        async Task<string> TextAsync(string html)
        {
            await using var page = await browser.ShowAsync(html);
            await page.AxeAsync();
            return await page.Page.InnerTextAsync("body");
        }
    }
}
