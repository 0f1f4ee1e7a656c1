using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Tables;

public class GdalVectorReaderTests
{
    private const string Quarry =
        "LOCAL_CS[\"Site grid of the quarry\",LOCAL_DATUM[\"Quarry datum\",0],UNIT[\"metre\",1],AXIS[\"X\",EAST],AXIS[\"Y\",NORTH]]";

    [Fact]
    public void Read_kml_is_the_same_place_as_the_geojson()
    {
        var table = FeatureTable.Read(Samples.Find("collection/aoi_berlin.kml"));

        table.ShouldHaveSingleItem().Geometry!.EqualsTopologically(FeatureTable.Read(Samples.Find("collection/aoi_berlin.geojson"))[0].Geometry).ShouldBeTrue();
        table.SourceCrs.ShouldBeNull();
    }

    [Theory]
    [InlineData("ESRI Shapefile", "scenes.shp")]
    [InlineData("GPKG", "scenes.gpkg")]
    [InlineData("KML", "scenes.kml")]
    public void Read_what_ogr2ogr_wrote_gives_the_rows_back_and_writes_nothing(string format, string name)
    {
        using var folder = new TempFolder();
        var source = Samples.Find("collection/search_results_limited_columns.geojson");
        string[] system = format == "KML" ? [] : ["-t_srs", "EPSG:32628"];
        Tool.Run("ogr2ogr", ["-f", format, .. system, folder[name], source]);
        var before = folder.Files;

        var (table, original) = (FeatureTable.Read(folder[name]), FeatureTable.Read(source));

        table.Count.ShouldBe(4);
        table["sceneId"].ShouldBe(original["sceneId"]);
        table.SourceCrs.ShouldBe(format == "KML" ? null : "EPSG:32628");
        foreach (var (row, expected) in table.Zip(original))
        {
            row.Geometry!.Coordinates.Length.ShouldBe(expected.Geometry!.Coordinates.Length);
            row.Geometry.SymmetricDifference(expected.Geometry).Area.ShouldBeLessThan(1e-7);
        }

        folder.Files.ShouldBe(before);
    }

    [Fact]
    public void Read_several_layers_names_each_row_s()
    {
        using var folder = new TempFolder();
        Tool.Run("ogr2ogr", "-f", "GPKG", folder["two.gpkg"], Samples.Find("collection/aoi_berlin.geojson"), "-nln", "aoi");
        Tool.Run("ogr2ogr", "-update", folder["two.gpkg"], Samples.Find("collection/search_results_limited_columns.geojson"), "-nln", "scenes");

        var table = FeatureTable.Read(folder["two.gpkg"]);

        table["layer"].ShouldBe(["aoi", "scenes", "scenes", "scenes", "scenes"]);
    }

    /// <summary>Curves become lines, with a remark; surfaces in space are left out with a remark, and the other rows stay.</summary>
    [Theory]
    [InlineData("CIRCULARSTRING (0 0, 1 1, 2 0)", "LineString")]
    [InlineData("CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0))", "Polygon")]
    [InlineData("MULTISURFACE (CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0)))", "MultiPolygon")]
    [InlineData("COMPOUNDCURVE ((0 0, 1 0), CIRCULARSTRING (1 0, 2 1, 3 0))", "LineString")]
    [InlineData("CURVEPOLYGON ((0 0, 1 1, 2 0, 0 0))", "Polygon", false)]
    [InlineData("GEOMETRYCOLLECTION (POINT (1 1), CIRCULARSTRING (0 0, 1 1, 2 0))", null)]
    [InlineData("TRIANGLE ((0 0, 1 1, 2 0, 0 0))", null)]
    [InlineData("TIN Z (((0 0 0, 0 0 1, 0 1 0, 0 0 0)))", null)]
    [InlineData("POLYHEDRALSURFACE (((0 0, 1 1, 2 0, 0 0)))", null)]
    public void Read_GeoPackage_with_types_that_GeoJSON_has_not(string wkt, string? type, bool isBent = true)
    {
        using var folder = new TempFolder();
        MakeLayer(folder["x.gpkg"], "shapes", "EPSG:4326", "POINT (13 52)", wkt, "POINT (14 52)");

        var table = FeatureTable.Read(folder["x.gpkg"]);

        table.Select(row => row.Geometry?.GeometryType).ShouldBe(["Point", type, "Point"]);
        table.Remarks.Take(1).ShouldBe(!isBent ? [] : [type is not null ? "The layer 'shapes' has 1 geometry with curves, which became lines of short steps."
            : wkt.StartsWith('G') ? "Collections with curves are not read: 1 geometry of the layer 'shapes' left out."
            : "Geometries of the layer 'shapes' were left out: Surfaces (TIN, TRIANGLE, POLYHEDRALSURFACE) are not read; turn them into polygons first "
                + "(-nlt MULTIPOLYGON of ogr2ogr)."]);
    }

