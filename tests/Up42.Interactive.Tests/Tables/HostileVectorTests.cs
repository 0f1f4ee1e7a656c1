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
        var path = GeoPackage($"CREATE TABLE v(fid INTEGER PRIMARY KEY, t TEXT DEFAULT '{new string('x', 20_000)}')");

        Should.Throw<Up42Exception>(() => FeatureTable.Read(path)).Message.ShouldStartWith("x.gpkg is not read: it is damaged, or holds views");
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
