using System.Net;

namespace Up42.Interactive.Sandbox;

/// <summary>Searching the storage.</summary>
public sealed class StacSearchTests : TodayTestBase
{
    private static readonly string[] Berlin = ["berlin august", "berlin june", "berlin may"];

    private static readonly string[] Lakes = ["lake 4", "lake 3", "lake 2", "lake 1", "lake 0"];

    [Theory]
    [InlineData("""{"op":"=","args":[{"property":"up42-user:title"},"Suez anchorage"]}""", "ships")]
    [InlineData("""{"op":"<>","args":[{"property":"constellation"},"sentinel-2"]}""", "ships,havel,olinda")]
    [InlineData("""{"op":"<","args":[{"property":"gsd"},3]}""", "havel,olinda")]
    [InlineData("""{"op":"<=","args":[{"property":"gsd"},3]}""", "ships,havel,olinda")]
    [InlineData("""{"op":">","args":[{"property":"eo:cloud_cover"},90]}""", "berlin june")]
    [InlineData("""{"op":">=","args":[{"property":"eo:cloud_cover"},6.2]}""", "havel,berlin june")]
    [InlineData("""{"op":"between","args":[{"property":"eo:cloud_cover"},1,10]}""", "havel,olinda")]
    [InlineData("""{"op":"in","args":[{"property":"platform"},["SPOT-6","PNEO-4"]]}""", "havel,olinda")]
    [InlineData("""{"op":"like","args":[{"property":"up42-user:title"},"%c_ast"]}""", "olinda")]
    [InlineData("""{"op":"like","args":[{"op":"casei","args":[{"property":"up42-user:title"}]},"suez%"]}""", "ships")]
    [InlineData("""{"op":"=","args":[{"property":"up42-user:tags"},"ships"]}""", "ships")]
    [InlineData("""{"op":"a_contains","args":[{"property":"up42-user:tags"},["coast","olinda"]]}""", "olinda")]
    [InlineData("""{"op":">=","args":[{"property":"datetime"},{"timestamp":"2023-10-03T00:00:00Z"}]}""", "ships,havel")]
    [InlineData("""{"op":">=","args":[{"property":"datetime"},"2023-10-03T12:21:30+02:00"]}""", "ships,havel")]
    [InlineData(
        """{"op":"and","args":[{"op":"isNull","args":[{"property":"up42-order:id"}]},{"op":"not","args":[{"op":"=","args":[{"property":"gsd"},10]}]}]}""", "")]
    [InlineData(
        """{"op":"or","args":[{"op":"=","args":[{"property":"platform"},"PHR-1B"]},{"op":"=","args":[{"property":"properties.platform"},"PNEO-4"]}]}""",
        "ships,havel")]
    [InlineData("""{"op":"not","args":[{"op":"=","args":[{"property":"nothing"},1]}]}""", "")]
    public async Task Filter_finds_what_it_names(string filter, string expected) =>
        (await FoundAsync($$"""{"filter":{{filter}},"filter-lang":"cql2-json"}"""))
            .ShouldBe(expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(ItemId), expected);

    [Theory]
    [InlineData(""" "bbox":[12.9,52.4,13.2,52.6],"datetime":"2023-05-01T00:00:00Z/2023-08-31T00:00:00Z" """, "berlin august,berlin june,berlin may,tile")]
    [InlineData(""" "bbox":[170,-60,-170,60] """, "")]
    [InlineData(""" "bbox":[-35,-9,0,-34,-8,100] """, "olinda")]
    [InlineData(""" "intersects":{"type":"Point","coordinates":[-34.85,-8.01]} """, "olinda")]
    [InlineData(""" "intersects":{"type":"LineString","coordinates":[[-36,-8.01],[-33,-8.01]]} """, "olinda")]
    [InlineData(""" "datetime":"2023-10-28T08:31:17Z" """, "ships")]
    [InlineData(""" "datetime":"2023-10-01T00:00:00Z/.." """, "ships,havel")]
    [InlineData(""" "datetime":"/2023-04-30T00:00:00Z" """, "lake 0")]
    public async Task Search_by_place_and_time_finds_what_lies_there(string fields, string expected) =>
        (await FoundAsync($"{{{fields}}}")).ShouldBe(expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(ItemId), ignoreOrder: true);

