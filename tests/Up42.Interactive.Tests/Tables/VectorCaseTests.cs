using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Tables;

/// <summary>
/// Files that users of neighbouring tools reported trouble with, each with the right value; they lie beside the repository in
/// <c>../shared/data/cases/vectors</c>.
/// </summary>
public class VectorCaseTests
{
    [Theory]
    [InlineData("03_geometry_emptyobj.geojson", 2, 1, "Row 0: the geometry was left out: The geometry has no 'type'.")]
    [InlineData("04_coordinates_null.geojson", 2, 1, "Row 0: the geometry was left out: 'coordinates' is a list.")]
    [InlineData("06_properties_array.geojson", 2, 2, "Row 0: 'properties' was left out: 'properties' is an object or null.")]
    [InlineData("07_nan_property.geojson", 1, 1, "NaN and Infinity are not JSON: 3 such values counted as missing.")]
    [InlineData("28_deep.geojson", 1, 0, null)]
    [InlineData("29_manyprops.geojson", 1, 1, "The features have more than 4,096 different properties; 904 properties left out.")]
    [InlineData("38_hugenum.geojson", 1, 0, "Row 0: the value of 'a' was left out: This number is too large.")]
    public void Read_one_bad_item_leaves_the_good_ones_and_a_remark(string name, int rows, int geometries, string? remark)
    {
        var table = FeatureTable.Read(Case(name));

        table.Count.ShouldBe(rows);
        table.Count(row => row.Geometry is not null).ShouldBe(geometries);
        table.Remarks.ShouldBe(remark is null ? [] : [remark]);
        table.ToHtml().Contains("left out", StringComparison.Ordinal).ShouldBe(remark?.Contains("left out", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("14_seq.geojsonl", 3)]
    [InlineData("15_seq_rs.geojsons", 3)]
    [InlineData("42_esri.json", 1)]
    [InlineData("k9.kmz", 1)]
    [InlineData("s_zip.zip", 3)]
    [InlineData("x.fgb", 1)]
    [InlineData("k4_multi.kml", 1)]
    [InlineData("g_pdc.gpkg", 1)]
    [InlineData("44_stac_item.json", 1)]
    [InlineData("60_fiji_two.geojson", 2)]
    public void Read_tells_each_format_by_its_first_bytes(string name, int rows)
    {
        using var folder = new TempFolder();
        File.Copy(Case(name), folder["noextension"]);

        var table = FeatureTable.Read(folder["noextension"]);

        table.Count.ShouldBe(rows);
        table.ShouldAllBe(row => row.Geometry != null);
        table.Remarks.ShouldBeEmpty();
    }

    [Fact]
    public void Read_GeoParquet_without_a_driver_says_what_it_is_and_the_way_out() =>
        Should.Throw<Up42Exception>(() => FeatureTable.Read(Case("x.parquet"))).Message
            .ShouldSatisfyAllConditions(
                message =>
                    message.ShouldStartWith("x.parquet cannot be read as GeoParquet: "), message =>
                        message.ShouldEndWith("convert it first: ogr2ogr x.gpkg x.parquet."));

    [Theory]
    [InlineData("08_crs_utm.geojson", "EPSG:32633", 13.4078, 52.5184)]
    [InlineData("09_crs_in_geometry.geojson", "EPSG:3857", 13.405, 52.5199)]
    public void Read_of_another_system_transforms_it(string name, string crs, double longitude, double latitude)
    {
        var table = FeatureTable.Read(Case(name));

        table.SourceCrs.ShouldBe(crs);
        table.Bounds!.Centre.Distance(new Coordinate(longitude, latitude)).ShouldBeLessThan(0.01, table.ToString());
    }

    [Theory]
    [InlineData("11_utm_nocrs.geojson", "row 0 has 392000, 5820000")]
    [InlineData("w4_utm.wkt", "row 0 has 392000, 5820000")]
    [InlineData("46_lonlat_swapped.geojson", "row 0 has 52, 193")]
    [InlineData("../hostile/huge1/data.json", "row 0 has 1E+18, 0")]
    [InlineData("../hostile/huge3/data.json", "row 0 has 600000, 0")]
    [InlineData("../hostile/utm/data.json", "row 0 has ")]
    public void Read_coordinates_that_are_not_degrees_are_refused(string name, string position) =>
        Should.Throw<Up42Exception>(() => FeatureTable.Read(Case(name))).Message
            .ShouldContain($"names no coordinate reference system, and its coordinates are not longitudes and latitudes in degrees: {position}");

    [Fact]
    public void Read_a_view_without_end_is_refused() =>
        Should.Throw<Up42Exception>(() => FeatureTable.Read(Case("../hostile/d_rec/data.json"))).Message
            .ShouldStartWith("data.json is not read: it is damaged, or holds views, virtual tables or computed columns");

    [Fact]
    public void Read_one_position_far_off_the_Earth_leaves_out_that_geometry_alone()
    {
        var table = FeatureTable.Read(Case("../hostile/huge2/data.json"));

        table.Select(row => row.Geometry?.AsText()).ShouldBe(["POINT (0 0)", null]);
        table.Remarks.ShouldBe(["Row 1: the geometry was left out: It has coordinates that are not longitudes and latitudes in degrees."]);
    }

    [Theory]
    [InlineData("13_root_properties.geojson", 1)]
    [InlineData("67_root_geometry.geojson", null)]
    [InlineData("68_root_after.geojson", null)]
    public void Read_members_of_the_collection_are_not_those_of_its_first_feature(string name, int? first)
    {
        var table = FeatureTable.Read(Case(name));

        table[0].Id.ShouldBeNull();
        table.Columns.Count.ShouldBe(1);
        table[0].Geometry?.GeometryType.ShouldBe("Point");
        (first is null || (long?)table[0]["a"] == first).ShouldBeTrue();
    }

    [Fact]
    public void Read_a_user_s_column_of_layers_is_kept()
    {
        var table = FeatureTable.Read(Case("g_layers.gpkg"));

        table["layer_name"].Distinct().Count().ShouldBeGreaterThan(1);
        table["layer"].OfType<string>().ShouldNotBe(table["layer_name"].OfType<string>());
    }

    [Fact]
    public void Read_the_styles_of_QGIS_are_no_features()
    {
        var table = FeatureTable.Read(Case("g_qgis.gpkg"));

        table.Count.ShouldBe(2);
        table.HasColumn("layer").ShouldBeFalse();
        table.HasColumn("styleQML").ShouldBeFalse();
    }

    [Theory]
    [InlineData("w9_same_line.wkt", "POINT (1 2); POINT (3 4)")]
    [InlineData("21_latin1.geojson", "POINT (13 52)")]
    public void Read_nothing_is_dropped_in_silence(string name, string geometries) =>
        string.Join("; ", FeatureTable.Read(Case(name)).Select(row => row.Geometry!.AsText())).ShouldBe(geometries);

    [Fact]
    public void Read_a_position_that_is_no_number_is_refused() =>
        Should.Throw<Up42Exception>(() => FeatureTable.Read(Case("w10_nan.wkt"))).Message.ShouldEndWith("It has coordinates that are not numbers.");

    [Fact]
    public void Read_Latin1_as_what_it_is()
    {
        var table = FeatureTable.Read(Case("21_latin1.geojson"));

        table[0].GetText("a").ShouldBe("Straße Köln");
        table.Remarks.ShouldBe(["Some of its text is not UTF-8; it was read as Latin-1."]);
    }

    [Theory]
    [InlineData(
        """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":1},"geometry":DEEP},"""
            + """{"type":"Feature","properties":{"n":2},"geometry":null}]}""")]
    [InlineData(
        """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":1,"deep":LIST},"geometry":null},"""
            + """{"type":"Feature","properties":{"n":2},"geometry":null}]}""")]
    [InlineData(
        """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":LIST}},"""
            + """{"type":"Feature","properties":{"n":2},"geometry":null}]}""")]
    public void Parse_nested_20000_deep_is_a_remark(string json)
    {
        const int Depth = 20_000;
        var deep = string.Concat(Enumerable.Repeat("{\"type\":\"GeometryCollection\",\"geometries\":[", Depth)) + string.Concat(Enumerable.Repeat("]}", Depth));
        var list = new string('[', Depth) + new string(']', Depth);

        var table = FeatureTable.Parse(json.Replace("DEEP", deep, StringComparison.Ordinal).Replace("LIST", list, StringComparison.Ordinal));

        table["n"].ShouldBe([1L, 2L]);
        table.Remarks.ShouldHaveSingleItem().ShouldContain("was left out: ");
    }

    [Fact]
    public void Read_WKT_nested_20000_deep_is_refused_and_the_rest_read()
    {
        using var folder = new TempFolder();
        const int Depth = 20_000;
        File.WriteAllText(
            folder["deep.wkt"], string.Concat(Enumerable.Repeat("GEOMETRYCOLLECTION (", Depth)) + "POINT (1 2)" + new string(')', Depth)
                + "\nPOINT (3 4)");

        var table = FeatureTable.Read(folder["deep.wkt"]);

        table.Count.ShouldBe(2);
        table[1].Geometry!.AsText().ShouldBe("POINT (3 4)");
        table.Remarks.ShouldHaveSingleItem().ShouldContain("nested deeper than 100");
    }

    /// <summary>Types that are not read, in the middle of others; ST_AsEWKT of PostGIS writes such.</summary>
    [Theory]
    [InlineData("CIRCULARSTRING (0 0, 1 1, 2 0)", "CIRCULARSTRING is a type with curves")]
    [InlineData("SRID=4326;COMPOUNDCURVE (CIRCULARSTRING (0 0, 1 1, 2 0), (2 0, 3 0))", "COMPOUNDCURVE is a type with curves")]
    [InlineData("CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0))", "CURVEPOLYGON is a type with curves")]
    [InlineData("MultiSurface Z (((0 0 1, 1 1 1, 2 0 1, 0 0 1)))", "MULTISURFACE is a type with curves")]
    [InlineData("MULTICURVE EMPTY", "MULTICURVE is a type with curves")]
    [InlineData("GEOMETRYCOLLECTION (POINT (1 2), CIRCULARSTRING (0 0, 1 1, 2 0))", "CIRCULARSTRING is a type with curves")]
    [InlineData("TIN Z (((0 0 0, 0 0 1, 0 1 0, 0 0 0)))", "TIN is a type of surface")]
    [InlineData("POLYHEDRALSURFACEZ (((0 0 0, 0 0 1, 0 1 0, 0 0 0)))", "POLYHEDRALSURFACE is a type of surface")]
    [InlineData("TRIANGLE ((0 0, 1 1, 2 0, 0 0))", "TRIANGLE is a type of surface")]
    public void Read_WKT_of_types_that_are_not_read_names_them_and_keeps_the_rest(string unread, string remark)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["first.wkt"], $"{unread}\nPOINT (3 4)");
        File.WriteAllText(folder["later.wkt"], $"POINT (1 2)\n{unread}\nPOINT (3 4)");

        FeatureTable.Read(folder["first.wkt"]).Select(row => row.Geometry?.AsText()).ShouldBe([null, "POINT (3 4)"]);
        var table = FeatureTable.Read(folder["later.wkt"]);
        table.Select(row => row.Geometry?.AsText()).ShouldBe(["POINT (1 2)", null, "POINT (3 4)"]);
        table.Remarks.ShouldHaveSingleItem().ShouldStartWith($"Row 1: the geometry was left out: {remark}");
    }

