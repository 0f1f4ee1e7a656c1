using System.Net;
using System.Text.RegularExpressions;

namespace Up42.Interactive.Tests.Tables;

public class TableExpectationTests
{
    [Theory]
    [InlineData("scenes")]
    [InlineData("one-feature")]
    [InlineData("many")]
    [InlineData("empty")]
    [InlineData("facts")]
    [InlineData("shapes")]
    [InlineData("row")]
    [InlineData("column")]
    [InlineData("group")]
    public void Tables_rows_columns_and_groups_look_as_accepted(string name)
    {
        var display = Display(name);

        display.ToHtml().ShouldBe(display.ToHtml());
        Expectation.Match($"{display}\n\n{Readable(display.ToHtml())}\n", $"Tables/{name}.html");
    }

    private static IDisplay Display(string name) => name switch
    {
        "scenes" => FeatureTable.Read(Samples.Find("collection/search_results_limited_columns.geojson")),
        "one-feature" => JobResults.Open(Samples.BerlinTgz).Table,
        "many" => Catalogue.Scenes(120),
        "empty" => FeatureTable.Empty,
        "facts" => Catalogue.Scenes(120).Describe(),
        "shapes" => Shapes,
        "row" => Catalogue.Scenes(120)[7],
        "column" => Catalogue.Scenes(120)["cloudCoverage"],
        "group" => Catalogue.Scenes(120).GroupRowsBy("provider")[0],
        _ => throw new ArgumentException($"There is no display {name}.", nameof(name)),
    };

    [Fact]
    public void The_same_features_give_the_same_bytes()
    {
        var json = Catalogue.Scenes(300).ToGeoJson();

        FeatureTable.Parse(json).ToHtml().ShouldBe(FeatureTable.Parse(json).ToHtml());
    }

    [Fact]
    public void Outlines_are_pictures_of_the_shape()
    {
        var pictures = Regex.Matches(Shapes.ToHtml(), "data:image/svg\\+xml;base64,([^\"]+)")
            .Select(match => System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(match.Groups[1].Value))).ToArray();

        pictures.Length.ShouldBe(1 + 8, "a histogram and eight shapes");
        pictures.ShouldAllBe(svg => System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName == "svg");
        pictures[4].ShouldContain("d=\"M0 24h24v-24h-24zM7 17v-7h7v7z\"");
        pictures[3].ShouldContain("d=\"M11 11h2v2h-2z\"", customMessage: "a line of 39 km beside a polygon of 10° is a speck");
        pictures[6].ShouldContain("d=\"M10 13h", customMessage: "2° of 10° over the antimeridian");
    }

    // Pictures, styles and programs are tested by what they do.
    private static string Readable(string html)
    {
        var page = Regex.Replace(
            html, "srcdoc=\"([^\"]*)\"", match =>
                $"srcdoc=\"\n{Regex.Match(WebUtility.HtmlDecode(match.Groups[1].Value), "<main>.*</main>", RegexOptions.Singleline).Value}\n\"");
        return Regex.Replace(Regex.Replace(page, "<style>.*?</style>", "<style>…</style>", RegexOptions.Singleline), ";base64,[A-Za-z0-9+/=]+", ";base64,…");
    }

    private static FeatureTable Shapes { get; } = FeatureTable.Parse($$"""
        {"type":"FeatureCollection","features":[{{string.Join(",\n", new[]
        {
            """{"type":"Point","coordinates":[13.4,52.5]}""",
            """{"type":"MultiPoint","coordinates":[[13.4,52.5],[13.5,52.6],[13.45,52.4]]}""",
            """{"type":"LineString","coordinates":[[13.4,52.5],[13.5,52.6],[13.7,52.4]]}""",
            """{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[3,3],[3,6],[6,6],[6,3],[3,3]]]}""",
            """{"type":"MultiPolygon","coordinates":[[[[0,0],[2,0],[2,2],[0,0]]],[[[5,5],[7,5],[7,8],[5,5]]]]}""",
            """{"type":"Polygon","coordinates":[[[179,-18],[-179,-18],[-179,-17],[179,-17],[179,-18]]]}""",
            """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[3,3]},{"type":"LineString","coordinates":[[0,0],[5,5]]}]}""",
            "null",
            """{"type":"Polygon","coordinates":[]}""",
            """{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}""",
        }.Select((geometry, row) => $$"""{"type":"Feature","properties":{"row":{{row}}},"geometry":{{geometry}}}"""))}}]}
        """);
}
