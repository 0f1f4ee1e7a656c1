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
    public void A_footprint_that_cannot_be_drawn_is_said()
    {
        const string Lost = """{"id":"lost","geometry":{"type":"Point","coordinates":[1e18,0]},"bbox":[1e18,0,1e18,0]}""";
        const string Found = """{"id":"found","geometry":{"type":"Point","coordinates":[13,52]}}""";
        using var json = JsonDocument.Parse($$"""{"features":[{{Found}},{{Lost}},{"id":"nowhere","geometry":null}]}""");
        using var lost = JsonDocument.Parse($$"""{"features":[{{Lost}},{"id":"nowhere"}]}""");

        var items = StacItems.Parse(json.RootElement);

        items.ToHtml().ShouldContain("Note: 1 footprint not drawn: no position on the globe, or too many of them.");
        items["lost"].ToHtml().ShouldContain("<p>Footprint not drawn: no position on the globe, or too many of them.</p>");
        items["found"].ToHtml().ShouldNotContain("not drawn");
        items["nowhere"].ToHtml().ShouldNotContain("not drawn");
        StacItems.Parse(lost.RootElement).ToHtml().ShouldContain("Note: No footprint is drawn: no position");
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

    /// <summary>Items as other catalogues write them: the date that lists have, the box, the reference system, the bands.</summary>
    [Theory]
    [InlineData("""{"id":"span","properties":{"datetime":null,"start_datetime":"2024-05-01T10:00:00Z","end_datetime":"2024-05-03T10:00:00Z"}}""",
        "2024-05-01", "", null, "")]
    [InlineData("""{"id":"end","properties":{"datetime":null,"end_datetime":"2024-05-03T10:00:00+02:00"}}""", "2024-05-03", "", null, "")]
    [InlineData("""{"id":"order","properties":{"datetime":"03/04/2022"}}""", "", "", null, "")]
    [InlineData("""{"id":"box","geometry":null,"bbox":[13,52,14,53],"properties":{"proj:code":"EPSG:32633"}}""", "", "13 52 14 53", 32633, "")]
    [InlineData("""{"id":"box over 180","bbox":[178,-20,-179,-15],"properties":{"proj:code":"IAU_2015:30100"}}""", "", "178 -20 181 -15", null, "")]
    [InlineData("""{"id":"box in 3D","bbox":[13,52,0,14,53,90],"properties":{"proj:epsg":null,"proj:code":"epsg:3857"}}""", "", "13 52 14 53", 3857, "")]
    [InlineData("""{"id":"bad outline","geometry":{"type":"Nonsense"},"bbox":[13,52,14,53],"properties":{"proj:code":32633}}""", "", "13 52 14 53", null, "")]
    [InlineData("""{"id":"outline first","geometry":{"type":"Point","coordinates":[1,2,3]},"bbox":[13,52,14,53]}""", "", "1 2 1 2", null, "")]
    [InlineData("""{"id":"no box","geometry":null,"bbox":[13,52,14],"properties":null}""", "", "", null, "")]
    [InlineData("""{"id":"both sides of 180","geometry":{"type":"MultiPoint","coordinates":[[179,0],[-179,1]]}}""", "", "179 0 181 1", null, "")]
    [InlineData("""{"id":7,"assets":{"a":{"bands":[{"name":"B04","eo:common_name":"red"},{"name":"nir"},{}]}}}""", "", "", null, "B04 (red), nir, band 3")]
    [InlineData("""{"id":"both","assets":{"a":{"eo:bands":[{"name":"B1"}],"bands":[{"name":"b1"}]}}}""", "", "", null, "B1")]
    public void Items_of_other_catalogues_have_their_facts(string text, string date, string box, int? epsg, string bands)
    {
        using var json = JsonDocument.Parse($"[{text}]");

        var items = StacItems.Parse(json.RootElement);

        var item = items.ShouldHaveSingleItem();
        items.ToString().ShouldBe(date.Length == 0 ? "1 STAC item" : $"1 STAC item, {date} to {date}");
        item.ToString().Contains(", 20", StringComparison.Ordinal).ShouldBe(date.Length > 0);
        (items.ToHtml().Contains($">{date} ", StringComparison.Ordinal) && date.Length > 0).ShouldBe(date.Length > 0);
        (items.Bounds is { } found ? FormattableString.Invariant($"{found.MinX} {found.MinY} {found.MaxX} {found.MaxY}") : "").ShouldBe(box);
        items.ToHtml().Contains("Footprint of 1 item", StringComparison.Ordinal).ShouldBe(box.Length > 0);
        item.Epsg.ShouldBe(epsg);
        string.Join(", ", item.Assets.Values.SelectMany(asset => asset.Bands)).ShouldBe(bands);
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
