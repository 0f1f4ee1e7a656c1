using System.Text.Json;
using Up42.Interactive.Tests.Processing;

namespace Up42.Interactive.Tests.Stac;

/// <summary>Items and collections as files.</summary>
public sealed class StacFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Items_and_collections_are_read_back_as_they_were_written()
    {
        var (items, collection) = (TodayCards.Items, TodayCards.Collection);

        items.SaveStac(_folder["items"]).ShouldBe(Path.Combine(_folder["items"], "catalog.json"));
        collection.SaveStac(_folder["collection"]).ShouldBe(Path.Combine(_folder["collection"], "collection.json"));
        var (found, opened) = (StacItems.Open(_folder["items"]), StacCollection.Open(Path.Combine(_folder["collection"], "collection.json")));

        found.Remarks.ShouldBeEmpty();
        found.Select(Facts).ShouldBe(items.Select(Facts));
        (opened.Id, opened.Title, opened.Start, opened.License).ShouldBe((collection.Id, collection.Title, collection.Start, collection.License));
        opened.Items.Select(Facts).ShouldBe(collection.Items.Select(Facts));
        StacCollection.Open(_folder["items"]).Items.Count.ShouldBe(items.Count);
    }

    [Fact]
    public void Links_are_relative_and_lead_to_each_other()
    {
        TodayCards.Collection.SaveStac(_folder["c"]);

        var head = Read("c/collection.json");
        (head.GetProperty("type").GetString(), head.GetProperty("stac_version").GetString()).ShouldBe(("Collection", "1.0.0"));
        var places = head.GetProperty("links").EnumerateArray().Where(link => link.FindText("rel") == "item").Select(link => link.FindText("href")!).ToList();
        places.Count.ShouldBe(3);
        foreach (var place in places)
        {
            place.ShouldStartWith("./");
            var item = Read("c/" + place);
            item.GetProperty("type").GetString().ShouldBe("Feature");
            var links = item.GetProperty("links").EnumerateArray().ToDictionary(link => link.FindText("rel")!, link => link.FindText("href")!);
            links.Keys.ShouldBe(["root", "parent", "collection", "canonical"]);
            links["parent"].ShouldBe("../collection.json");
        }
    }

    [Fact]
    public void A_signature_is_not_written()
    {
        var item = StacItem.Parse(JsonElement.Parse("""
            {"id":"../up","assets":{"a":{"href":"https://files.example.com/a.tif?X-Goog-Signature=0123456789abcdef0123456789abcdef&x=1"} } }
            """));

        new StacItems([item, item], []).SaveStac(_folder["s"]);

        var files = Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories);
        files.Length.ShouldBe(3);
        files.ShouldAllBe(file => !File.ReadAllText(file).Contains("0123456789abcdef", StringComparison.Ordinal));
        StacItems.Open(_folder["s"]).Count.ShouldBe(2);
    }

    [Fact]
    public void What_lies_elsewhere_is_missing_or_broken_leaves_a_remark_and_loops_end()
    {
        Write("h/catalog.json", """
            {"type":"Catalog","id":"h","links":[{"rel":"child","href":"./catalog.json"},{"rel":"child","href":"./below/catalog.json"},
            {"rel":"item","href":"../outside.json"},{"rel":"item","href":"https://example.com/i.json"},{"rel":"item","href":"/etc/passwd"},
            {"rel":"item","href":"./gone.json"},{"rel":"item","href":"./broken.json"},{"rel":"item"},{"rel":"item","href":"./%2e%2e/outside.json"}]}
            """);
        Write("h/below/catalog.json", """{"type":"Catalog","id":"b","links":[{"rel":"child","href":"../catalog.json"},{"rel":"item","href":"i.json"}]}""");
        Write("h/below/i.json", """{"type":"Feature","id":"i"}""");
        Write("h/broken.json", "{");
        Write("outside.json", """{"type":"Feature","id":"outside"}""");

        var items = StacItems.Open(_folder["h"]);

        items.ShouldHaveSingleItem().Id.ShouldBe("i");
        items.Remarks.ShouldBe([
            "'../outside.json' lies outside the folder and was not read.", "'https://example.com/i.json' lies outside the folder and was not read.",
            "'/etc/passwd' lies outside the folder and was not read.", "'./gone.json' is left out: the file does not exist.",
            "'./broken.json' is left out: it is not JSON.", "'' lies outside the folder and was not read.",
            "'./%2e%2e/outside.json' lies outside the folder and was not read.",
        ]);
        Should.Throw<Up42Exception>(() => StacItems.Open(_folder["none"])).Message.ShouldEndWith("the file does not exist.");
        Should.Throw<Up42Exception>(() => StacItems.Open(_folder.Path)).Message.ShouldStartWith("There is no catalog.json and no collection.json in ");
        Should.Throw<Up42Exception>(() => StacCollection.Open(Write("list.json", """{"type":"FeatureCollection","features":[]}"""))).Message
            .ShouldContain("is no STAC collection");
    }

    private static (string Id, string? Title, DateTimeOffset? Taken, string? Url, int Assets, string? Box) Facts(StacItem item) =>
        (item.Id, item.Title, item.Taken, item.SelfUrl, item.Assets.Count, item.Footprint?.AsText());

    private JsonElement Read(string name) => JsonElement.Parse(File.ReadAllBytes(_folder[name]));

    private string Write(string name, string json)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], json);
        return _folder[name];
    }
}
