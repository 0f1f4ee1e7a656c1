using System.Text;
using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Tables;

public sealed class FeatureTableBrowserTests(Browser browser)
{
    private static readonly Lazy<FeatureTable> Scenes = new(() => Catalogue.Scenes(2000));

    [Fact]
    public async Task Seventeen_hundred_rows_of_twelve_columns_are_within_the_budget_and_can_be_paged_to_the_last()
    {
        var html = Scenes.Value.Head(1700).ToHtml();
        await using var page = await browser.ShowAsync(html);
        await page.StartFramesAsync();
        var frame = page.Page.FrameLocator("iframe").Locator(".u42-table");

        await frame.GetByRole(AriaRole.Button, new() { Name = "Last page" }).ClickAsync();

        Encoding.UTF8.GetByteCount(html).ShouldBeLessThanOrEqualTo(200_000);
        Scenes.Value.Columns.Count.ShouldBe(12);
        (await frame.Locator(".u42-count").InnerTextAsync()).ShouldBe("1,700 rows");
        (await frame.Locator(".u42-pages span").InnerTextAsync()).ShouldBe("Page 170 of 170");
        var row = Scenes.Value[1699];
        var cells = await frame.Locator("tbody tr:last-child").Locator("th, td").AllInnerTextsAsync();
        cells[0].ShouldBe("1699");
        cells[1].ShouldBe($"{row.GetText("id")![..8]}…");
        cells[3].ShouldBe(NumberText.Align(row.AreaSquareKilometers, 1));
        cells[4].ShouldBe(row.GetText("sceneId"));
        cells[6].ShouldBe(row.GetText("acquisitionDate")!.Replace('T', ' ').TrimEnd('Z'));
        cells[7].ShouldBe(row.GetNumber("cloudCoverage") is { } cover ? NumberText.Align(cover, 2) : "–");
        cells[12].ShouldBe("api.example.com/…/quicklook.jpg");
        (await frame.Locator("tbody tr:last-child a").GetAttributeAsync("href")).ShouldBe(row.GetText("quicklook"));
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_does_not_fit_is_announced()
    {
        var html = Catalogue.Scenes(4000).ToHtml();
        await using var page = await browser.ShowAsync(html);
        await page.StartFramesAsync();
        var frame = page.Page.FrameLocator("iframe").Locator(".u42-table");

        Encoding.UTF8.GetByteCount(html).ShouldBeInRange(190_000, 200_000);
        (await frame.Locator(".u42-count").InnerTextAsync()).ShouldMatch("^The first [12],\\d{3} of 4,000 rows$");
        (await frame.Locator(".u42-rest:has-text('more rows')").InnerTextAsync())
            .ShouldMatch("^[12],\\d{3} more rows are not in this view; in code, Where, SortBy and Tail show them\\.$");
    }

    [Theory]
    [InlineData("sceneId")]
    [InlineData("cloudCoverage")]
    public Task Sorting_in_the_frame_is_that_of_SortBy(string column) => AssertSortedAsync(column);

    [Theory]
    [InlineData("acquisitionDate")]
    [InlineData("orbit")]
    [InlineData("isDownloadable")]
    [Trait("Tier", "Long")]
    public Task Sorting_other_columns_in_the_frame_is_that_of_SortBy(string column) => AssertSortedAsync(column);

    private async Task AssertSortedAsync(string column)
    {
        await using var page = await browser.ShowAsync(Scenes.Value.Head(400).ToHtml());
        await page.StartFramesAsync();
        var frame = page.Page.FrameLocator("iframe").Locator(".u42-table");
        var head = frame.Locator($"thead th:has(button:text-is('{column}'))");
        await frame.Locator("select").SelectOptionAsync("100");

        foreach (var descending in new[] { false, true })
        {
            await head.GetByRole(AriaRole.Button).ClickAsync();

            (await head.GetAttributeAsync("aria-sort")).ShouldBe(descending ? "descending" : "ascending");
            var rows = await frame.Locator("tbody th").AllInnerTextsAsync();
            var numbered = Scenes.Value.Head(400).WithColumn("row", row => row.Index);
            rows.ShouldBe(numbered.SortBy(column, descending).Head(100).Select(row => row.GetText("row")));
        }

        await head.GetByRole(AriaRole.Button).ClickAsync();
        (await frame.Locator("tbody th").First.InnerTextAsync()).ShouldBe("0");
    }

    [Theory]
    [InlineData("sobloo", "provider", "sobloo")]
    [InlineData("SOBLOO cloudCoverage<20", "cloudCoverage", "below 20")]
    [InlineData("acquisitionDate>=2021-06 acquisitionDate<2021-07", "acquisitionDate", "2021-06-")]
    [InlineData("isDownloadable=true", "isDownloadable", "true")]
    [InlineData("\"provider\":atlas", "provider", "oneatlas")]
    public async Task Search_takes_words_and_conditions(string search, string column, string expected)
    {
        await using var page = await browser.ShowAsync(Scenes.Value.Head(500).ToHtml());
        await page.StartFramesAsync();
        var frame = page.Page.FrameLocator("iframe").Locator(".u42-table");
        await frame.Locator("select").SelectOptionAsync("100");

        await frame.GetByLabel("Search").FillAsync(search);

        // The constellation is the same in all rows and stands in the caption; the geometry has two cells after the id.
        var shown = Scenes.Value.Columns.Where(known => known.Name != "constellation").ToList();
        var cells = await frame.Locator($"tbody td:nth-of-type({3 + shown.FindIndex(known => known.Name == column)})").AllInnerTextsAsync();
        cells.Count.ShouldBeInRange(5, 100);
        cells.ShouldAllBe(cell => expected.StartsWith("below")
            ? double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture) < 20
            : cell.StartsWith(expected, StringComparison.Ordinal));
        (await frame.Locator(".u42-count").InnerTextAsync()).ShouldMatch("^\\d+ of 500 rows match$");

        await frame.GetByLabel("Search").FillAsync("no such thing");
        (await frame.Locator("tbody").InnerTextAsync()).ShouldStartWith("No row matches.");
    }

