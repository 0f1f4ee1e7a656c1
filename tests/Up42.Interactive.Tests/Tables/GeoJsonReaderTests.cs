using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Tables;

public class GeoJsonReaderTests
{
    [Fact]
    public void Read_collection_of_a_real_job_gives_typed_columns()
    {
        var table = FeatureTable.Read(Samples.Find("collection/job_collection_merged_result.json"));

        table.Count.ShouldBe(2);
        table["uid"].Type.ShouldBe(FeatureColumnType.Text);
        table["timeStamp"].Type.ShouldBe(FeatureColumnType.Integer);
        table["timeStamp"][0].ShouldBe(1576836871024L);
        table["acquisition"].Type.ShouldBe(FeatureColumnType.Object);
        table["attachments"].Type.ShouldBe(FeatureColumnType.List);
        table[0].GetJson("acquisition")!.Value.GetProperty("mission").GetString().ShouldBe("Sentinel-2");
        table[0].Geometry!.EnvelopeInternal.ShouldBe(new Envelope(13.359375, 13.425293, 52.48278, 52.522906));
        table[0].Geometry!.SRID.ShouldBe(4326);
    }

    [Fact]
    public void Read_search_results_with_a_CRS84_member_keeps_every_footprint()
    {
        var table = FeatureTable.Read(Samples.Find("collection/search_results_limited_columns.geojson"));

        table.Columns.Select(column => $"{column.Name}:{column.Type}").ShouldBe(["id:Text", "sceneId:Text", "cloudCoverage:Real"]);
        table.Select(row => row.Geometry!.GeometryType).ShouldAllBe(type => type == "Polygon");
        table.ToString().ShouldStartWith("FeatureTable: 4 features × 3 columns, EPSG:4326, 17.");
    }

    [Theory]
    [InlineData("collection/aoi_berlin.geojson")]
    [InlineData("collection/aoi_berlin.wkt")]
    public void Read_tells_the_format_by_content(string sample)
    {
        using var folder = new TempFolder();
        File.Copy(Samples.Find(sample), folder["noextension"]);

        var polygon = FeatureTable.Read(folder["noextension"]).ShouldHaveSingleItem().Geometry.ShouldBeOfType<Polygon>();

        polygon.EnvelopeInternal.ShouldBe(new Envelope(13.375966, 13.378314, 52.515068, 52.516639));
        polygon.Shell.IsCCW.ShouldBeTrue();
    }

    [Fact]
    public void Parse_infers_the_type_of_each_column()
    {
        var table = Rows("""
            {"text":"a","integer":1,"widened":1,"real":1.0,"yes":true,"day":"2020-03-30","list":[1],"object":{"a":1},"mixed":1,"nothing":null}
            """, """
            {"text":"2020-01-01","integer":-9223372036854775808,"widened":2.5,"real":1e3,"yes":false,
            "day":"2020-03-30T17:02:11.123456789+02:00","list":[],"object":{},"mixed":"x"}
            """);

        table.Columns.Select(column => column.Type).ShouldBe(
        [
            FeatureColumnType.Text, FeatureColumnType.Integer, FeatureColumnType.Real, FeatureColumnType.Real, FeatureColumnType.Boolean,
            FeatureColumnType.Date, FeatureColumnType.List, FeatureColumnType.Object, FeatureColumnType.Mixed, FeatureColumnType.Empty,
        ]);
        table["widened"].ShouldBe([1d, 2.5]);
        table["mixed"].ShouldBe([1L, "x"]);
        table["day"][0].ShouldBe(new DateTimeOffset(2020, 3, 30, 0, 0, 0, TimeSpan.Zero));
        ((DateTimeOffset)table["day"][1]!).UtcDateTime.ShouldBe(new DateTime(2020, 3, 30, 15, 2, 11, 123, 456).AddTicks(7));
        table[1].GetText("day").ShouldBe("2020-03-30T17:02:11.123456789+02:00");
        table["nothing"].ShouldBe([null, null]);
    }

    [Fact]
    public void Parse_large_integers_beside_fractions_keeps_each_digit() =>
        Rows("""{"n":9007199254740993}""", """{"n":0.5}""")["n"].ShouldBe([9007199254740993L, 0.5]);

    /// <summary>Real numbers hold whole ones up to 2⁵³.</summary>
    [Theory]
    [InlineData(9_007_199_254_740_992, FeatureColumnType.Real)]
    [InlineData(9_007_199_254_740_993, FeatureColumnType.Mixed)]
    [InlineData(-9_007_199_254_740_992, FeatureColumnType.Real)]
    [InlineData(-9_007_199_254_740_993, FeatureColumnType.Mixed)]
    public void Integers_beside_reals_are_real_as_far_as_these_are_exact(long value, FeatureColumnType right)
    {
        Rows($$"""{"n":{{value}}}""", """{"n":0.5}""")["n"].Type.ShouldBe(right);
        Rows("""{"n":0.5}""", $$"""{"n":{{value}}}""")["n"].Type.ShouldBe(right);
    }

    [Fact]
    public void The_least_integer_beside_a_real_stays_exact()
    {
        Rows("""{"n":-9223372036854775808}""", """{"n":0.5}""")["n"].ShouldBe([long.MinValue, 0.5]);
        Rows("""{"n":0.5}""", """{"n":-9223372036854775808}""")["n"].ShouldBe([0.5, long.MinValue]);
    }

