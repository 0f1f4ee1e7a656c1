using System.Net;

namespace Up42.Interactive.Sandbox;

/// <summary>The storage's own pages: what pystac-client asks for before anything else, collections, items.</summary>
public sealed class StacTests : TodayTestBase
{
    [Theory]
    [InlineData(Stac)]
    [InlineData(Stac + "/")]
    public async Task Landing_page_is_a_catalog_with_the_links_that_clients_follow(string path)
    {
        var root = await Session.GetAsync(path);
        var links = root.GetProperty("links").EnumerateArray().ToLookup(link => link.GetProperty("rel").GetString()!);

        root.GetProperty("type").GetString().ShouldBe("Catalog");
        root.GetProperty("stac_version").GetString().ShouldBe("1.0.0");
        root.GetProperty("conformsTo").EnumerateArray().Select(uri => uri.GetString()).ShouldContain("https://api.stacspec.org/v1.0.0/item-search");
        foreach (var rel in new[] { "self", "root", "conformance", "data", "service-desc" })
        {
            using var answer = await Session.SendAsync(HttpMethod.Get, links[rel].Single().GetProperty("href").GetString()!);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, rel);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(links[rel].Single().GetProperty("type").GetString()!.Split(';')[0], rel);
        }

        links["search"].Select(link => link.GetProperty("method").GetString()).ShouldBe(["GET", "POST"]);
        (await Session.GetAsync($"{Stac}/conformance")).GetProperty("conformsTo").GetArrayLength()
            .ShouldBe(root.GetProperty("conformsTo").GetArrayLength());
    }

    [Fact]
    public async Task Collections_come_page_by_page_and_each_by_its_id()
    {
        var (ids, next) = (new List<string>(), (string?)$"{Stac}/collections?limit=3");
        while (next is not null)
        {
            var page = await Session.GetAsync(next);
            ids.AddRange(Ids(page.GetProperty("collections")));
            next = Next(page);
        }

        ids.ShouldBeUnique();
        ids.ShouldContain(CollectionId("olinda"));
        var collection = await Session.GetAsync($"{Stac}/collections/{CollectionId("lake")}");
        var items = await Session.GetAsync(Link(collection, "items"));
        items.GetProperty("features").GetArrayLength().ShouldBe(5);
        collection.GetProperty("extent").GetProperty("temporal").GetProperty("interval")[0][0].GetString()!.ShouldStartWith("2023-04-22");
        using var missing = await Session.SendAsync(HttpMethod.Get, $"{Stac}/collections/nothing");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Item_leads_to_itself_its_collection_and_the_root()
    {
        var item = await Session.GetAsync($"{Stac}/items/{ItemId("olinda")}");

        (await Session.GetAsync(Link(item, "self"))).GetRawText().ShouldBe(item.GetRawText());
        (await Session.GetAsync(Link(item, "collection"))).GetProperty("id").GetString().ShouldBe(item.GetProperty("collection").GetString());
        (await Session.GetAsync(Link(item, "root"))).GetProperty("type").GetString().ShouldBe("Catalog");
        item.GetProperty("assets").EnumerateObject().Select(asset => asset.Name)
            .ShouldBe(["multispectral", "panchromatic", "thumbnail", "original_delivery"]);
        item.GetProperty("properties").GetProperty("up42-order:id").GetString().ShouldBe(SeedOrders.IdOf("Olinda"));
        using var elsewhere = await Session.SendAsync(HttpMethod.Get, $"{Stac}/collections/{CollectionId("lake")}/items/{ItemId("olinda")}");
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Patch_changes_title_and_tags_and_nothing_else()
    {
        var path = $"{Stac}/collections/{CollectionId("olinda")}/items/{ItemId("olinda")}";
        var changed = await Session.JsonAsync(HttpMethod.Patch, path, """{"up42-user:title":"New","up42-user:tags":["a","b"]}""");
        using var other = await Session.SendAsync(HttpMethod.Patch, path, """{"eo:cloud_cover":0}""");
        using var wrong = await Session.SendAsync(HttpMethod.Patch, path, """{"up42-user:tags":"a"}""");

        changed.GetProperty("properties").GetProperty("up42-user:title").GetString().ShouldBe("New");
        other.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Session.GetAsync(path)).GetRawText().ShouldBe(changed.GetRawText());
        var cleared = await Session.JsonAsync(HttpMethod.Patch, path, """{"up42-user:title":null,"up42-user:tags":null}""");
        cleared.GetProperty("properties").TryGetProperty("up42-user:title", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Delete_takes_a_collection_its_items_and_their_files()
    {
        var (collection, item) = ($"{Stac}/collections/{CollectionId("ships")}", await Session.GetAsync($"{Stac}/items/{ItemId("ships")}"));
        var asset = item.GetProperty("assets").GetProperty("multispectral").GetProperty("href").GetString()!;
        using var deleted = await Session.SendAsync(HttpMethod.Delete, collection);

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, collection), (HttpMethod.Delete, collection), (HttpMethod.Get, $"{Stac}/items/{ItemId("ships")}"),
            (HttpMethod.Post, asset + "/download-url"),
        })
        {
            using var gone = await Session.SendAsync(method, path);
            gone.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task What_an_order_delivers_later_is_there_when_the_clock_says_so()
    {
        using var early = await Session.SendAsync(HttpMethod.Get, $"{Stac}/items/{ItemId("spree")}");
        Clock.Advance(SeedOrders.LateDelivery);

        early.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Session.GetAsync($"{Stac}/items/{ItemId("spree")}")).GetProperty("id").GetString().ShouldBe(ItemId("spree"));
    }

    private static string Link(System.Text.Json.JsonElement json, string rel) =>
        json.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == rel).GetProperty("href").GetString()!;
}