    [Fact]
    public async Task Hostile_strings_in_every_field_stay_text()
    {
        var table = Catalogue.Hostile(HostileStrings.All);
        var displays = new IDisplay[] { table, table.Tail(90), table.Head(5), table[7], table["text"], table.GroupRowsBy("text")[3], table.Describe() };
        var html = string.Concat(displays.Select(display => display.ToHtml()));
        await using var running = await browser.ShowAsync(html);
        await running.StartFramesAsync();
        await using var still = await browser.ShowAsync(html, new() { JavaScriptEnabled = false });
        await using var sanitised = await browser.ShowAsync(JupyterSanitizer.Sanitize(html));
        var frame = running.Page.FrameLocator("iframe >> nth=0").Locator(".u42-table");

        await frame.Locator("select").SelectOptionAsync("100");
        await frame.GetByLabel("Search").FillAsync("<b");

        (await frame.Locator("tbody tr").CountAsync()).ShouldBeGreaterThan(40);
        await running.AssertNothingRanAsync();
        await frame.GetByLabel("Search").FillAsync("");
        await frame.Locator("thead button").First.ClickAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Last page" }).ClickAsync();
        await running.AssertNothingRanAsync();
        await still.AssertNothingRanAsync();
        await sanitised.AssertNothingRanAsync();
        (await sanitised.Page.InnerTextAsync("body")).ShouldContain(HostileStrings.All[0]);
    }

    [Fact]
    public async Task SaveHtml_writes_a_page_with_the_same_table()
    {
        using var folder = new TempFolder();

        Catalogue.Scenes(3000).SaveHtml(folder["below/table.html"]);
        await using var page = await browser.OpenAsync(folder["below/table.html"], new() { ViewportSize = new() { Width = 480, Height = 900 } });
        await page.Page.Locator("body.u42-ready").WaitForAsync();

        (await page.Page.Locator(".u42-count").InnerTextAsync()).ShouldBe("3,000 rows");
        await page.AxeAsync();
        page.Requests.ShouldBeEmpty();
    }
}
