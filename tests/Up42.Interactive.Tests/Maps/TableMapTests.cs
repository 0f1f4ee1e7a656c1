namespace Up42.Interactive.Tests.Maps;

public class TableMapTests
{
    private static readonly MapOptions NoTiles = new() { Basemaps = [] };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly FeatureTable Lakes = FeatureTable.Parse("""
        {"type":"FeatureCollection","features":[
         {"type":"Feature","properties":{"name":"Wannsee","km2":2.7},"geometry":{"type":"Point","coordinates":[13.17,52.43]}},
         {"type":"Feature","properties":{"name":"Müggelsee","km2":7.4},"geometry":{"type":"Point","coordinates":[13.65,52.44]}},
         {"type":"Feature","properties":{"name":"empty","km2":1},"geometry":{"type":"Polygon","coordinates":[]}},
         {"type":"Feature","properties":{"name":"nowhere","km2":null},"geometry":null}]}
        """);

    [Fact]
    public void Map_shows_the_rows_that_have_a_place_with_a_key_of_the_column()
    {
        var map = Lakes.Map(colorBy: "km2", options: NoTiles, cancellationToken: Token);

        map.ToString().ShouldStartWith("Map of 0 images and 2 features");
        map.ToString().ShouldEndWith("2 rows without a geometry left out");
        map.ToHtml().ShouldContain("<th scope=\"col\">km2</th>");
        map.ToHtml().ShouldContain("Müggelsee");
    }

    [Fact]
    public void Map_lies_over_the_rasters_of_results() =>
        Lakes.Map(over: JobResults.Open(Samples.BerlinTgz, cancellationToken: Token), aoi: Lakes, options: NoTiles, cancellationToken: Token).ToString()
            .ShouldStartWith("Map of 1 image and 4 features");

    [Fact]
    public void Map_says_what_is_missing()
    {
        Should.Throw<ArgumentException>(() => Lakes.Map(colorBy: "km_2", options: NoTiles, cancellationToken: Token))
            .Message.ShouldContain("Did you mean 'km2'?");
        Should.Throw<Up42Exception>(() => Lakes.Tail(2).Map(cancellationToken: Token))
            .Message.ShouldBe("No row of the table has a geometry to map.");
        Should.Throw<Up42Exception>(() => FeatureTable.Empty.Map(cancellationToken: Token)).Message.ShouldBe("The table has no rows to map.");
    }
}
