using System.Text.Json;
using Microsoft.Playwright;
using Up42.Interactive.Tests.Processing;

namespace Up42.Interactive.Tests.Stac;

/// <summary>Map, gallery and table of items, which show the same.</summary>
public sealed class StacItemsBrowserTests(Browser browser)
{
    [Fact]
    public async Task A_search_a_click_and_the_pointer_are_the_same_in_map_gallery_and_table()
    {
        var items = new StacItems([.. TodayCards.Items.Select((item, index) => index < 6 ? item.WithThumbnail(TodayCards.Pixel) : item)], ["A remark."]);
        var title = items[1].Title!;
        var same = items.Count(item => item.Title == title);
        await using var page = await browser.ShowAsync(items.ToHtml());
        await page.StartFramesAsync();
        var frame = page.Page.FrameLocator("iframe");
        var (areas, cards, rows) = (frame.Locator(".u42-area"), frame.Locator(".u42-shot"), frame.Locator(".u42-cards tbody tr"));

        (await areas.CountAsync(), await cards.CountAsync(), await rows.CountAsync()).ShouldBe((18, 6, 18));
        (await frame.Locator("main").InnerTextAsync()).ShouldContain("Note: A remark.");

        await cards.Nth(1).ClickAsync();
        (await cards.Nth(1).GetAttributeAsync("aria-pressed")).ShouldBe("true");
        (await rows.Nth(1).GetAttributeAsync("class"))!.ShouldContain("u42-on");
        (await frame.Locator(".u42-area.u42-on").CountAsync()).ShouldBe(1);
        await rows.Nth(2).Locator("td").Nth(1).ClickAsync();
        (await cards.Nth(1).GetAttributeAsync("aria-pressed")).ShouldBe("false");
        (await cards.Nth(2).GetAttributeAsync("aria-pressed")).ShouldBe("true");

        await frame.GetByRole(AriaRole.Searchbox).FillAsync($"\"{title}\"");
        (await frame.Locator(".u42-cards tbody tr:visible").CountAsync()).ShouldBe(same);
        (await frame.Locator(".u42-area:not(.u42-off)").CountAsync()).ShouldBe(same);
        (await frame.Locator(".u42-shot:visible").CountAsync()).ShouldBe(items.Take(6).Count(item => item.Title == title));
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_collection_and_a_list_of_orders_keep_their_head_and_their_remarks_where_scripts_run()
    {
        await using var page = await browser.ShowAsync(TodayCards.Collection.ToHtml() + TodayCards.Orders.ToHtml());
        await page.StartFramesAsync();

        var (collection, orders) = (page.Page.FrameLocator("iframe >> nth=0").Locator("main"), page.Page.FrameLocator("iframe >> nth=1").Locator("main"));
        (await collection.InnerTextAsync()).ShouldContain(TodayCards.Collection.Id);
        (await collection.InnerTextAsync()).ShouldContain("Item 4 is left out");
        (await orders.InnerTextAsync()).ShouldContain("record 4 of page 0");
    }

    [Fact]
    public void Ten_thousand_items_keep_to_the_budget_and_say_how_many_are_shown()
    {
        var known = TodayCards.Items;
        var json = Enumerable.Range(0, 10_000).Select(index => known[index % known.Count].Raw.GetRawText()
            .Replace(known[index % known.Count].Id, $"{index:x8}-{index * 7919 % 65536:x4}", StringComparison.Ordinal));
        var items = StacItems.Parse(JsonElement.Parse($"[{string.Join(',', json)}]"));

        var html = items.ToHtml();

        html.Length.ShouldBeInRange(20_000, 200_000);
        html.ShouldContain("9,960 more items not shown.");
        html.ShouldContain("Footprints of the first 2,000 items");
    }
}
