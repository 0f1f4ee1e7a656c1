namespace Up42.Interactive.Tests.Tables;

/// <summary>Of a text that is not JSON throughout the features are read that are.</summary>
public class DamagedGeoJsonTests
{
    /// <summary>What is not JSON, in a file with two features before it: those that stay, and the remark. § stands for a feature.</summary>
    [Theory]
    [InlineData("§,\n§,\n]}", "1 2", "A comma before a closing bracket is not JSON: 1 comma ignored, the first in line 3.")]
    [InlineData("§,\n§\n],}", "1 2", "A comma before a closing bracket is not JSON: 1 comma ignored, the first in line 4.")]
    [InlineData("§,\n{\"type\":\"Feature\",\"properties\":{\"n\":7,\"l\":[1,], },\"geometry\":null},§]}", "1 7 2",
        "A comma before a closing bracket is not JSON: 2 commas ignored, the first in line 3.")]
    [InlineData("§, // the first, \"so\"\n§ /* the\nsecond */\n]}", "1 2", "Comments are not JSON: 2 comments ignored, the first in line 2.")]
    [InlineData("§,\n§, // the last\n]}", "1 2", "Comments are not JSON: 1 comment ignored, the first in line 3.|A comma before *")]
    [InlineData("§,\n{\"type\":\"Feature\",\"properties\":{\"n\":-Infinity},\"geometry\":null},§]}", "1  2",
        "NaN and Infinity are not JSON: 1 such value counted as missing.")]
    [InlineData("§,\n§", "1 2", "What comes after row 1 was left out: a.geojson is not valid JSON: line 3, position 56: It breaks off here.")]
    [InlineData("§,\n§,\n{\"type\":\"Feat", "1 2", "What comes after row 1 was left out: a.geojson is not valid JSON: line 4, *: It breaks off here.")]
    [InlineData("§,\n§,\n{'type':", "1 2",
        "What comes after row 1 was left out: a.geojson is not valid JSON: line 4, position 2: Names and texts stand in double quotes, *")]
    [InlineData("§,\n§,\n{\"type\":\"Feature\",\"properties\":{\"n\":3,\"a\":'x'}}]}", "1 2", "What comes after row 1 * line 4, position 43: Names and *")]
    [InlineData("§,\n§\n§]}", "1 2 3", "The text between row 1 and row 2 is damaged: * line 4, position 1: Before '{' a comma or a colon is missing, *")]
    [InlineData("§,\n{\"type\":\"Feature\",\"properties\":{\"n\":9,\"a\":'x'}},\n§,§]}", "1 2 3",
        "What stands between row 0 and row 1 was left out: a.geojson is not valid JSON: line 3, position 43: Names and texts stand in double quotes, *")]
    [InlineData("§,{\"type\":\"Feature\",\"properties\":{\"n\":9,\"u\":\"x, \"h\":\"http://a\"}},§,§]}", "1 2 3",
        "What stands between row 0 and row 1 * line 2, position 104: 'h' does not belong here.")]
    [InlineData("§,{\"type\":\"Feature\",\"properties\":{\"n\":9,\"u\":\"x},\n \"geometry\":null},\n§,{\"n\":NaN},§]}", "1 2  3",
        "What stands between row 0 and row 1 * line 2, position 103: A text is not closed, or holds a line break or a control character.|NaN and *")]
    [InlineData("§,{\"type\":\"Feature\",\"properties\":{\"n\":9,\"u\":\"http:\n//a/[9]\",\"o\":1}},§,§]}", "1 2 3",
        "What stands between row 0 and row 1 * line 2, position 105: A text is not closed, or holds a line break or a control character.")]
    [InlineData("§,{\"type\":\"Feature\",\"properties\":{\"n\":9,\"u\": //a/[9]\",\"o\":1}},§,§]}", "1 2 3",
        "What stands between row 0 and row 1 * line 2, position *: Comments are not JSON.")]
    [InlineData("§,{\"type\":\"Feature\",\"properties\":{\"n\":9,\"geometry\":null},§,§]}", "1 2 3",
        "What stands between row 0 and row 1 * line 2, position 112: Before '{' a comma or a colon is missing, or a closing bracket.")]
    [InlineData("§]},§,§]}", "1 2 3", "What stands between row 0 and row 1 * line 2, position 58: ',' does not belong here.")]
    [InlineData("{\"type\":\"Feature\",\"id\":oops},\n{\"id\":\"7\",\"type\":\"Feature\",\"properties\":{\"n\":7},\"geometry\":null},§]}", "7 1",
        "What stands before row 0 was left out: a.geojson is not valid JSON: line 2, position 24: 'oops' does not belong here.")]
    [InlineData("§,{\"id\":oops,\"properties\":{\"n\":8,\"of\":{\"type\":\"Feature\",\"properties\":{\"n\":9}},\"type\":\"Feature\"},§]}", "1 2",
        "What stands between row 0 and row 1 * line 2, position 63: 'oops' does not belong here.")]
    [InlineData("§,{,§,{:,§]}", "1 2 3", "What stands between row 0 and row 1 *|What stands between row 1 and row 2 *")]
    [InlineData("§,\n§,\n{\"a\":\"b\n\"}]}", "1 2", "What comes after row 1 * line 4, position 8: A text is not closed, or holds a line break *")]
    [InlineData("§,\n§,\n{\"a\":nan}]}", "1 2", "What comes after row 1 * line 4, position 7: 'nan' does not belong here.")]
    [InlineData("§,\n§]}}", "1 2", "What comes after row 1 * line 3, position 58: '}' closes what is not open, or what is not finished.")]
    public void Read_what_is_not_JSON_keeps_what_is_and_says_where(string features, string values, string remarks)
    {
        using var folder = new TempFolder();
        var number = 0;
        var text = string.Concat(features.Select(symbol => symbol == '§'
            ? $$$"""{"type":"Feature","properties":{"n":{{{++number}}}},"geometry":null}""" : symbol.ToString()));
        File.WriteAllText(folder["a.geojson"], $"{{\"type\":\"FeatureCollection\",\"features\":[\n{text}");

        var table = FeatureTable.Read(folder["a.geojson"]);

        string.Join(" ", table["n"]).ShouldBe(values);
        string.Join("|", table.Remarks).ShouldMatch(Pattern(remarks));
        table.ToHtml().ShouldContain(table.Remarks[0].Split('\'')[0]);
    }

