using System.Text.Json;

namespace Up42.Interactive.Tests.Maps;

public sealed class MapVectorsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Zigzag_of_many_vertices_is_thinned_until_it_fits()
    {
        var vectors = MapVectors.Fit([Layer(Zigzag(200_001))], FeatureBudget.Few, Token);

        vectors.Data[0].Features[0].Geometry.NumPoints.ShouldBeInRange(2, 150_000);
        vectors.Remarks.ShouldHaveSingleItem().ShouldStartWith("Outlines are simplified by up to");
    }

    [Fact]
    public void Many_small_parts_get_fewer_until_they_fit()
    {
        var points = string.Join(',', Enumerable.Range(0, 40_000).Select(i => FormattableString.Invariant($"[{i * 7919 % 40_009 / 400.09},{i % 80}]")));
        var table = FeatureTable.Parse($$$"""{"type":"Feature","properties":{},"geometry":{"type":"MultiPoint","coordinates":[{{{points}}}]}}""");

        var vectors = MapVectors.Fit([Layer(table)], FeatureBudget.Few, Token);

        PageData.Serialize(vectors.Data, MapPageJson.Default.IReadOnlyListVectorLayerData).Length.ShouldBeLessThan(1_000_000);
        vectors.Data[0].Features[0].Geometry.NumPoints.ShouldBeInRange(1000, 40_000);
    }

    [Fact]
    public void Of_very_many_vertices_some_are_built_and_the_map_says_so()
    {
        var map = new MapBuilder(new MapOptions()).AddVectors(Zigzag(700_001), "line").Build();

        map.ToHtml().ShouldContain("line: 1 of 3 vertices is drawn.");
    }

    [Fact]
    public void Work_is_canceled() =>
        Should.Throw<OperationCanceledException>(() => MapVectors.Fit([Layer(Zigzag(200_001))], FeatureBudget.Few, new CancellationToken(canceled: true)));

    [Fact]
    public void Popups_say_what_tables_say()
    {
        var table = FeatureTable.Parse(
            """
            {"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":
            {"day":"2020-03-30","time":"2020-03-30T17:02:11+02:00","big":9007199254740993,"small":7,"real":0.1,
            "list":[9007199254740993,1.5,[2,"a"],"https://x.example/?X-Goog-Signature=abc"]}}
            """);

        var json = PageData.Serialize(MapVectors.Fit([Layer(table)], FeatureBudget.Few, Token).Data, MapPageJson.Default.IReadOnlyListVectorLayerData);

        var properties = JsonDocument.Parse(json).RootElement[0].GetProperty("features")[0].GetProperty("properties");
        properties.GetProperty("day").GetString().ShouldBe("2020-03-30");
        properties.GetProperty("time").GetString().ShouldBe("2020-03-30 15:02:11 UTC");
        properties.GetProperty("big").GetString().ShouldBe("9007199254740993");
        properties.GetProperty("small").GetInt32().ShouldBe(7);
        properties.GetProperty("real").GetDouble().ShouldBe(0.1);
        properties.GetProperty("list").GetRawText().ShouldBe("""["9007199254740993",1.5,[2,"a"],"https://x.example/?X-Goog-Signature=…"]""");
    }

    [Theory]
    [InlineData("""{"acquisitionDate":"2020-05-01T10:00:00Z","sensor":"Landsat 7 ETM+"}""", "2020-05-01, Landsat 7 ETM+")]
    [InlineData("""{"datetime":"2020-05-01T23:30:00-02:00"}""", "2020-05-02")]
    [InlineData("""{"sensor":"Landsat 7 ETM+"}""", "Feature 1")]
    [InlineData("""{"date":"soon"}""", "Feature 1")]
    [InlineData("""{"date":7,"sceneId":"S2A_1"}""", "S2A_1")]
    public void Label_says_date_and_sensor(string properties, string expected)
    {
        var table = FeatureTable.Parse($$"""{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{{properties}} }""");

        new FeatureNames(table, "uid").Create(table[0], table[0].Geometry!).Label.ShouldBe(expected);
    }

    [Fact]
    public void Colors_lie_along_the_scale_that_is_given_and_missing_values_have_a_row_in_the_key()
    {
        var table = FeatureTable.Parse(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","geometry":null,"properties":{"n":0}},{"type":"Feature","geometry":null,"properties":{"n":5}},
            {"type":"Feature","geometry":null,"properties":{"n":10}},{"type":"Feature","geometry":null,"properties":{"n":null}}]}
            """);

        var colors = new FeatureColors("n", [.. table], ColorScale.Gray);

        table.Select(colors.ColorOf).ShouldBe(["#000000", "#808080", "#ffffff", CategoryPalette.Other]);
        colors.Bar!.Colors.ShouldBe(["#000000", "#ffffff"]);
        colors.Classes.ShouldBe([new FeatureClass("no value", CategoryPalette.Other, 1)]);
    }

    [Theory]
    [InlineData(1, "1 other")]
    [InlineData(3, "3 others")]
    public void Categories_beyond_the_palette_are_counted(int more, string expected)
    {
        var features = Enumerable.Range(0, CategoryPalette.Colors.Count + more)
            .Select(i => $$$"""{"type":"Feature","geometry":null,"properties":{"t":"t{{{i}}}"}}""");
        var table = FeatureTable.Parse($$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");

        new FeatureColors("t", [.. table]).Classes[^1].Name.ShouldBe(expected);
    }

    private static MapLayer Layer(FeatureTable table) => new(
        "Vector results", "layer", "#d55e00", Dashed: false, [.. table.Select(row => new MapFeature("a name", row.Geometry!, row))]);

    private static FeatureTable Zigzag(int vertices)
    {
        var positions = string.Join(',', Enumerable.Range(0, vertices).Select(i => FormattableString.Invariant($"[{i * 1e-4},{i % 2}]")));
        return FeatureTable.Parse($$$"""{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[{{{positions}}}]}}""");
    }
}
