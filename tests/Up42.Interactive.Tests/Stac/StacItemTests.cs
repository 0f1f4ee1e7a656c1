using System.Text.Json;

namespace Up42.Interactive.Tests.Stac;

public class StacItemTests
{
    private static JsonElement Storage { get; } = JsonElement.Parse(File.ReadAllBytes(Samples.Find("../up42-storage/stac.json")));

    [Fact]
    public void Real_items_have_their_facts()
    {
        var items = StacItems.Parse(Storage.GetProperty("items"));

        items.Count.ShouldBe(18);
        items.Remarks.ShouldBeEmpty();
        var item = items["167125ac-d7f4-44d5-b7a4-7c67c3730826"];
        (item.Title, item.Platform, item.Constellation, item.CloudCover, item.Epsg).ShouldBe(("PNEO4_202203011301300_PAN_SEN_R1C1", "PNEO-4", "PNEO", 0, null));
        (item.IncidenceAngle, item.SunElevation, item.Modality).ShouldBe((29.888618077250204, 66.327687348278, "multispectral"));
        item.Datetime.ShouldBe(new DateTimeOffset(2022, 3, 1, 13, 1, 29, 700, TimeSpan.Zero));
        item.Footprint.ShouldNotBeNull().NumPoints.ShouldBe(5);
        item.Assets["data"].ToString().ShouldBe("Data (application/zip)");
        item.Assets["data"].Roles.ShouldBe(["data"]);
        item.SelfUrl.ShouldNotBeNull().ShouldEndWith("/items/167125ac-d7f4-44d5-b7a4-7c67c3730826");
        items.Count(other => other.Epsg is not null).ShouldBe(17);
    }

    [Fact]
    public void Real_items_are_a_table_with_footprints()
    {
        var table = StacItems.Parse(Storage.GetProperty("items")).ToTable();

        table.Count.ShouldBe(18);
        table.ShouldAllBe(row => row.Geometry != null && row.GetText("collection") != null);
        table["eo:cloud_cover"].Count.ShouldBe(18);
        table[0].GetText("platform").ShouldBe(StacItems.Parse(Storage.GetProperty("items"))[0].Platform);
    }

    [Fact]
    public void Real_collections_have_their_facts()
    {
        var collections = Storage.GetProperty("collections").EnumerateArray().Select(json => StacCollection.Parse(json)).ToList();

        collections.Count.ShouldBe(29);
        var spot = collections.Single(collection => collection.Id == "0c6a851f-9780-488b-ae79-47fa5c7eab68");
        (spot.Title, spot.License).ShouldBe(("ORT_SPOT7_20210531_095152300_000", "proprietary"));
        spot.Providers.ShouldBe(["AIRBUS DS GEO"]);
        (spot.Start, spot.End).ShouldBe((spot.End, new DateTimeOffset(2021, 5, 31, 9, 51, 52, 100, TimeSpan.Zero)));
        collections.ShouldAllBe(collection => collection.ToHtml().Length > 0);
    }

    [Fact]
    public void One_bad_item_hides_no_other()
    {
        using var json = JsonDocument.Parse("""{"features":[{"id":"a"},7,{"id":""},null,{"geometry":{}},{"id":"b","properties":[],"assets":[1]}]}""");

        var items = StacItems.Parse(json.RootElement);

        items.Select(item => item.Id).ShouldBe(["a", "b"]);
        items.Remarks.Count.ShouldBe(4);
        items.Remarks[0].ShouldBe("Item 2 is left out: A STAC item has no id.");
        items.ToHtml().ShouldContain("Item 2 is left out");
    }

    [Theory]
    [InlineData("""{"id":"a","properties":{"gsd":"x","eo:cloud_cover":null,"proj:epsg":1e300,"datetime":7,"up42-user:tags":{"a":1}}}""")]
    [InlineData("""{"id":"a","geometry":{"type":"Polygon","coordinates":[[["x"]]]},"links":7,"assets":{"a":7,"b":{"roles":7,"eo:bands":[7,null]}}}""")]
    [InlineData("""{"id":"a","geometry":{"type":"Nonsense"},"links":[7,{"rel":"self"}],"properties":null}""")]
    [InlineData("""{"id":"a","geometry":{"type":"Polygon","coordinates":[[[1e308,2],[3,4],[5,6],[1e308,2]]]}}""")]
    public void Facts_of_the_wrong_type_read_as_missing(string text)
    {
        using var json = JsonDocument.Parse(text);

        var item = StacItem.Parse(json.RootElement);

        (item.Gsd, item.CloudCover, item.Epsg, item.Datetime, item.SelfUrl, item.Tags.Count).ShouldBe((null, null, null, null, null, 0));
        item.ToHtml().ShouldContain("STAC item");
        item.ToTable().Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void An_item_with_many_assets_keeps_to_a_bound()
    {
        var assets = string.Join(',', Enumerable.Range(0, 5000).Select(number => $$"""
            "asset {{number}}":{"title":"{{new string('x', 400)}}","type":"image/tiff"}
            """));
        using var json = JsonDocument.Parse($$"""{"id":"a","assets":{ {{assets}} } }""");

        var item = StacItem.Parse(json.RootElement);

        item.Assets.Count.ShouldBe(1000);
        item.ToHtml().Length.ShouldBeLessThan(200_000);
    }
}
