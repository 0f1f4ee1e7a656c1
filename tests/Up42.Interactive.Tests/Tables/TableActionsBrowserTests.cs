using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Up42.Interactive.Tests.Jobs;

namespace Up42.Interactive.Tests.Tables;

/// <summary>What the page of a table says and does beyond its rows: the same figures, hints, copies, shadows, heights.</summary>
public sealed class TableActionsBrowserTests(Browser browser)
{
    private static readonly Lazy<FeatureTable> Scenes = new(() => Catalogue.Scenes(300));

    private static FeatureTable Close => FeatureTable.Read(Samples.FindCase("vectors/55_table_sort.geojson"));

    [Theory]
    [InlineData("scenes")]
    [InlineData("close")]
    public async Task The_page_has_the_figures_of_the_static_part(string name)
    {
        var html = (name == "scenes" ? Scenes.Value : Close).ToHtml();
        await using var still = await browser.ShowAsync(html, new() { JavaScriptEnabled = false });
        await using var running = await browser.ShowAsync(html);
        await running.StartFramesAsync();

        var expected = await TextsAsync(still.Page.Locator(".u42-s table >> nth=0"));
        var shown = await TextsAsync(running.Page.FrameLocator("iframe").Locator(".u42-scroll table"));

        shown.Head.ShouldBe(expected.Head);
        shown.Rows.Count.ShouldBe(10);
        shown.Rows.ShouldBe(expected.Rows.Take(10));
    }

    [Fact]
    public async Task What_was_probably_meant_is_one_click_away()
    {
        await using var page = await browser.ShowAsync(Scenes.Value.ToHtml());
        var frame = await StartAsync(page);

        await frame.GetByLabel("Search").FillAsync("sobloo cloudCover > 90");
        (await frame.Locator(".u42-count").InnerTextAsync()).ShouldStartWith("0 of 300 rows match");
        (await frame.Locator(".u42-hint").InnerTextAsync()).ShouldStartWith("Nothing is called cloudCover. Did you mean cloudCoverage?");
        await frame.Locator(".u42-hint button").ClickAsync();

        (await frame.GetByLabel("Search").InputValueAsync()).ShouldBe("sobloo cloudCoverage > 90");
        var matching = Scenes.Value.Count(row => row.GetText("provider") == "sobloo" && row.GetNumber("cloudCoverage") > 90);
        (await frame.Locator(".u42-count").InnerTextAsync()).ShouldBe($"{matching} of 300 rows match");
        (await frame.Locator(".u42-hint").IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task The_rows_that_match_are_saved_as_CSV_with_all_digits()
    {
        await using var page = await browser.ShowAsync(Scenes.Value.ToHtml());
        var frame = await StartAsync(page);
        await frame.GetByLabel("Search").FillAsync("cloudCoverage>95");

        var download = await page.Page.RunAndWaitForDownloadAsync(() => frame.GetByRole(AriaRole.Button, new() { Name = "CSV" }).ClickAsync());

        var lines = (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).Split("\r\n")[..^1];
        var rows = Scenes.Value.Where(row => row.GetNumber("cloudCoverage") > 95);
        download.SuggestedFilename.ShouldBe("table.csv");
        lines[0].ShouldStartWith("id,geometry (km²),sceneId,provider,acquisitionDate,cloudCoverage,");
        lines[1..].Select(line => line.Split(',')[0]).ShouldBe(rows.Select(row => row.GetText("id")));
        lines[1..].Select(line => line.Split(',')[5]).ShouldBe(rows.Select(row => row.GetText("cloudCoverage")));
    }

    [Fact]
    public async Task A_shadow_tells_of_columns_until_they_are_seen()
    {
        await using var page = await browser.ShowAsync(Scenes.Value.ToHtml(), new() { ViewportSize = new() { Width = 700, Height = 900 } });
        var frame = await StartAsync(page);
        var edge = frame.Locator(".u42-edge");

        (await edge.GetAttributeAsync("class")).ShouldBe("u42-edge u42-more");
        await frame.Locator(".u42-scroll").EvaluateAsync("scroll => scroll.scrollLeft = scroll.scrollWidth");
        await Assertions.Expect(edge).ToHaveClassAsync("u42-edge");
    }

    [Fact]
    public async Task A_page_that_listens_shows_all_rows_of_a_frame()
    {
        var html = $"{Cards.Collection(13).ToHtml()}{Scenes.Value.ToHtml()}<script>{WebAsset.Text("listen.js")}</script>";
        foreach (var width in new[] { 1100, 480 })
        {
            await using var page = await browser.ShowAsync(html, new() { ViewportSize = new() { Width = width, Height = 900 } });
            await page.StartFramesAsync();

            foreach (var frame in new[] { 0, 1 })
            {
                var scroll = page.Page.FrameLocator($"iframe >> nth={frame}").Locator(".u42-scroll");
                await Assertions.Expect(scroll).ToHaveJSPropertyAsync("scrollTop", 0);
                var hidden = await scroll.EvaluateAsync<int>("scroll => scroll.scrollHeight - scroll.clientHeight");
                hidden.ShouldBeLessThanOrEqualTo(0, $"frame {frame} at {width} pixels");
            }
        }
    }

    [Fact]
    public async Task Jobs_are_searched_like_tables_and_their_order_is_announced()
    {
        await using var page = await browser.ShowAsync(Cards.Collection(13).ToHtml());
        await page.StartFramesAsync();
        var frame = page.Page.FrameLocator("iframe").Locator(".u42-cards");

        await frame.GetByRole(AriaRole.Button, new() { Name = "created" }).ClickAsync();
        (await frame.Locator(".u42-count").InnerTextAsync()).ShouldBe("13 jobs, sorted by created, ascending");
        await frame.GetByLabel("Search").FillAsync("status=succeeded or status = failed");
        (await frame.Locator(".u42-count").InnerTextAsync()).ShouldMatch("^\\d+ of 13 jobs, sorted by created, ascending$");
        await frame.GetByLabel("Search").FillAsync("duration > 10");
        (await frame.Locator(".u42-hint").InnerTextAsync()).ShouldStartWith("duration is compared with a time such as");
        (await frame.Locator("tbody tr:visible").CountAsync()).ShouldBe(0);
    }

    private static async Task<ILocator> StartAsync(BrowserPage page)
    {
        await page.StartFramesAsync();
        return page.Page.FrameLocator("iframe").Locator(".u42-table");
    }

    private static async Task<(string Head, List<string> Rows)> TextsAsync(ILocator table)
    {
        var rows = await table.Locator("tbody tr").AllAsync();
        var texts = new List<string>();
        foreach (var row in rows)
        {
            texts.Add(string.Join('|', (await row.Locator("th, td").AllInnerTextsAsync()).Select(text => text.Trim())));
        }

        var heads = (await table.Locator("thead th").AllInnerTextsAsync()).Select(text => Regex.Replace(text, "\\s+", " ").Trim());
        return (string.Join('|', heads), texts);
    }
}