    [Fact]
    public void Read_the_system_after_a_damaged_list_still_holds()
    {
        const string Feature = """{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[500000,5800000]}}""";

        var table = FeatureTable.Parse(
            """{"type":"FeatureCollection","features":[§,{oops},§],"name":[1],"crs":{"properties":{"name":"EPSG:32633"}}}"""
                .Replace("§", Feature, StringComparison.Ordinal));

        table.SourceCrs.ShouldBe("EPSG:32633");
        table.Select(row => Math.Round(row.Geometry!.Coordinate.X, 6)).ShouldBe([15, 15]);
        table.Remarks.ShouldHaveSingleItem().ShouldStartWith("What stands between row 0 and row 1 was left out: ");
    }

    [Theory]
    [InlineData("{\"type\":\"Feature\", oops\n§\n§", "0 1", "A record before row 0 was left out: *line 1, position 20: 'oops' does not belong here.")]
    [InlineData("{\n \"type\": oops,\n \"properties\": {\n}\n}\n\u001E§\n§", "0 1", "A record before row 0 was left out: *line 2, position 10: *")]
    [InlineData("§\n{\"type\":\"FeatureCollection\",\"features\":[§]}\n§", "0 2", "A record after row 0 was left out: A FeatureCollection is not a *")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[§]}\n§", "0", "There is something after the FeatureCollection; it was left out.")]
    public void Parse_records_that_are_none_leave_the_others(string records, string values, string remark)
    {
        var number = 0;
        var table = FeatureTable.Parse(string.Concat(records.Select(symbol => symbol == '§'
            ? $$$"""{"type":"Feature","properties":{"n":{{{number++}}}},"geometry":null}""" : symbol.ToString())));

        string.Join(" ", table["n"]).ShouldBe(values);
        table.Remarks.ShouldHaveSingleItem().ShouldMatch(Pattern(remark));
    }

    [Fact]
    public void Parse_ends_after_many_faults()
    {
        var feature = """{"type":"Feature","properties":{"n":1},"geometry":null},oops""";

        var table = FeatureTable.Parse($"{{\"type\":\"FeatureCollection\",\"features\":[{string.Concat(Enumerable.Repeat(feature, 12_000))}]}}");

        table.Count.ShouldBe(10_001);
        table.Remarks.Count.ShouldBe(20);
    }

    private static string Pattern(string message) =>
        $"^{System.Text.RegularExpressions.Regex.Escape(message).Replace("\\*", "(?s:.*)", StringComparison.Ordinal)}$";
}
