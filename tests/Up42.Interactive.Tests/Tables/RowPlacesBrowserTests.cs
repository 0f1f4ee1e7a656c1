using Microsoft.Playwright;
using Up42.Interactive.Tests.Jobs;

namespace Up42.Interactive.Tests.Tables;

/// <summary>A table and a map in one page, each in a frame of its own: a row shows its feature on the map.</summary>
public sealed class RowPlacesBrowserTests(Browser browser)
{
    private static readonly Lazy<FeatureTable> Scenes = new(() => Catalogue.Scenes(300));

    private static FeatureTable Elsewhere => FeatureTable.Parse("""{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[-70,-40]}}""");

    [Fact]
    public async Task A_row_opens_its_feature_on_the_map_beside_the_table()
    {
        await using var page = await browser.ShowAsync(WithMap(Scenes.Value));
        await page.StartFramesAsync();
        var (table, map) = (page.Page.FrameLocator("iframe >> nth=0"), page.Page.FrameLocator("iframe >> nth=1"));
        await table.GetByLabel("Search").FillAsync("cloudCoverage>95");

        await table.GetByRole(AriaRole.Button, new() { NameRegex = new("^[0-9]+$") }).Nth(1).ClickAsync();

        var found = Scenes.Value.Index().Where(row => row.Item.GetNumber("cloudCoverage") > 95).ElementAt(1);
        await Assertions.Expect(table.Locator(".u42-count")).ToHaveTextAsync($"Row {found.Index} is shown on the map.");
        await Assertions.Expect(map.Locator(".leaflet-popup")).ToContainTextAsync(found.Item.GetText("id")!);
        page.Errors.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Without_a_map_rows_have_no_buttons_and_a_map_elsewhere_is_told_apart()
    {
        await using var alone = await browser.ShowAsync(Scenes.Value.ToHtml());
        await alone.StartFramesAsync();
        await Assertions.Expect(alone.Page.FrameLocator("iframe").Locator("tbody th").First).ToHaveTextAsync("0");
        (await alone.Page.FrameLocator("iframe").Locator(".u42-row").CountAsync()).ShouldBe(0);

        await using var page = await browser.ShowAsync(WithMap(Elsewhere));
        await page.StartFramesAsync();
        var table = page.Page.FrameLocator("iframe >> nth=0");
        await table.Locator(".u42-row").First.ClickAsync();
        await Assertions.Expect(table.Locator(".u42-count")).ToHaveTextAsync("No map beside this table reaches row 0.");
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task What_others_send_changes_nothing()
    {
        await using var page = await browser.ShowAsync(WithMap(Scenes.Value));
        await page.StartFramesAsync();
        await page.Page.EvaluateAsync(
            """
            for (const told of [null, "x", 1, { u42Place: null }, { u42Place: [1, "<img src=x onerror=alert(1)>"] }, { u42Place: [NaN, 1] },
              { u42Place: [1e308, -1e308] }, { u42Shown: true }, { u42Here: {} }, { u42Place: { length: 2 } }]) {
              [0, 1].forEach((index) => frames[index].postMessage(told, "*"));
            }
            """);

        await Assertions.Expect(page.Page.FrameLocator("iframe >> nth=0").Locator(".u42-count")).ToHaveTextAsync("300 rows");
        (await page.Page.FrameLocator("iframe >> nth=1").Locator(".leaflet-popup").CountAsync()).ShouldBe(0);
        page.Errors.ShouldBeEmpty();
    }

    private static string WithMap(FeatureTable shown) =>
        Scenes.Value.ToHtml() + shown.Map(cancellationToken: TestContext.Current.CancellationToken).ToHtml();
}
