using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Up42.Interactive.Tests.Tables;

public class FeatureTableTests
{
    private static readonly FeatureTable Scenes = FeatureTable.Parse("""
        {"type":"FeatureCollection","features":[
         {"type":"Feature","id":"s1","properties":{"name":"b","cloud":10,"when":"2020-01-02","more":{"a":1,"deep":{"b":"x"}}},
         "geometry":{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,2],[0,0]]]}},
         {"type":"Feature","id":"s2","properties":{"name":"A","cloud":null,"when":"2020-01-01","more":{"a":2}},
         "geometry":{"type":"Polygon","coordinates":[[[1,1],[3,1],[3,3],[1,3],[1,1]]]}},
         {"type":"Feature","id":"s3","properties":{"name":"c","cloud":2.5,"when":"2020-01-03","more":null},"geometry":{"type":"Point","coordinates":[9,9]}},
         {"type":"Feature","id":"s4","properties":{"name":"A","cloud":99,"when":"2020-01-03"},"geometry":null}]}
        """);

    [Fact]
    public void Bounds_is_the_box_of_the_rows_shown()
    {
        Scenes.Bounds.ShouldBe(new Envelope(0, 9, 0, 9));
        Scenes.Head(2).Bounds.ShouldBe(new Envelope(0, 3, 0, 3));
        Scenes.Tail(1).Bounds.ShouldBeNull();
    }

    [Fact]
    public void Bounds_given_out_can_not_change_the_table()
    {
        Scenes.Bounds!.ExpandBy(5);

        Scenes.Bounds.ShouldBe(new Envelope(0, 9, 0, 9));
    }

    [Fact]
    public void Head_and_Tail_take_what_is_there()
    {
        Names(Scenes.Head(2)).ShouldBe("bA");
        Names(Scenes.Tail(2)).ShouldBe("cA");
        Names(Scenes.Head(100)).ShouldBe("bAcA");
        Names(Scenes.Tail(-1)).ShouldBe("");
    }

    [Fact]
    public void Operations_on_a_selection_meet_the_selected_rows()
    {
        var cloudy = Scenes.Where(row => row.GetNumber("cloud") > 2).SortBy("cloud", descending: true);

        cloudy.Select(row => row.Id).ShouldBe(["s4", "s1", "s3"]);
        Names(cloudy.Tail(2).Head(1)).ShouldBe("b");
        cloudy.WithColumn("twice", row => row.GetNumber("cloud") * 2)["twice"].ShouldBe([198d, 20d, 5d]);
    }

