using System.Text;

namespace Up42.Interactive.Tests.Tables;

/// <summary>GeoJSON in other encodings, systems and sizes of numbers.</summary>
public class GeoJsonTextTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Read_encodings_are_understood_by_their_marks_or_without(string name)
    {
        using var folder = new TempFolder();
        var encoding = Encoding.GetEncoding(name);
        const string Text = """{"type":"Feature","properties":{"name":"Köln"},"geometry":null}""";
        File.WriteAllText(folder["a.geojson"], Text, encoding);
        File.WriteAllText(folder["a.wkt"], "POINT (1 2)", encoding);

        FeatureTable.Read(folder["a.geojson"])[0].GetText("name").ShouldBe("Köln");
        FeatureTable.Read(folder["a.wkt"])[0].Geometry!.AsText().ShouldBe("POINT (1 2)");
        if (!name.StartsWith("utf-32", StringComparison.Ordinal))
        {
            File.WriteAllBytes(folder["a.geojson"], encoding.GetBytes(Text));
            File.WriteAllBytes(folder["a.wkt"], encoding.GetBytes("POINT (1 2)"));
            FeatureTable.Read(folder["a.geojson"])[0].GetText("name").ShouldBe("Köln");
            FeatureTable.Read(folder["a.wkt"])[0].Geometry!.AsText().ShouldBe("POINT (1 2)");
        }
    }

    /// <summary>Ids are often whole numbers beyond 64 bits, which real numbers would round.</summary>
    [Fact]
    public void Parse_whole_numbers_beyond_64_bits_keep_their_digits()
    {
        var table = FeatureTable.Parse(string.Join('\n', new[] { "9223372036854775807", "9223372036854775808", "-9223372036854775809,\"r\":1e19" }
            .Select(value => $$$"""{"type":"Feature","properties":{"v":{{{value}}}},"geometry":null}""")));

        table.Select(row => row.GetText("v")).ShouldBe(["9223372036854775807", "9223372036854775808", "-9223372036854775809"]);
        table["r"].ShouldBe([null, null, 1e19]);
        table.ToHtml().ShouldContain("9223372036854775808");
    }

    /// <summary>The three ways in which GeoJSON from before RFC 7946 names a system.</summary>
    [Theory]
    [InlineData("""{"type":"EPSG","properties":{"code":3857}}""")]
    [InlineData("""{"type":"EPSG","properties":{"code":"3857"}}""")]
    [InlineData("""{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}}""")]
    [InlineData("\"EPSG:3857\"")]
    public void Parse_a_system_named_by_code_or_name_is_transformed(string crs)
    {
        var table = FeatureTable.Parse($$"""{"type":"Point","coordinates":[111319.490793,222684.208506],"crs":{{crs}}}""");

        table.SourceCrs.ShouldBe("EPSG:3857");
        table[0].Geometry!.Coordinate.X.ShouldBe(1, 1e-6);
        table[0].Geometry!.Coordinate.Y.ShouldBe(2, 1e-6);
    }
}
