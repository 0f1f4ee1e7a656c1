using System.Text;

namespace Up42.Interactive.Tests.Tables;

/// <summary>GeoJSON that is damaged, hostile or oddly encoded is read as far as it can be, or said what is wrong and where.</summary>
public class BrokenGeoJsonTests
{
    [Theory]
    [InlineData("[0,0]", "[1e18,0]")]
    [InlineData("[0,0]", "[1e9,10]")]
    [InlineData("[1e308,-1e308]", "[0,0]")]
    public void ToHtml_of_positions_off_the_Earth_is_short(params string[] positions)
    {
        var features = positions.Select(position => $$"""{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":{{position}} } }""");

        var table = FeatureTable.Parse($$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");

        table.ToHtml().Length.ShouldBeLessThan(200_000);
        table.Remarks.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("", "The text is empty.")]
    [InlineData(
        "{\n \"type\": \"FeatureCollection\",\n \"features\": [x]}",
        "The text is not valid JSON: line 3, position 15: 'x' does not belong here.")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[1,2]", "The text is not valid JSON: line 1, position 36: It breaks off here.")]
    [InlineData("[1]", "The text is not valid GeoJSON: line 1, position 1: GeoJSON is one object: *")]
    [InlineData("{\"a\":1}", "*The object has no 'type'; *")]
    [InlineData("{\"type\":\"Topology\"}", "*'Topology' with these members is not a FeatureCollection, *")]
    [InlineData("{\"type\":\"FeatureCollection\"}", "*'FeatureCollection' with these members is not a *")]
    [InlineData("{\"type\":\"FeatureCollection\",\n\"features\":{}}", "*line 2, position 12: 'features' is a list.")]
    [InlineData("{\"type\":\"Feature\",\"properties\":3}", "*'properties' is an object or null.")]
    [InlineData("{\"type\":\"Feature\",\"geometry\":3}", "*A geometry is an object or null.")]
    [InlineData("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Circle\",\"coordinates\":[1,2]}}", "*'Circle' is not a type of geometry.")]
    [InlineData("{\"type\":\"Feature\",\"geometry\":{\"type\":\"CircularString\",\"coordinates\":[1,2]}}", "*CIRCULARSTRING is a type with curves, *")]
    [InlineData("{\"type\":\"MultiSurface\",\"coordinates\":[1,2]}", "*MULTISURFACE is a type with curves, *")]
    [InlineData("{\"type\":\"Feature\",\"geometry\":{\"coordinates\":[1,2]}}", "*The geometry has no 'type'.")]
    [InlineData("{\"type\":\"Point\"}", "*A Point has 'coordinates'.")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":7}", "*'coordinates' is a list.")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[1]}", "*A position needs a longitude and a latitude.")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[1,\"2\"]}", "*A position holds nothing but numbers.")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[\"1\"]}", "*Coordinates are lists of numbers.")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[[1,2]]}", "*These coordinates are not nested as those of a Point.")]
    [InlineData("{\"type\":\"LineString\",\"coordinates\":[[1,2],[]]}", "*These coordinates are not nested as those of a LineString.")]
    [InlineData("{\"type\":\"LineString\",\"coordinates\":[[1,2],[[3,4]]]}", "*The coordinates are nested unevenly.")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[1e400,2]}", "*This number is too large.")]
    [InlineData("{\"type\":\"GeometryCollection\"}", "*A GeometryCollection has 'geometries'.")]
    [InlineData("{\"type\":\"GeometryCollection\",\"geometries\":3}", "*'geometries' is a list.")]
    [InlineData(
        "{\"type\":\"FeatureCollection\",\"crs\":{\"properties\":{\"name\":\"urn:x:mars\"}},\"features\":[]}",
        "The text is in a coordinate reference system that is not known, *mars*")]
    public void Parse_what_is_no_GeoJSON_names_line_and_position(string json, string message) =>
        Should.Throw<Up42Exception>(() => FeatureTable.Parse(json)).Message.ShouldMatch(Pattern(message));

    [Theory]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[F,F,F,F]}")]
    [InlineData("F\nF\nF\nF\n")]
    public void Rows_and_vertices_beyond_the_limits_are_left_out_and_said(string json)
    {
        var feature = """{"type":"Feature","properties":{"a":1},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4],[5,6]]}}""";
        var tokens = new JsonTokens(Encoding.UTF8.GetBytes(json.Replace("F,", $"{feature},").Replace("F]", $"{feature}]").Replace("F\n", $"{feature}\n")), "x");

        var table = GeoJsonReader.Read(ref tokens, new Limits { Rows = 3, Vertices = 2 }).Rows.Build();

        table.Count.ShouldBe(3);
        table.ShouldAllBe(row => row.Geometry == null && row.GetInteger("a") == 1);
        table.Remarks.ShouldBe(
        [
            "There are more than 3 features; those after are left out.",
            "3 rows (0, 1, 2): the geometry was left out: It has more than 2 vertices.",
        ]);
    }

    [Fact]
    public void Rows_and_vertices_of_WKT_beyond_the_limits_are_left_out_and_said()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["x.wkt"], "POINT (1 2)\nLINESTRING (1 2, 3 4, 5 6)\nPOINT (3 4)\nPOINT (5 6)\n");

        var table = WktFile.Read(folder["x.wkt"], new Limits { Rows = 3, Vertices = 2 });

        table.Select(row => row.Geometry?.GeometryType).ShouldBe(["Point", null, "Point"]);
        table.Remarks.ShouldBe(
        [
            "There are more than 3 features; those after are left out.",
            "Row 1: the geometry was left out: It is not valid WKT: It has more than 2 vertices.",
        ]);
    }

    [Fact]
    public void Parse_deep_nesting_is_refused() =>
        Should.Throw<Up42Exception>(() => FeatureTable.Parse(string.Concat(Enumerable.Repeat("[", 100_000)))).Message.ShouldContain("is not valid");

    [Fact]
    public void Parse_keys_for_values_are_left_out_beyond_a_limit()
    {
        var table = Rows($"{{{string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"k{i}\":1"))}}}");

        table.Columns.Count.ShouldBe(4096);
        table.Remarks.ShouldBe(["The features have more than 4,096 different properties; 904 properties left out."]);
    }

    [Fact]
    public void Parse_lone_surrogates_and_escapes_become_readable_text()
    {
        var table = Rows("""{"a\ud800":"x\udc00\n\"\u00e9\\\/"}""");

        table.Columns[0].Name.ShouldBe("a\uFFFD");
        table[0].GetText("a\uFFFD").ShouldBe("x\uFFFD\n\"é\\/");
    }

    [Fact]
    public void Read_bytes_that_are_not_UTF8_become_readable_text()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(
            folder["latin1.geojson"],
            Encoding.Latin1.GetBytes("""{"type":"Feature","properties":{"name":"Köln","nested":{"a":"é"}},"geometry":null}"""));

        var row = FeatureTable.Read(folder["latin1.geojson"])[0];

        row.GetText("name").ShouldBe("Köln");
        row.GetJson("nested")!.Value.GetProperty("a").GetString().ShouldBe("é");
    }

    [Fact]
    public void Read_values_across_the_edges_of_the_buffer_arrive_whole()
    {
        using var folder = new TempFolder();
        var rows = Enumerable.Range(0, 5000).Select(i => $$$"""
            {"type":"Feature", "properties":{"i":{{{i}}},"text":"{{{new string((char)('a' + i % 26), i % 300)}}}",
              "nested": { "list": [ {{{i}}}, "{{{i}}}" ] } }, "geometry":{"type":"Point","coordinates":[{{{i % 180}}}.5,{{{i % 90}}}]}}
            """);
        File.WriteAllText(folder["big.geojson"], $$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", rows)}}]}""");

        var table = FeatureTable.Read(folder["big.geojson"]);

        table.Count.ShouldBe(5000);
        foreach (var row in table)
        {
            row["i"].ShouldBe((long)row.Index);
            row.GetText("text").ShouldBe(new string((char)('a' + row.Index % 26), row.Index % 300));
            row.GetText("nested").ShouldBe($$"""{"list":[{{row.Index}},"{{row.Index}}"]}""");
            row.Geometry!.Coordinate.X.ShouldBe(row.Index % 180 + 0.5);
        }
    }

    [Fact]
    public void Read_error_far_into_a_file_names_its_line()
    {
        using var folder = new TempFolder();
        var good = string.Concat(Enumerable.Repeat("{\"type\":\"Feature\",\"properties\":null,\"geometry\":null},\n", 20_000));
        File.WriteAllText(folder["late.geojson"], $"{{\"type\":\"FeatureCollection\",\"features\":[\n{good}  7]}}");
        File.WriteAllText(folder["broken.geojson"], $"{{\"type\":\"FeatureCollection\",\"features\":[\n{good}  ?]}}");

        FeatureTable.Read(folder["late.geojson"]).Remarks.ShouldBe(["Row 20000: the feature was left out: 'features' holds nothing but features."]);
        var broken = FeatureTable.Read(folder["broken.geojson"]);
        broken.Count.ShouldBe(20_000);
        broken.Remarks.ShouldBe(
            ["What comes after row 19999 was left out: broken.geojson is not valid JSON: line 20002, position 3: '?' does not belong here."]);
    }

    [Theory]
    [InlineData("", "empty.geojson is empty.")]
    [InlineData("  \n", "empty.geojson is empty.")]
    [InlineData("!", "empty.geojson holds no features in a known format; GeoPackage, *, GeoJSON and WKT are read.")]
    [InlineData("CIRCULARSTRING (0 0, 1 1, 2 0)", "empty.geojson holds nothing that is read: CIRCULARSTRING is a type with curves, which are not read; *")]
    [InlineData("SRID=4326;TIN Z (((0 0 0, 0 0 1, 0 1 0, 0 0 0)))", "empty.geojson holds nothing that is read: TIN is a type of surface. Surfaces (TIN, *")]
    [InlineData("\n\nPOLYGON ((0 0,", "empty.geojson is not valid WKT: the geometry that begins in line 3: *")]
    public void Read_what_is_no_vector_file_says_so(string content, string message)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["empty.geojson"], content);

        Should.Throw<Up42Exception>(() => FeatureTable.Read(folder["empty.geojson"])).Message.ShouldMatch(Pattern(message));
    }

    [Fact]
    public void Read_missing_file_is_named() =>
        Should.Throw<Up42Exception>(() => FeatureTable.Read("nowhere.geojson")).Message.ShouldBe("There is no file 'nowhere.geojson'.");

    private static FeatureTable Rows(params IEnumerable<string> properties) => FeatureTable.Parse(
        $"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(',', properties.Select(p =>
            $"{{\"type\":\"Feature\",\"properties\":{p},\"geometry\":null}}"))}]}}");

    private static string Pattern(string message) =>
        $"^{System.Text.RegularExpressions.Regex.Escape(message).Replace("\\*", "(?s:.*)", StringComparison.Ordinal)}$";
}
