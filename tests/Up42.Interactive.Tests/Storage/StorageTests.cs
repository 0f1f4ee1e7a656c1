using System.Text.Json;
using Up42.Interactive.Tests.Http;
using Up42.Interactive.Tests.Processing;

namespace Up42.Interactive.Tests.Storage;

public sealed class StorageTests : IDisposable
{
    private const string SearchCall = "POST /v2/assets/stac/search";

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_search_asks_for_all_that_the_server_can_tell()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        var bodies = Answer(server, page => $$"""{"features":[{{ProcessingServer.Item(server)}}]}""");
        using var client = await server.ConnectAccountAsync();

        var items = await client.Storage.SearchAsync(
            """{"type":"Polygon","coordinates":[[[13,52],[13.1,52],[13.1,52.1],[13,52]]]}""",
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            orderId: "o",
            jobId: "j",
            collection: "c-1",
            filter: new { op = "<", args = new object[] { new { property = "eo:cloud_cover" }, 10 } },
            sortBy: "datetime",
            descending: true,
            limit: 7,
            cancellationToken: Cancel);

        items.ShouldHaveSingleItem().Title.ShouldBe("Sharp");
        JsonElement.DeepEquals(bodies.ShouldHaveSingleItem(), JsonElement.Parse("""
            {"limit":7,"collections":["c-1"],"intersects":{"type":"Polygon","coordinates":[[[13,52],[13.1,52],[13.1,52.1],[13,52]]]},
            "datetime":"2026-01-01T00:00:00Z/..","filter-lang":"cql2-json","filter":{"op":"and","args":[
            {"op":"=","args":[{"property":"up42-order:id"},"o"]},{"op":"=","args":[{"property":"up42-system:job_id"},"j"]},
            {"op":"<","args":[{"property":"eo:cloud_cover"},10]}]},"sortby":[{"field":"datetime","direction":"desc"}]}
            """)).ShouldBeTrue(bodies[0].GetRawText());
    }

    [Fact]
    public async Task Pages_follow_by_method_and_body_and_text_and_tags_are_looked_for_here()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        var bodies = Answer(server, page => $$$"""
            {"features":[{"id":"a{{{page}}}","properties":{"title":"Ships","up42-user:tags":["x","Y"]} },{"id":"b{{{page}}}","properties":{"title":"Trees"} }],
            "links":[{"rel":"next","href":"/v2/assets/stac/search","method":"POST","merge":true,"body":{"token":"{{{page + 1}}}"} }]}
            """);
        using var client = await server.ConnectAccountAsync();

        var items = await client.Storage.SearchAsync(text: "SHIP", tags: ["y"], limit: 3, cancellationToken: Cancel);

        items.Select(item => item.Id).ShouldBe(["a1", "a2", "a3"]);
        bodies.Select(body => body.GetRawText()).ShouldBe(["""{"limit":100}""", """{"limit":100,"token":"2"}""", """{"limit":100,"token":"3"}"""]);
    }

    [Fact]
    public async Task An_item_is_got_by_id_by_collection_and_by_its_own_url_but_not_from_elsewhere()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        Answer(server, _ => $$"""{"features":[{{ProcessingServer.Item(server)}}]}""");
        server.On("GET /v2/assets/stac/collections/c-1/items/i-1", ProcessingServer.Item(server));
        using var client = await server.ConnectAccountAsync();

        var item = await client.Storage.GetItemAsync("i-1", cancellationToken: Cancel);
        (await client.Storage.GetItemAsync("i-1", "c-1", Cancel)).Id.ShouldBe("i-1");
        (await client.Storage.GetItemAsync(item.SelfUrl!, cancellationToken: Cancel)).Id.ShouldBe("i-1");

        (await Should.ThrowAsync<Up42Exception>(() => client.Storage.GetItemAsync("other", cancellationToken: Cancel))).Message
            .ShouldBe("There is no item other in storage.");
        (await Should.ThrowAsync<Up42Exception>(() => client.Storage.GetItemAsync("https://evil.example/items/i", cancellationToken: Cancel))).Message
            .ShouldBe($"https://evil.example/items/i is not on {server.Authority}, where this client has logged in: it is not followed.");
    }

    [Fact]
    public async Task An_asset_on_another_host_gets_no_token()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        using var client = await server.ConnectAccountAsync();
        var item = StacItem.Parse(
            JsonElement.Parse("""{"id":"i","assets":{"a":{"href":"https://evil.example/v2/assets/a","type":"image/tiff"}}}"""));

        var error = await Should.ThrowAsync<Up42Exception>(() => client.Storage.DownloadAsync(item, _folder.Path, cancellationToken: Cancel));

        error.Message.ShouldStartWith("https://evil.example/v2/assets/a/download-url is not on");
        (await Should.ThrowAsync<Up42Exception>(() => item.DownloadAsync(cancellationToken: Cancel))).Message
            .ShouldBe("Item i was read from JSON: await up42.Storage.GetItemAsync(\"i\") gets it from storage.");
    }

    [Fact]
    public async Task Hostile_names_stay_in_the_folder_and_assets_of_one_name_do_not_meet()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        ProcessingServer.Serve(server, "{}"u8.ToArray());
        foreach (var asset in new[] { "a-1", "a-2" })
        {
            server.On($"POST /v2/assets/{asset}/download-url", $$"""
                {"url":"{{server.Endpoint}}storage/a-1?signature=s{{asset}}&response-content-disposition=attachment%3B%20filename%3D%22..%2F..%2Fevil.bin%22"}
                """);
        }

        Answer(server, _ => $$$"""
            {"features":[{"id":"../../up","assets":{"x":{"href":"{{{server.Endpoint}}}v2/assets/a-1"},"y":{"href":"{{{server.Endpoint}}}v2/assets/a-2"} } }]}
            """);
        using var client = await server.ConnectAccountAsync();
        var item = (await client.Storage.SearchAsync(cancellationToken: Cancel))[0];

        var results = await item.DownloadAsync(_folder["here"], cancellationToken: Cancel);

        results.Files.Select(file => file.Name).ShouldBe([".._.._up/evil.bin", ".._.._up/evil_2.bin", ".._.._up/item.json", "data.json"]);
        Directory.EnumerateFileSystemEntries(_folder.Path).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Title_and_tags_are_changed()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        var bodies = new List<string>();
        server.On("PATCH /v2/assets/stac/collections/c-1/items/i-1", async (_, context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            bodies.Add(await reader.ReadToEndAsync());
            await LoopbackServer.JsonAsync(context, ProcessingServer.Item(server));
        });
        using var client = await server.ConnectAccountAsync();
        var item = StacItem.Parse(JsonElement.Parse(ProcessingServer.Item(server)));

        (await client.Storage.UpdateItemAsync(item, "New", ["a", "b"], Cancel)).Title.ShouldBe("Sharp");
        await client.Storage.UpdateItemAsync(item, tags: [], cancellationToken: Cancel);

        bodies.ShouldBe(["""{"up42-user:title":"New","up42-user:tags":["a","b"]}""", """{"up42-user:tags":[]}"""]);
        await Should.ThrowAsync<ArgumentException>(() => client.Storage.UpdateItemAsync(item, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Orders_are_listed_tracked_and_lead_to_items_and_coverage()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        server.On("GET /v2/orders", (count, context) => LoopbackServer.JsonAsync(
            context, $$"""{"content":[{{Order($"o-{count}", "PLACED")}},{"displayName":"odd"}],"totalPages":2}"""));
        server.On("GET /v2/orders/o-1", (count, context) => LoopbackServer.JsonAsync(
            context, Order("o-1", count switch { 1 => "PLACED", 2 => "BEING_FULFILLED", _ => "FULFILLED" })));
        server.On("GET /v2/coverage/orders/o-1", Coverage);
        Answer(server, _ => $$"""{"features":[{{ProcessingServer.Item(server)}}]}""");
        using var client = await server.ConnectAccountAsync();

        var orders = await client.GetOrdersAsync([OrderStatus.Placed], "TASKING", "Lakes", ["x"], cancellationToken: Cancel);
        var order = await client.GetOrderAsync("o-1", Cancel);
        await order.TrackAsync(cancellationToken: Cancel);
        var coverage = await order.GetCoverageAsync(Cancel);

        orders.Select(one => one.Id).ShouldBe(["o-1", "o-2"]);
        orders.Failures.Count.ShouldBe(2);
        server.Requests.ShouldContain(
            "GET /v2/orders?sort=createdAt%2Cdesc&workspaceId=w-1&displayName=Lakes&type=TASKING&tags=x&status=PLACED&page=0");
        (order.Status, order.Info.SubStatus, order.Info.MaxCloudCover).ShouldBe((OrderStatus.Fulfilled, "QUOTATION_ACCEPTED", 20));
        order.Area.ShouldNotBeNull().NumPoints.ShouldBe(4);
        (await order.GetItemsAsync(cancellationToken: Cancel)).Count.ShouldBe(1);
        (coverage.CoveredPercent, coverage.CoveredSquareKilometers, coverage.RemainderSquareKilometers).ShouldBe((75.5, 30.2, 9.8));
        coverage.ToTable().Select(row => row.GetText("part")).ShouldBe(["covered", "remainder"]);
        coverage.PlotCoverage().ToString().ShouldContain("2 groups");
    }

    [Fact]
    public async Task An_order_that_fails_says_so()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        server.On("GET /v2/orders/o-1", Order("o-1", "FAILED_PERMANENTLY"));
        using var client = await server.ConnectAccountAsync();
        var order = await client.GetOrderAsync("o-1", Cancel);

        (await Should.ThrowAsync<Up42Exception>(() => order.TrackAsync(cancellationToken: Cancel))).Message
            .ShouldBe("Order Lakes o-1 ended FAILED_PERMANENTLY: nothing was delivered.");
    }

    internal const string Coverage = """
        {"covered":{"sqKmArea":30.2,"percentage":75.5,"geometry":{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
        "geometry":{"type":"Polygon","coordinates":[[[13,52],[13.1,52],[13.1,52.1],[13,52]]]}}]}},
        "remainder":{"sqKmArea":9.8,"percentage":24.5,"geometry":{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
        "geometry":{"type":"Polygon","coordinates":[[[13.1,52],[13.2,52],[13.2,52.1],[13.1,52]]]}}]}}}
        """;

    internal static string Order(string id, string status) => $$$"""
        {"id":"{{{id}}}","displayName":"Lakes","status":"{{{status}}}","workspaceId":"w-1","type":"TASKING","dataProductId":"d","tags":["x"],
        "orderDetails":{"acquisitionStart":"2026-11-01T00:00:00Z","acquisitionEnd":"2026-12-01T00:00:00Z","subStatus":"QUOTATION_ACCEPTED",
        "maxCloudCover":20,"geometry":{"type":"Polygon","coordinates":[[[13,52],[13.1,52],[13.1,52.1],[13,52]]]} } }
        """;

    private static List<JsonElement> Answer(LoopbackServer server, Func<int, string> page)
    {
        var bodies = new List<JsonElement>();
        server.On(SearchCall, async (count, context) =>
        {
            bodies.Add((await JsonDocument.ParseAsync(context.Request.Body)).RootElement);
            await LoopbackServer.JsonAsync(context, page(count));
        });
        return bodies;
    }
}
