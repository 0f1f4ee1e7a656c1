using System.Text.Json;

namespace Up42.Interactive.Tests.Tables;

public class FeatureTableWritingTests
{
    private const string Values =
        """
        {"text":"<a> \"é\"\n","real":1.0,"int":9007199254740993,"yes":true,"list":[1,{"a":null}],"none":null}
        """;

    private const string Everything = $$$"""
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[1.5,2]},"properties":{{{Values}}}},
        {"type":"Feature","geometry":null,"properties":{"text":null,"real":null,"int":null,"yes":null,"list":null,"none":null}}
        ]}

        """;

    [Fact]
    public void ToGeoJson_of_what_was_parsed_is_the_same_text() => FeatureTable.Parse(Everything).ToGeoJson().ShouldBe(Everything.ReplaceLineEndings("\n"));

    [Fact]
    public void ToGeoJson_of_real_results_keeps_every_property()
    {
        var path = Samples.Find("collection/job_collection_merged_result.json");

        using var before = JsonDocument.Parse(File.ReadAllText(path));
        using var after = JsonDocument.Parse(FeatureTable.Read(path).ToGeoJson());

        foreach (var (was, now) in before.RootElement.GetProperty("features").EnumerateArray().Zip(after.RootElement.GetProperty("features").EnumerateArray()))
        {
            foreach (var property in was.GetProperty("properties").EnumerateObject())
            {
                JsonElement.DeepEquals(property.Value, now.GetProperty("properties").GetProperty(property.Name)).ShouldBeTrue(property.Name);
            }
        }
    }

    [Fact]
    public void SaveGeoJson_is_read_by_GDAL()
    {
        using var folder = new TempFolder();

        FeatureTable.Read(Samples.Find("collection/search_results_limited_columns.geojson")).SaveGeoJson(folder["out.geojson"]);

        Tool.Run("ogrinfo", "-so", "-al", folder["out.geojson"]).ShouldContain("Feature Count: 4");
        folder.Files.ShouldBe(["out.geojson"]);
    }

    [Fact]
    public void SaveCsv_quotes_what_must_be_and_writes_ids_and_WKT()
    {
        using var folder = new TempFolder();

        FeatureTable.Parse(Everything).SaveCsv(folder["new/folder/out.csv"]).ShouldBe(folder["new/folder/out.csv"]);

        File.ReadAllText(folder["new/folder/out.csv"]).ShouldBe(
            "id,text,real,int,yes,list,none,geometry\r\n1,\"<a> \"\"é\"\"\n\",1,9007199254740993,true,\"[1,{\"\"a\"\":null}]\",,POINT (1.5 2)\r\n,,,,,,,\r\n");
    }

    [Theory]
    [InlineData("41_empty_key.geojson", ",a b,a.b,geometry,id,geometry_wkt,geometry_wkt_2")]
    [InlineData("26_ids_mixed.geojson", "id,a,geometry")]
    public void SaveCsv_has_unique_names(string name, string head) => Csv(FeatureTable.Read(Samples.FindCase($"vectors/{name}")))[0].ShouldBe(head);

    [Fact]
    public void SaveCsv_writes_heights_only_where_all_positions_have_one() =>
        Csv(FeatureTable.Read(Samples.FindCase("vectors/30_3d_mixed.geojson"))).Skip(1).Select(line => line.Split(',', 2)[1].Trim('"'))
            .ShouldBe(["LINESTRING (0 0, 1 1, 2 2)", "POINT Z(1 2 3)", "GEOMETRYCOLLECTION (POINT (1 2), POINT (1 2))"]);

    /// <summary>Quotes, line breaks, other scripts and numbers of all sizes, as Python's own reader gives them back.</summary>
    [Fact]
    public void SaveCsv_is_read_by_others_as_it_was()
    {
        using var folder = new TempFolder();
        FeatureTable.Read(Samples.FindCase("vectors/47_csvtext.geojson")).SaveCsv(folder["a.csv"]);

        const string Read = "import csv, json, sys; print(json.dumps(list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8-sig')))[1]))";
        System.Text.Json.JsonSerializer.Deserialize<string[]>(Tool.Run("/usr/bin/python3", "-c", Read, folder["a.csv"])).ShouldBe(
            ["a,b;\"c\"\nline2\r\nx", "'=1+1", "'-5", "'@SUM(A1)", "", " lead", "שלום 😀 é", "", "1234567890123456789", "0.1", "1E-300", "2020-03-30",
            "POINT (13.123456789012344 52)"]);
    }

    [Fact]
    public void SaveCsv_disarms_what_a_spreadsheet_takes_for_a_formula()
    {
        var table = FeatureTable.Parse("""{"type":"Feature","properties":{"f":"=1+1","g":"-5","h":"@SUM(A1)","n":-5,"t":"a=b"},"geometry":null}""");

        Csv(table)[1].ShouldBe("'=1+1,'-5,'@SUM(A1),-5,a=b,");
        Csv(table, new CsvOptions { DisarmFormulas = false })[1].ShouldBe("=1+1,\"-5\",@SUM(A1),-5,a=b,");
    }

    [Theory]
    [InlineData(true, 0xEF)]
    [InlineData(false, 'f')]
    public void SaveCsv_has_a_byte_order_mark_on_demand(bool wanted, int first)
    {
        using var folder = new TempFolder();
        var table = FeatureTable.Parse("""{"type":"Feature","properties":{"f":1},"geometry":null}""");

        File.ReadAllBytes(table.SaveCsv(folder["a.csv"], new CsvOptions { ByteOrderMark = wanted }))[0].ShouldBe((byte)first);
    }

    [Fact]
    public void Save_into_a_folder_that_is_not_there_makes_it()
    {
        using var folder = new TempFolder();

        FeatureTable.Empty.SaveGeoJson(folder["deep/er/a.geojson"]);
        FeatureTable.Empty.SaveCsv(folder["deep/est/a.csv"]);

        folder.Files.Order(StringComparer.Ordinal).ShouldBe(["deep/er/a.geojson", "deep/est/a.csv"]);
    }

    [Fact]
    public void Save_into_what_is_a_folder_is_refused()
    {
        using var folder = new TempFolder();

        Should.Throw<ArgumentException>(() => FeatureTable.Empty.SaveGeoJson(folder[""])).Message.ShouldContain("is a folder");
    }

    private static string[] Csv(FeatureTable table, CsvOptions? options = null)
    {
        using var folder = new TempFolder();
        return File.ReadAllLines(table.SaveCsv(folder["out.csv"], options));
    }
}