    [Fact]
    public void Parse_properties_that_come_and_go_are_missing_where_they_are_not()
    {
        var table = Rows("""{"a":1}""", """{"b":"x"}""", "{}", """{"b":"y","a":4}""");

        table["a"].ShouldBe([1L, null, null, 4L]);
        table["b"].ShouldBe([null, "x", null, "y"]);
        table[2].GetNumber("a").ShouldBeNull();
    }

    [Fact]
    public void Parse_equal_names_in_one_feature_takes_the_last() =>
        Rows("""{"a":1,"a":2}""", """{"a":1,"a":null}""")["a"].ShouldBe([2L, null]);

    [Fact]
    public void Parse_members_in_any_order_are_understood()
    {
        var table = FeatureTable.Parse("""
            {"features":[{"properties":{"a":1},"geometry":{"coordinates":[[1,2],[3,4]],"bbox":[1,2,3,4],"type":"LineString"},"id":7,"type":"Feature"}],
             "name":"x","type":"FeatureCollection"}
            """);

        table.ShouldHaveSingleItem().Geometry!.AsText().ShouldBe("LINESTRING (1 2, 3 4)");
        table[0].Id.ShouldBe(7L);
    }

    [Theory]
    [InlineData("""{"type":"Feature","properties":{"a":1},"geometry":null}""", 1)]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""", 0)]
    [InlineData("""{"coordinates":[1,2],"type":"Point"}""", 0)]
    public void Parse_single_feature_and_bare_geometry_are_tables_of_one_row(string json, int columns)
    {
        var table = FeatureTable.Parse(json);

        table.Count.ShouldBe(1);
        table.Columns.Count.ShouldBe(columns);
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""", "POINT (1 2)")]
    [InlineData("""{"type":"Point","coordinates":[1,2,3]}""", "POINT Z(1 2 3)")]
    [InlineData("""{"type":"Point","coordinates":[1,2,3,4]}""", "POINT Z(1 2 3)")]
    [InlineData("""{"type":"Point","coordinates":[]}""", "POINT EMPTY")]
    [InlineData("""{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}""", "MULTIPOINT ((1 2), (3 4))")]
    [InlineData("""{"type":"LineString","coordinates":[]}""", "LINESTRING EMPTY")]
    [InlineData("""{"type":"LineString","coordinates":[[1,2]]}""", "LINESTRING (1 2, 1 2)")]
    [InlineData("""{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[]]}""", "MULTILINESTRING ((1 2, 3 4), EMPTY)")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}""", "POLYGON ((0 0, 1 0, 1 1, 0 0))")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,0]]]}""", "POLYGON ((0 0, 1 0, 1 1, 0 0))")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]}""", "POLYGON ((0 0, 1 0, 1 1, 0 0))")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0]]]}""", "POLYGON ((0 0, 1 0, 1 1, 0 0))")]
    [InlineData(
        """{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[4,1],[5,1],[5,2],[4,1]]]}""",
        "POLYGON ((0 0, 9 0, 9 9, 0 0), (4 1, 5 2, 5 1, 4 1))")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0]]]}""", "POLYGON ((0 0, 0 0, 0 0, 0 0))")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "POLYGON EMPTY")]
    [InlineData("""{"type":"Polygon","coordinates":[[]]}""", "POLYGON EMPTY")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[[],[[[0,0],[1,0],[1,1],[0,0]]]]}""", "MULTIPOLYGON (EMPTY, ((0 0, 1 0, 1 1, 0 0)))")]
    [InlineData("""{"type":"GeometryCollection","geometries":[]}""", "GEOMETRYCOLLECTION EMPTY")]
    [InlineData(
        """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},"""
        + """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[3,4]}]}]}""",
        "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION (POINT (3 4)))")]
    [InlineData("""{"type":"Polygon","coordinates":[[[179,0],[-179,0],[-179,1],[179,1],[179,0]]]}""", "POLYGON ((179 0, -179 0, -179 1, 179 1, 179 0))")]
    public void Parse_geometry_is_kept_or_mended_as_RFC_7946_says(string json, string wkt)
    {
        var geometry = FeatureTable.Parse(json)[0].Geometry!;

        geometry.ToText().ShouldBe(wkt);
        FeatureTable.Parse(FeatureTable.Parse(json).ToGeoJson())[0].Geometry!.ToText().ShouldBe(wkt);
    }

    [Fact]
    public void Read_several_geometries_as_WKT_gives_a_row_each()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["a.wkt"], "POINT (1 2)\nPOLYGON ((0 0, 1 0,\n  1 1, 0 0))\nPOINT EMPTY\n");

        FeatureTable.Read(folder["a.wkt"]).Select(row => row.Geometry!.ToText())
            .ShouldBe(["POINT (1 2)", "POLYGON ((0 0, 1 0, 1 1, 0 0))", "POINT EMPTY"]);
    }

    private static FeatureTable Rows(params IEnumerable<string> properties) => FeatureTable.Parse(
        $"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(',', properties.Select(p =>
            $"{{\"type\":\"Feature\",\"properties\":{p},\"geometry\":null}}"))}]}}");
}