    [Fact]
    public async Task Search_by_ids_and_collections_takes_both()
    {
        (await SearchIdsAsync($$"""{"collections":["{{CollectionId("berlin")}}"]}""")).ShouldBe(Berlin.Select(ItemId));
        (await SearchIdsAsync($$"""{"collections":["{{CollectionId("berlin")}}"],"ids":["{{ItemId("berlin may")}}","{{ItemId("olinda")}}"]}"""))
            .ShouldBe([ItemId("berlin may")]);
    }

    [Theory]
    [InlineData("""{"sortby":[{"field":"properties.datetime","direction":"asc"}],"collections":["COLLECTION"],"limit":2}""")]
    [InlineData("""{"sortby":[{"field":"up42-user:title","direction":"asc"}],"collections":["COLLECTION"],"limit":1}""")]
    public async Task Sorted_pages_have_neither_gaps_nor_doubles(string body) =>
        (await SearchIdsAsync(body.Replace("COLLECTION", CollectionId("lake"), StringComparison.Ordinal))).ShouldBe(Lakes.Reverse().Select(ItemId));

    [Fact]
    public async Task Search_by_get_reads_the_same_fields_and_pages_by_address()
    {
        var (ids, next) = (new List<string>(), (string?)$"{Stac}/search?limit=2&collections={CollectionId("lake")}&sortby=-datetime");
        var matched = 0;
        while (next is not null)
        {
            var page = await Session.GetAsync(next);
            matched = page.GetProperty("numberMatched").GetInt32();
            ids.AddRange(Ids(page.GetProperty("features")));
            next = Next(page);
        }

        ids.ShouldBe(Lakes.Select(ItemId));
        matched.ShouldBe(5);
        var filter = Uri.EscapeDataString("""{"op":"=","args":[{"property":"platform"},"PHR-1B"]}""");
        Ids((await Session.GetAsync(
            $"{Stac}/search?filter={filter}&filter-lang=cql2-json&bbox=32,29,33,31&collections={CollectionId("ships")}")).GetProperty("features"))
            .ShouldBe([ItemId("ships")]);
    }

    // Without what the first jobs have made.
    private async Task<IEnumerable<string>> FoundAsync(string body) => (await SearchAsync(body))
        .Where(item => item.GetProperty("properties").GetProperty("up42-system:source").GetString() != "PROCESSING")
        .Select(item => item.GetProperty("id").GetString()!);

    [Theory]
    [InlineData("""{"limit":0}""")]
    [InlineData("""{"limit":10001}""")]
    [InlineData("""{"bbox":[1,2,3]}""")]
    [InlineData("""{"bbox":[1,5,2,3]}""")]
    [InlineData("""{"bbox":[0,0,1,1],"intersects":{"type":"Point","coordinates":[0,0]}}""")]
    [InlineData("""{"intersects":{"type":"Circle"}}""")]
    [InlineData("""{"intersects":{"type":"Polygon","coordinates":[]}}""")]
    [InlineData("""{"datetime":"yesterday"}""")]
    [InlineData("""{"datetime":"2023-02-01T00:00:00Z/2023-01-01T00:00:00Z"}""")]
    [InlineData("""{"filter":{"op":"near","args":[1,2]}}""")]
    [InlineData("""{"filter":{"op":"=","args":[1]}}""")]
    [InlineData("""{"filter":"platform = 'PHR-1B'"}""")]
    [InlineData("""{"ids":7}""")]
    [InlineData("""{"token":"next:x"}""")]
    [InlineData("[]")]
    [InlineData("not json")]
    public async Task Search_that_cannot_be_understood_is_a_problem(string body)
    {
        using var answer = await Session.SendAsync(HttpMethod.Post, $"{Stac}/search", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }
}