    [Theory]
    [InlineData("x.gpkg", Quarry)]
    [InlineData("x.shp", Quarry)]
    [InlineData("x.fgb", Quarry)]
    public void Read_of_a_system_without_a_place_on_Earth_names_it_and_the_way_out(string name, string crs)
    {
        using var folder = new TempFolder();
        MakeLayer(folder[name], "pit", crs, "POINT (1000 2000)", "POINT (5 6)");

        Should.Throw<Up42Exception>(() => FeatureTable.Read(folder[name])).Message.ShouldBe(
            $"{name} is in 'Site grid of the quarry', a local coordinate reference system, which has no place on Earth. Give it one first by "
                + "points known in both: ogr2ogr -gcp x y longitude latitude … -a_srs EPSG:4326.");
    }

    [Theory]
    [InlineData("x.wkt", "SRID=5800;POINT (1000 2000)")]
    [InlineData("x.geojson", """{"type":"Point","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::5800"}},"coordinates":[1000,2000]}""")]
    public void Read_text_of_a_system_without_a_place_on_Earth_names_it(string name, string text)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder[name], text);

        Should.Throw<Up42Exception>(() => FeatureTable.Read(folder[name])).Message.ShouldMatch(
            $"^{name} is in EPSG:5800, which cannot be taken to EPSG:4326: .* A local system has no place on Earth. Give it one first by points ");
    }

    [Fact]
    public void Read_several_layers_leaves_out_the_one_without_a_place()
    {
        using var folder = new TempFolder();
        MakeLayer(folder["x.gpkg"], "pit", Quarry, "POINT (1000 2000)");
        MakeLayer(folder["x.gpkg"], "shapes", "EPSG:4326", "POINT (13 52)");

        var table = FeatureTable.Read(folder["x.gpkg"]);

        table["layer"].ShouldBe(["shapes"]);
        table.Remarks.ShouldHaveSingleItem().ShouldStartWith("The layer 'pit' was left out: x.gpkg is in 'Site grid of the quarry', a local ");
    }

    [Fact]
    public void Read_shapefile_without_a_system_is_taken_only_in_degrees()
    {
        using var folder = new TempFolder();
        var source = Samples.Find("collection/aoi_berlin.geojson");
        Tool.Run("ogr2ogr", "-f", "ESRI Shapefile", folder["degrees.shp"], source);
        Tool.Run("ogr2ogr", "-f", "ESRI Shapefile", "-t_srs", "EPSG:25833", folder["metres.shp"], source);
        File.Delete(folder["degrees.prj"]);
        File.Delete(folder["metres.prj"]);

        FeatureTable.Read(folder["degrees.shp"]).Bounds!.Intersects(new Envelope(13.3, 13.4, 52.5, 52.6)).ShouldBeTrue();
        Should.Throw<Up42Exception>(() => FeatureTable.Read(folder["metres.shp"])).Message
            .ShouldStartWith(
                "metres.shp names no coordinate reference system, and its coordinates are not longitudes and latitudes in degrees: row "
                    + "0 has 389797.");
    }

    [Theory]
    [InlineData("<html><body>404</body></html>", "x.kml holds no features in a known format; GeoPackage, ")]
    [InlineData("SQLite format 3\0 nothing", "x.kml cannot be read as GeoPackage: ")]
    [InlineData("PK\u0003\u0004 nothing", "x.kml is a damaged zip: ")]
    public void Read_what_no_driver_knows_says_what_is_read(string content, string message)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["x.kml"], content);

        Should.Throw<Up42Exception>(() => FeatureTable.Read(folder["x.kml"])).Message.ShouldStartWith(message);
    }

    [Theory]
    [InlineData("ESRI Shapefile", "grids.shp")]
    [InlineData("GPKG", "grids.gpkg")]
    public async Task Read_system_that_names_grids_opens_no_file_of_that_name(string format, string name)
    {
        using var folder = new TempFolder();
        var pipe = folder["secret.gsb"];
        var system = $"""
            GEOGCS["x",DATUM["y",SPHEROID["Bessel 1841",6377397.155,299.1528128],EXTENSION["PROJ4_GRIDS","{pipe}"]],
            PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]
            """;
        Tool.Run("ogr2ogr", "-f", format, folder[name], Samples.Find("collection/aoi_berlin.geojson"));
        if (format == "GPKG")
        {
            Tool.Run("ogrinfo", folder[name], "-sql", "UPDATE gpkg_spatial_ref_sys SET organization = 'NONE', organization_coordsys_id = 100000, "
                + $"definition = '{system.ReplaceLineEndings("")}' WHERE srs_id = 4326");
        }
        else
        {
            File.WriteAllText(folder["grids.prj"], system);
        }

        Tool.Run("mkfifo", pipe);

        // Whoever opens a pipe that nobody writes to waits.
        var reading = Task.Run(() => FeatureTable.Read(folder[name]), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<Up42Exception>(reading)).Message.ShouldContain("names a grid file, which is not opened");
    }

    [Theory]
    [InlineData("CREATE VIEW v AS WITH RECURSIVE r(fid) AS (SELECT 1 UNION ALL SELECT fid + 1 FROM r) SELECT fid FROM r", 4096)]
    [InlineData("CREATE VIEW v AS WITH RECURSIVE r(fid) AS (SELECT 1 UNION ALL SELECT fid + 1 FROM r) SELECT fid FROM r", 512)]
    public void Read_view_without_end_is_refused(string view, int pageSize)
    {
        using var folder = new TempFolder();
        Tool.Run("ogr2ogr", "-f", "GPKG", folder["x.gpkg"], Samples.Find("collection/aoi_berlin.geojson"));
        Sqlite(folder["x.gpkg"], $"PRAGMA page_size={pageSize}; VACUUM; {view}; INSERT INTO gpkg_contents(table_name, data_type) VALUES('v', 'attributes');");

        Should.Throw<Up42Exception>(() => FeatureTable.Read(folder["x.gpkg"])).Message.ShouldContain("holds views, virtual tables or computed columns");
    }

    [Theory]
    [InlineData("UTF-8", 512)]
    [InlineData("UTF-8", 65536)]
    [InlineData("UTF-16le", 1024)]
    [InlineData("UTF-16be", 4096)]
    public void HasTablesOnly_tells_views_among_many_tables(string encoding, int pageSize)
    {
        using var folder = new TempFolder();
        var tables = string.Concat(Enumerable.Range(0, 300).Select(table => $"CREATE TABLE a_table_of_a_long_name_{table}(a UNIQUE,"
            + string.Join(',', Enumerable.Range(0, 60).Select(column => $"column_{column} TEXT")) + ");"));
        Sqlite(folder["x"], $"PRAGMA encoding='{encoding}'; PRAGMA page_size={pageSize}; {tables} CREATE INDEX i ON a_table_of_a_long_name_7(column_1);"
            + "CREATE TRIGGER t AFTER INSERT ON a_table_of_a_long_name_7 BEGIN SELECT 1; END;");

        HasTablesOnly(folder["x"]).ShouldBeTrue();
        Sqlite(folder["x"], "CREATE VIEW v AS SELECT 1; CREATE TABLE last(a);");
        HasTablesOnly(folder["x"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("x.shp", "x.prj")]
    [InlineData("x.shp", "x.cpg")]
    [InlineData("x.gpkg", "x.gpkg-wal")]
    [InlineData("x.gpkg", "x.gpkg-journal")]
    public void Read_with_a_pipe_beside_it_says_so(string name, string pipe)
    {
        using var folder = new TempFolder();
        Tool.Run("ogr2ogr", folder[name], Samples.Find("collection/aoi_berlin.geojson"));
        File.Delete(folder[pipe]);
        Tool.Run("mkfifo", folder[pipe]);

        Should.Throw<Up42Exception>(() => FeatureTable.Read(folder[name])).Message.ShouldStartWith($"{name} is not read: {pipe} beside it is ");
    }

    private static void MakeLayer(string path, string layer, string crs, params string[] wkts)
    {
        var csv = $"{path}.{layer}.csv";
        File.WriteAllLines(csv, ["n,WKT", .. wkts.Select(wkt => $"1,\"{wkt}\"")]);
        string[] update = File.Exists(path) ? ["-update"] : [];
        Tool.Run("ogr2ogr", [.. update, "-nln", layer, "-a_srs", crs, "-oo", "GEOM_POSSIBLE_NAMES=WKT", path, csv]);
        File.Delete(csv);
    }

    private static void Sqlite(string path, string statements) =>
        Tool.RunWithInput(
            "python3", statements, "-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1], isolation_level=None).executescript(sys.stdin.read())", path);

    private static bool HasTablesOnly(string path)
    {
        using var schema = new SqliteSchema(path);
        return schema.HasTablesOnly;
    }
}
