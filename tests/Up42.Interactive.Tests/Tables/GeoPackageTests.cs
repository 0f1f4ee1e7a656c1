namespace Up42.Interactive.Tests.Tables;

public class GeoPackageTests
{
    private const string EndlessView = "CREATE VIEW v AS WITH RECURSIVE r(fid) AS (SELECT 1 UNION ALL SELECT fid + 1 FROM r) SELECT fid FROM r;"
        + "INSERT INTO gpkg_contents(table_name, data_type) VALUES('v', 'attributes');";

    [Theory]
    [InlineData("-wal", $"PRAGMA journal_mode=wal; PRAGMA wal_autocheckpoint=0; {EndlessView}")]
    [InlineData("-journal", $"PRAGMA cache_size=1; CREATE TABLE filler(a); {EndlessView} BEGIN; DROP VIEW v; INSERT INTO filler VALUES (randomblob(100000));")]
    public void Read_with_changes_beside_it_is_refused_and_leaves_both(string ending, string statements)
    {
        using var folder = new TempFolder();
        var path = folder["x.gpkg"];
        Tool.Run("ogr2ogr", "-f", "GPKG", path, Samples.Find("collection/aoi_berlin.geojson"));

        // As a process leaves them that is killed.
        Tool.RunWithInput(
            "python3", statements, "-c",
            "import os, sqlite3, sys; sqlite3.connect(sys.argv[1], isolation_level=None).executescript(sys.stdin.read()); os._exit(0)", path);
        var (database, changes) = (File.ReadAllBytes(path), File.ReadAllBytes(path + ending));
        changes.Length.ShouldBeGreaterThan(1000);

        Should.Throw<Up42Exception>(() => FeatureTable.Read(path)).Message
            .ShouldStartWith($"x.gpkg is not read: x.gpkg{ending} beside it holds changes that are not in it yet.");

        File.ReadAllBytes(path).ShouldBe(database);
        File.ReadAllBytes(path + ending).ShouldBe(changes);
    }

    [Fact]
    public void Read_of_more_tables_than_GDAL_can_look_through_is_refused()
    {
        using var folder = new TempFolder();
        Tool.Run("ogr2ogr", "-f", "GPKG", folder["x.gpkg"], Samples.Find("collection/aoi_berlin.geojson"));
        var tables = string.Concat(Enumerable.Range(0, 3001).Select(table => $"CREATE TABLE t{table}(a);"));
        Tool.Run("python3", "-c", $"import sqlite3; sqlite3.connect('{folder["x.gpkg"]}').executescript('BEGIN;{tables}COMMIT;')");

        Should.Throw<Up42Exception>(() => FeatureTable.Read(folder["x.gpkg"])).Message
            .ShouldContain("tables, indexes and triggers, and 3,000 are looked at. Save the layers that you need");
    }

    [Theory]
    [InlineData("{\"type\":\"Topology\",\"objects\":{},\"arcs\":[", "[0],", "x.topojson", 300_000)]
    [InlineData("{\"geometryType\":\"esriGeometryPolyline\",\"features\":[", "[[0,0],[1,1]],", "x.json", 900_000)]
    public void Read_of_JSON_of_more_lists_than_GDAL_has_memory_for_is_refused(string start, string list, string name, int most)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder[name], start + string.Concat(Enumerable.Repeat(list, most)));

        Should.Throw<Up42Exception>(() => FeatureTable.Read(folder[name])).Message
            .ShouldContain($"lists, and {NumberText.Format(most)} are taken of this format. Convert it: ogr2ogr x.geojson {name}.");
    }

    [Fact]
    public void Read_of_one_that_keeps_a_log_makes_no_files_beside_it()
    {
        using var folder = new TempFolder();
        Tool.Run("ogr2ogr", "-f", "GPKG", folder["x.gpkg"], Samples.Find("collection/aoi_berlin.geojson"));
        Tool.Run("python3", "-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('PRAGMA journal_mode=wal').connection.close()", folder["x.gpkg"]);
        using var watcher = new FileSystemWatcher(folder.Path);
        var made = new System.Collections.Concurrent.ConcurrentQueue<string?>();
        watcher.Created += (_, entry) => made.Enqueue(entry.Name);
        watcher.EnableRaisingEvents = true;

        FeatureTable.Read(folder["x.gpkg"]).Count.ShouldBe(1);

        folder.Files.ShouldBe(["x.gpkg"]);
        made.ShouldBeEmpty();
    }
}
