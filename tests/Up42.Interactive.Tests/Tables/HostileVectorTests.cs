using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Up42.Interactive.Tests.Tables;

/// <summary>Files of features that would read others, or take time and room without measure, are refused in a sentence.</summary>
public sealed class HostileVectorTests(Browser browser) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("CREATE VIRTUAL TABLE v USING VirtualText('/etc/hostname', 'UTF-8', 0, POINT, NONE, ':')")]
    [InlineData("CREATE VIRTUAL TABLE \"v\" USING VirtualGeoJSON('/tmp/x.json')")]
    [InlineData("CREATE VIRTUAL TABLE rtree USING /* rtree( */ VirtualText('/etc/hostname', 'UTF-8')")]
    [InlineData("CREATE TABLE v(fid INTEGER PRIMARY KEY, t TEXT GENERATED ALWAYS AS (printf('%.*c', 400000000, 'x')) VIRTUAL)")]
    [InlineData("CREATE TABLE v(fid INTEGER PRIMARY KEY, t TEXT AS /* ( */ -- (\n (printf('%.*c', 400000000, 'x')))")]
    public void A_GeoPackage_whose_values_are_computed_is_refused(string statement)
    {
        var path = GeoPackage(statement);

        Should.Throw<Up42Exception>(() => FeatureTable.Read(path)).Message.ShouldStartWith(
            "x.gpkg is not read: it is damaged, or holds views, virtual tables or computed columns");
    }

    [Fact]
    public void A_GeoPackage_whose_missing_values_are_long_is_refused()
    {
        var path = GeoPackage($"CREATE TABLE v(fid INTEGER PRIMARY KEY, t TEXT DEFAULT '{new string('x', 1_000)}')");

        Should.Throw<Up42Exception>(() => FeatureTable.Read(path)).Message.ShouldEndWith(
            " letters, which each row may have, and 1,024 are taken. Save its rows as a new table.");
    }

    [Theory]
    [InlineData("(a DEFAULT 1, b DEFAULT 'x', c)", 6, false)]
    [InlineData("(\"default\" TEXT, [default ] INT, `default` INT, 'default' INT)", 0, false)]
    [InlineData("(a TEXT /* ' */ DEFAULT 'abc')", 6, false)]
    [InlineData("(a TEXT -- \"\n DEFAULT 'a''b,)', b)", 9, false)]
    [InlineData("(\"a\"\" DEFAULT \"default 'abc')", 6, false)]
    [InlineData("([a] DEFAULT 'abc')", 6, false)]
    [InlineData("(a DEFAULT (1 + (2, 3)), b)", 13, false)]
    [InlineData("(a, b aS/**/(a))", 0, true)]
    [InlineData("(a, \"as\" (a), [as] (a), CHECK (CAST(a AS INT)))", 0, false)]
    [InlineData("(a, b AS -- (\n (a))", 0, true)]
    public void Statements_of_SQLite_are_parted_as_it_parts_them(string columns, int defaults, bool isComputed)
    {
        var statement = new SqlStatement($"CREATE TABLE v{columns}");

        (statement.DefaultLetters, statement.IsComputed, statement.IsWhole).ShouldBe((defaults, isComputed, true));
        new SqlStatement($"CREATE TABLE v{columns}'").IsWhole.ShouldBeFalse();
    }

    [Fact]
    public void A_GeoPackage_of_as_many_columns_as_SQLite_has_is_read()
    {
        var columns = Enumerable.Range(0, 1990).ToDictionary(column => $"attribute_{column:00000}_of_a_survey", column => 1.0);
        File.WriteAllText(_folder["in.geojson"], Collection([columns]));
        Tool.Run("ogr2ogr", "-f", "GPKG", _folder["wide.gpkg"], _folder["in.geojson"]);

        FeatureTable.Read(_folder["wide.gpkg"]).Columns.Count.ShouldBe(1990);
    }

    [Theory]
    [InlineData(1999, true)]
    [InlineData(2001, false)]
    public void A_TopoJSON_whose_geometries_share_arcs_without_number_is_refused(int geometries, bool isRead)
    {
        var arc = string.Join(',', Enumerable.Range(0, 1000).Select(position => $"[{position % 90},{position % 45}]"));
        var lines = string.Join(',', Enumerable.Repeat("""{"type":"LineString","arcs":[~0]}""".Replace("~0", "-1", StringComparison.Ordinal), geometries));
        File.WriteAllText(
            _folder["x.topojson"],
            $$$"""{"type":"Topology","objects":{"a":{"type":"GeometryCollection","geometries":[{{{lines}}}]}},"arcs":[[{{{arc}}}]]}""");

        if (isRead)
        {
            TopologySize.CountPositions(_folder["x.topojson"]).ShouldBe(1_999_000);
        }
        else
        {
            Should.Throw<Up42Exception>(() => FeatureTable.Read(_folder["x.topojson"])).Message.ShouldBe(
                "x.topojson is not read: it holds 2,001,000 positions, those of an arc counted for each geometry that has it, and 2,000,000 are taken of this "
                + "format. Convert it: ogr2ogr x.geojson x.topojson.");
        }
    }

    [Fact]
    public void JSON_of_more_values_than_GDAL_has_memory_for_is_refused()
    {
        var values = string.Concat(Enumerable.Repeat("1,", 5_000_001));
        File.WriteAllText(_folder["x.json"], $$"""{"geometryType":"esriGeometryPoint","features":[{{values}}1]}""");

        Should.Throw<Up42Exception>(() => FeatureTable.Read(_folder["x.json"])).Message
            .ShouldContain("5,000,002 values, and 5,000,000 are taken of this format");
    }

    [Fact]
    public void Names_of_properties_without_number_are_counted_so_far()
    {
        var rows = Enumerable.Range(0, 60_000).Select(row => new Dictionary<string, double> { [$"n{row}"] = 1 });

        FeatureTable.Parse(Collection(rows)).Remarks.ShouldHaveSingleItem().ShouldEndWith("; more than 50,000 properties left out.");
    }

    [Fact]
    public void A_GeoPackage_with_an_index_of_places_and_a_column_named_as_a_keyword_is_read()
    {
        var path = GeoPackage("CREATE TABLE v(fid INTEGER PRIMARY KEY, \"as\" TEXT, CHECK (CAST(fid AS INTEGER) > 0))", "VALUES (1, 'x')");

        FeatureTable.Read(path).Select(row => row.GetText("as")).ShouldContain("x");
    }

    [Fact]
    public void A_KMZ_in_a_KMZ_is_refused()
    {
        Zip("in.kmz", "doc.kml", Encoding.UTF8.GetBytes("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document/></kml>"));
        Zip("out.kmz", "doc.kml", File.ReadAllBytes(_folder["in.kmz"]));

        Should.Throw<Up42Exception>(() => FeatureTable.Read(_folder["out.kmz"])).Message
            .ShouldBe("out.kmz is not read: doc.kml in it is a zip again. Unpack it first.");
    }

    [Fact]
    public void A_KML_of_folders_without_number_is_refused()
    {
        var folders = string.Concat(Enumerable.Repeat("<Folder/>", 2000));
        File.WriteAllText(_folder["x.kml"], $"<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>{folders}</Document></kml>");

        Should.Throw<Up42Exception>(() => FeatureTable.Read(_folder["x.kml"])).Message
            .ShouldBe("x.kml has more than 2,000 folders and schemas; it is not read.");
    }

    [Fact]
    public async Task Numbers_below_zero_are_numbers_in_a_table_that_carries_fewer_digits()
    {
        var rows = Enumerable.Range(0, 4000).Select(row =>
            Enumerable.Range(0, 9).ToDictionary(column => $"c{column}", column => -Math.Sqrt((row * 9) + column + 2)));
        var table = FeatureTable.Parse(Collection(rows));

        await using var page = await browser.ShowAsync(table.ToHtml());
        await page.StartFramesAsync();

        var frame = page.Page.FrameLocator("iframe");
        (await frame.Locator(".u42-scroll tbody tr").First.InnerTextAsync()).ShouldContain("\u22121.4");
        (await frame.Locator(".u42-scroll tbody").InnerTextAsync()).ShouldNotContain("NaN");
    }

    [Fact]
    public void Tables_of_other_columns_without_number_have_those_that_a_table_may_have()
    {
        var tables = Enumerable.Range(0, 5).Select(table =>
            FeatureTable.Parse(Collection([Enumerable.Range(0, 1000).ToDictionary(column => $"t{table}c{column}", _ => 1.0)])));

        var all = FeatureTable.Concat(tables);

        all.Columns.Count.ShouldBe(4096);
        all.Remarks.ShouldContain(remark => remark.EndsWith("904 properties left out.", StringComparison.Ordinal));
    }

    private static string Collection(IEnumerable<Dictionary<string, double>> rows) => JsonSerializer.Serialize(new
    {
        type = "FeatureCollection",
        features = rows.Select(row => new { type = "Feature", properties = row }),
    });

    private string GeoPackage(string statement, string? values = null)
    {
        var path = _folder["x.gpkg"];
        Tool.Run("ogr2ogr", "-f", "GPKG", path, Samples.Find("collection/aoi_berlin.geojson"));
        var schema = statement.Replace("'", "''", StringComparison.Ordinal);
        var contents = "INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES('v', 'attributes', 'v');";
        var script = values is null
            ? $"PRAGMA writable_schema=1; INSERT INTO sqlite_schema VALUES('table', 'v', 'v', 0, '{schema}'); {contents}"
            : $"{statement}; INSERT INTO v {values}; {contents}";
        Tool.RunWithInput(
            "python3", script, "-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1], isolation_level=None).executescript(sys.stdin.read())", path);
        return path;
    }

    private void Zip(string name, string entry, byte[] content)
    {
        using var zip = ZipFile.Open(_folder[name], ZipArchiveMode.Create);
        using var stream = zip.CreateEntry(entry).Open();
        stream.Write(content);
    }
}
