using System.Text.Json;

namespace Up42.Interactive.Tests.Tables;

public class FeatureTableWritingTests
{
    private const string Everything = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[1.5,2]},"properties":{"text":"<a> \"é\"\n","real":1.0,"int":9007199254740993,"yes":true,"list":[1,{"a":null}],"none":null}},
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
    public void SaveCsv_quotes_what_must_be_and_writes_WKT()
    {
        using var folder = new TempFolder();

        FeatureTable.Parse(Everything).SaveCsv(folder["out.csv"]);

        File.ReadAllText(folder["out.csv"]).ShouldBe(
            "text,real,int,yes,list,none,geometry\r\n\"<a> \"\"é\"\"\n\",1,9007199254740993,true,\"[1,{\"\"a\"\":null}]\",,POINT (1.5 2)\r\n,,,,,,\r\n");
    }

    [Fact]
    public void Save_into_a_folder_that_is_not_there_leaves_nothing_behind()
    {
        using var folder = new TempFolder();

        Should.Throw<DirectoryNotFoundException>(() => FeatureTable.Empty.SaveCsv(folder["no/out.csv"]));

        folder.Files.ShouldBeEmpty();
    }
}
