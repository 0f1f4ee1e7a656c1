using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Tables;

/// <summary>What tables once said wrongly of what they had read rightly: places, areas, ids, dates.</summary>
public class TableCaseTests
{
    [Fact]
    public void Bounds_of_neighbours_across_the_antimeridian_are_in_one_frame()
    {
        var table = FeatureTable.Read(Case("60_fiji_two.geojson"));

        table.Bounds.ShouldBe(new Envelope(178, 182, -18, -17));
        table.ToString().Split('\n')[0].ShouldEndWith("178.0000° E – 178.0000° W, 18.0000° S – 17.0000° S");
    }

    /// <summary>Boxes of one geometry: parts on both sides stand side by side, and what only touches the antimeridian stays on its side.</summary>
    [Theory]
    [InlineData("MULTIPOLYGON (((179 -18, 180 -18, 180 -17, 179 -18)), ((-180 -18, -179 -18, -180 -17, -180 -18)))", 179, 181)]
    [InlineData("POLYGON ((-180 0, -170 0, -170 1, 180 1, 180 0, -180 0))", -180, -170)]
    [InlineData("POLYGON ((-179 0, -170 0, -170 1, 179 1, -179 0))", 179, 190)]
    [InlineData("MULTIPOINT ((175 0), (-175 1))", 175, 185)]
    [InlineData("MULTIPOINT ((95 0), (-85 1))", -85, 95)]
    [InlineData("LINESTRING (175 0, -175 1)", 175, 185)]
    [InlineData("LINESTRING (160 0, -175 1)", -175, 160)]
    public void Bounds_of_a_geometry_go_on_where_it_does(string wkt, double west, double east)
    {
        var bounds = FeatureTable.From([new NetTopologySuite.IO.WKTReader().Read(wkt)]).Bounds!;

        (bounds.MinX, bounds.MaxX).ShouldBe((west, east));
    }

    [Fact]
    public void Intersects_of_an_area_wider_than_180_degrees_follows_the_straight_line()
    {
        var random = new Random(5);
        var points = FeatureTable.From(Enumerable.Range(0, 300).Select(_ => new Point((random.NextDouble() * 360) - 180, (random.NextDouble() * 180) - 90)));

        var inside = points.Intersects(Case("63_big_bbox.geojson"));

        inside.Count.ShouldBe(points.Count(row => Math.Abs(row.Geometry!.Coordinate.X) <= 100 && Math.Abs(row.Geometry.Coordinate.Y) <= 50));
        inside.Count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void AreaSquareMeters_of_polar_caps_follows_the_parallel()
    {
        foreach (var row in FeatureTable.Read(Case("35_pole.geojson")))
        {
            row.AreaSquareMeters.ShouldBe(3.909e12, 0.01e12, row.GetText("a"));
        }
    }

    [Fact]
    public void Ids_are_shown()
    {
        var html = FeatureTable.Read(Case("26_ids_mixed.geojson")).ToHtml();

        html.ShouldContain(">id<");
        html.ShouldContain(">2.5</td>");
        FeatureTable.Read(Case("44_stac_item.json")).ToHtml().ShouldContain("""<tr><th scope="row">id</th><td>item</td></tr>""");
    }

    [Fact]
    public void GroupRowsBy_takes_one_instant_for_one_value()
    {
        var group = FeatureTable.Read(Case("49_same_instant.geojson")).GroupRowsBy("d").ShouldHaveSingleItem();

        group.Table.Count.ShouldBe(4);
        group.ToString().ShouldStartWith("2020-01-01: ");
    }

    [Fact]
    public void Displays_say_dates_in_UTC_and_whole_numbers_exactly()
    {
        var html = FeatureTable.Read(Case("50_popup_date.geojson")).ToHtml();

        html.ShouldContain("2020-03-30 15:02:11 UTC");
        html.ShouldContain("<td>2020-03-30</td>");
        html.ShouldContain("1234567890123456789");
    }

    [Fact]
    public void Getters_of_a_column_of_another_type_say_so()
    {
        var row = FeatureTable.Parse("""{"type":"Feature","properties":{"t":"x","n":1,"e":null},"geometry":null}""")[0];

        Should.Throw<ArgumentException>(() => row.GetNumber("t"))
            .Message.ShouldStartWith("The column 't' holds text, not numbers; GetText gives any value as text.");
        Should.Throw<ArgumentException>(() => row.GetBoolean("n"));
        Should.Throw<ArgumentException>(() => row.GetJson("t"));
        Should.Throw<ArgumentException>(() => row.GetDate("n"));
        row.GetNumber("e").ShouldBeNull();
        row.GetDate("t").ShouldBeNull();
    }

    private static string Case(string name) => Samples.FindCase($"vectors/{name}");
}