    [Fact]
    public void SelectColumns_keeps_the_order_asked_for()
    {
        var table = Scenes.SelectColumns("when", "name");

        table.Columns.Select(column => column.Name).ShouldBe(["when", "name"]);
        table[0].Geometry.ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => Scenes.SelectColumns("name", "name")).Message.ShouldStartWith("A column is named twice.");
    }

    [Fact]
    public void Unknown_column_names_those_there_are() =>
        Should.Throw<ArgumentException>(() => Scenes["Name"]).Message.ShouldStartWith("There is no column 'Name' in: name, cloud, when, more.");

    [Fact]
    public void Unknown_row_names_the_count() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Scenes[4]).Message.ShouldStartWith("There is no row 4; the table has 4, the first is 0.");

    [Theory]
    [InlineData("name", false, "AAbc")]
    [InlineData("name", true, "cbAA")]
    [InlineData("cloud", false, "cbAA")]
    [InlineData("cloud", true, "AbcA")]
    [InlineData("when", false, "AbcA")]
    public void SortBy_puts_missing_values_last_and_is_stable(string column, bool descending, string expected) =>
        Names(Scenes.SortBy(column, descending)).ShouldBe(expected);

    [Fact]
    public void GroupRowsBy_gives_a_table_for_each_value()
    {
        Scenes.GroupRowsBy("name").Select(group => (group.Key, group.Table.Count)).ShouldBe([("b", 1), ("A", 2), ("c", 1)]);
        Scenes.GroupRowsBy("more").Select(group => group.Table.Count).ShouldBe([1, 1, 2]);
        Scenes.GroupRowsBy("cloud").Single(group => group.Key is null).Table[0].Id.ShouldBe("s2");
    }

    [Fact]
    public void WithColumn_takes_values_of_every_kind()
    {
        var table = Scenes.Head(1)
            .WithColumn("float", _ => 0.1f)
            .WithColumn("nan", _ => double.NaN)
            .WithColumn("int", _ => 3)
            .WithColumn("date", _ => new DateOnly(2020, 5, 6))
            .WithColumn("list", _ => new[] { 1, 2 })
            .WithColumn("map", _ => new Dictionary<string, object?> { ["a"] = new[] { "x" } })
            .WithColumn("enum", _ => DayOfWeek.Friday)
            .WithColumn("name", row => row.GetText("name") + "!");

        table["float"][0].ShouldBe(0.1);
        table["nan"].Type.ShouldBe(FeatureColumnType.Empty);
        table["int"][0].ShouldBe(3L);
        table["date"].Type.ShouldBe(FeatureColumnType.Date);
        table[0].GetText("list").ShouldBe("[1,2]");
        table[0].GetText("map").ShouldBe("""{"a":["x"]}""");
        table["enum"][0].ShouldBe("Friday");
        table.Columns[0].Name.ShouldBe("name");
        table["name"][0].ShouldBe("b!");
        Scenes["name"][0].ShouldBe("b");
    }

    [Fact]
    public void Flatten_makes_dotted_columns_of_objects()
    {
        var flat = Scenes.Flatten();

        flat.Columns.Select(column => column.Name).ShouldBe(["name", "cloud", "when", "more.a", "more.deep.b"]);
        flat["more.a"].ShouldBe([1L, 2L, null, null]);
        flat["more.deep.b"].ShouldBe(["x", null, null, null]);
    }

    [Fact]
    public void Intersects_and_Clip_keep_rows_and_values()
    {
        var area = new WKTReader().Read("POLYGON ((2 -1, 4 -1, 4 2, 2 2, 2 -1))");

        Scenes.Intersects(area).Select(row => row.Id).ShouldBe(["s1", "s2"]);
        var clipped = Scenes.Clip(area);
        clipped.Select(row => row.Id).ShouldBe(["s2"]);
        clipped[0].Geometry!.EnvelopeInternal.ShouldBe(new Envelope(2, 3, 1, 2));
        clipped[0].GetText("name").ShouldBe("A");
    }

    [Fact]
    public void Concat_joins_columns_by_name_and_widens_types()
    {
        var other = FeatureTable.Parse(
            """{"type":"Feature","id":5,"properties":{"cloud":"overcast","new":true},"geometry":{"type":"Point","coordinates":[1,1]}}""");

        var all = FeatureTable.Concat(Scenes.Tail(1), other, FeatureTable.Empty);

        all.Count.ShouldBe(2);
        all["cloud"].ShouldBe([99d, "overcast"]);
        all["new"].ShouldBe([null, true]);
        all[1].Id.ShouldBe(5L);
        all.Bounds.ShouldBe(new Envelope(1, 1, 1, 1));
    }

    [Fact]
    public void From_features_takes_attributes_and_geometry()
    {
        var feature = new Feature(new Point(1, 2), new AttributesTable { { "a", 1 }, { "b", new AttributesTable { { "c", "x" } } } });

        var table = FeatureTable.From([feature]);

        table["a"][0].ShouldBe(1L);
        table[0].GetText("b").ShouldBe("""{"c":"x"}""");
        table[0].Geometry!.ToText().ShouldBe("POINT (1 2)");
    }

    [Fact]
    public void From_geometry_in_another_system_is_refused() =>
        Should.Throw<Up42Exception>(() => FeatureTable.From([new Point(400000, 5800000) { SRID = 32633 }])).Message
            .ShouldBe("The geometry of row 0 is in EPSG:32633; tables are in EPSG:4326. Transform it first.");

    [Fact]
    public void ToFeatureCollection_and_back_is_the_same_table()
    {
        var table = Scenes.SelectColumns("name", "cloud", "more");

        var back = FeatureTable.From(table.ToFeatureCollection());

        back.ToGeoJson().ShouldBe(WithoutIds(table.ToGeoJson()));
    }

    [Fact]
    public void Rows_change_no_table_when_their_geometry_is_changed()
    {
        Scenes[0].Geometry!.Coordinates[0].X = 55;
        Scenes[0].Geometry!.GeometryChanged();

        Scenes[0].Geometry!.Coordinates[0].X.ShouldBe(0);
    }

    [Fact]
    public void Describe_gives_a_row_for_each_column()
    {
        var facts = Scenes.Describe();

        facts["column"].ShouldBe(["name", "cloud", "when", "more"]);
        facts["type"].ShouldBe(["text", "real", "date", "object"]);
        facts["missing"].ShouldBe([0L, 1L, 0L, 2L]);
        facts["distinct"].ShouldBe([3L, 3L, 3L, 2L]);
        facts["smallest"].Take(2).ShouldBe(["A", 2.5]);
        facts["largest"].Take(2).ShouldBe(["c", 99d]);
        facts["mean"].ShouldBe([null, (10 + 2.5 + 99) / 3, null, null]);
        FeatureTable.Empty.Describe().Count.ShouldBe(0);
        var single = FeatureTable.Parse("""{"type":"Feature","properties":{"n":3,"none":null},"geometry":null}""").Describe();
        single["smallest"].ShouldBe([3L, null]);
        single["mean"].ShouldBe([3d, null]);
    }

    private static string Names(FeatureTable table) => string.Concat(table.Select(row => row.GetText("name")));

    private static string WithoutIds(string json) =>
        System.Text.RegularExpressions.Regex.Replace(json, "\"id\":\"s.\",", "");
}
