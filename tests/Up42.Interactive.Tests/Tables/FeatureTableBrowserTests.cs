using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Tables;

public sealed class FeatureTableBrowserTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly Lazy<FeatureTable> Scenes = new(() => Catalogue.Scenes(2000));

    [Fact]
    public async Task Two_thousand_rows_of_twelve_columns_are_within_the_budget_and_can_be_paged_to_the_last()
    {
        var html = Scenes.Value.ToHtml();
        await using var page = await browser.ShowAsync(html);
        await page.StartFramesAsync();
        var frame = page.Page.FrameLocator("iframe").Locator(".u42-table");

        await frame.GetByRole(AriaRole.Button, new() { Name = "Last page" }).ClickAsync();

        Encoding.UTF8.GetByteCount(html).ShouldBeLessThanOrEqualTo(200_000);
        Scenes.Value.Columns.Count.ShouldBe(12);
        (await frame.Locator(".u42-count").InnerTextAsync()).ShouldBe("2,000 rows");
        (await frame.Locator(".u42-pages span").InnerTextAsync()).ShouldBe("Page 200 of 200");
        var row = Scenes.Value[1999];
        var cells = await frame.Locator("tbody tr:last-child").Locator("th, td").AllInnerTextsAsync();
        cells[0].ShouldBe("1999");
        cells[1].ShouldBe(row.GetText("id"));
        cells[2].ShouldBe(row.GetText("sceneId"));
        cells[4].ShouldBe(CellText.Format(row.GetText("acquisitionDate"), FeatureColumnType.Date, 80).Short);
        cells[11].ShouldBe("api.example.com/…/quicklook.jpg");
        cells[13].ShouldBe(GeometryText.Describe(row.Geometry));
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
        (await frame.Locator(".u42-rest").InnerTextAsync())
            .ShouldMatch("^[12],\\d{3} more rows are not in this view; in code, Where, SortBy and Tail show them\\.$");
    }

    [Theory]
    [InlineData("sceneId")]
    [InlineData("acquisitionDate")]
    [InlineData("cloudCoverage")]
    [InlineData("orbit")]
    [InlineData("isDownloadable")]
    public async Task Sorting_in_the_frame_is_that_of_SortBy(string column)
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

        var cells = await frame.Locator($"tbody td:nth-of-type({1 + Scenes.Value.Columns.ToList().FindIndex(known => known.Name == column)})")
            .AllInnerTextsAsync();
        cells.Count.ShouldBeInRange(5, 100);
        cells.ShouldAllBe(cell => expected.StartsWith("below")
            ? double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture) < 20
            : cell.StartsWith(expected, StringComparison.Ordinal));
        (await frame.Locator(".u42-count").InnerTextAsync()).ShouldMatch("^\\d+ of 500 rows match$");

        await frame.GetByLabel("Search").FillAsync("no such thing");
        (await frame.Locator("tbody").InnerTextAsync()).ShouldStartWith("No row matches.");
    }

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
        (await frame.Locator("thead").InnerTextAsync()).ShouldNotContain("id\tsceneId");
        (await frame.Locator("summary").First.InnerTextAsync()).ShouldBe("Columns (12 of 13)");
        await PressAsync("Tab", "ArrowDown");
        (await frame.Locator("tbody tr").CountAsync()).ShouldBe(25);
        await PressAsync("Tab", "Tab", "ArrowRight", "ArrowRight", "Enter", "Enter");
        (await frame.Locator("[aria-sort=descending]").InnerTextAsync()).ShouldStartWith("acquisitionDate");
        (await frame.Locator(".u42-count").InnerTextAsync()).ShouldEndWith("of 100 rows match, sorted by acquisitionDate, descending");
        await PressAsync("End");
        (await frame.Locator("thead button:focus").InnerTextAsync()).ShouldBe("geometry");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Next page" }).FocusAsync();
        await PressAsync("Enter");
        (await frame.GetByRole(AriaRole.Navigation).InnerTextAsync()).ShouldContain("Page 2 of 3");
        (await frame.Locator("[role=status]").CountAsync()).ShouldBe(2);
    }

    [Theory]
    [InlineData(1200, ColorScheme.Light)]
    [InlineData(1200, ColorScheme.Dark)]
    [InlineData(480, ColorScheme.Light)]
    [InlineData(480, ColorScheme.Dark)]
    public async Task Tables_fit_and_axe_finds_nothing(int width, ColorScheme scheme)
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
        (await still.Page.FrameLocator("iframe").Locator("body").InnerTextAsync()).ShouldContain("95 more rows are not shown.");
        (await paper.Page.Locator("iframe").IsVisibleAsync()).ShouldBeFalse();
        (await paper.Page.Locator(".u42-s tbody tr:visible").CountAsync()).ShouldBe(16);
        (await paper.Page.Locator(".u42-s").IsVisibleAsync()).ShouldBeTrue();
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
    public async Task Untrusted_the_facts_are_still_there_as_text()
    {
        var text = await TextAsync(JupyterSanitizer.Sanitize(Scenes.Value.ToHtml()));

        text.ShouldContain("2,000 features × 12 columns · EPSG:4326 · ");
        text.ShouldContain(Scenes.Value[9].GetText("sceneId")!);
        text.ShouldContain(GeometryText.Describe(Scenes.Value[9].Geometry));
        text.ShouldContain("… 1,985 rows between …");
        text.ShouldContain(Scenes.Value[1999].GetText("sceneId")!);
        text.ShouldContain("1,985 more rows are not shown.");
        Regex.Count(JupyterSanitizer.Sanitize(Scenes.Value.ToHtml()), "<img src=\"data:image/svg").ShouldBe(15);

        async Task<string> TextAsync(string html)
        {
            await using var page = await browser.ShowAsync(html);
            await page.AxeAsync();
            return await page.Page.InnerTextAsync("body");
        }
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