    [Fact]
    public void Read_sequence_with_a_broken_line_keeps_the_others()
    {
        using var folder = new TempFolder();
        const string Point = """{"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[1,2]}}""";
        File.WriteAllText(folder["a.ndjson"], $"{Point}\n{{\"type\":\"Feature\", oops\n7\n{Point}\n{{\"type\":\"Feat");

        var table = FeatureTable.Read(folder["a.ndjson"]);

        table["n"].ShouldBe([1L, 1L]);
        table.Remarks.Count.ShouldBe(3, string.Join("\n", table.Remarks));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void Read_sequence_with_NaN_keeps_the_line_in_any_encoding(string encoding)
    {
        using var folder = new TempFolder();
        File.WriteAllText(
            folder["a.ndjson"],
            """
            {"type":"Feature","properties":{"n":1},"geometry":null}
            {"type":"Feature","properties":{"n":NaN,"m":2},"geometry":null}
            {"type":"Feature","properties":{"n":3},"geometry":null}
            """,
            System.Text.Encoding.GetEncoding(encoding));

        var table = FeatureTable.Read(folder["a.ndjson"]);

        table["n"].ShouldBe([1L, null, 3L]);
        table.Remarks.ShouldBe(["NaN and Infinity are not JSON: 1 such value counted as missing."]);
    }

    private static string Case(string name) => Samples.FindCase($"vectors/{name}");
}
