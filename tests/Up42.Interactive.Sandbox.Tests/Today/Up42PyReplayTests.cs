using System.Net;
using System.Text.Json;

namespace Up42.Interactive.Sandbox;

/// <summary>
/// The requests of up42-py 3.3 and pystac-client as their sources send them, in their order and spelling: the packages themselves cannot be installed
/// where these tests run.
/// </summary>
public sealed class Up42PyReplayTests : TodayTestBase
{
    private static readonly string[] Terminal = ["captured", "released", "invalid", "rejected", "unlicensed"];

    /// <summary><c>up42.authenticate(username=…, password=…)</c>, then <c>up42.stac_client()</c>.</summary>
    [Fact]
    public async Task Authenticate_and_open_the_stac_client()
    {
        using var answer = await Session.TokenAsync(Server.Credentials.Username, Server.Credentials.Password);
        var token = await Up42PySession.JsonAsync(answer);
        token.GetProperty("access_token").GetString().ShouldNotBeNullOrEmpty();
        token.GetProperty("expires_in").GetInt32().ShouldBeGreaterThan(30);
        (await Session.GetAsync($"{Up42PySession.Realm}/userinfo")).GetProperty("sub").GetString().ShouldBe(Server.Credentials.WorkspaceId);

        // pystac-client looks for these conformance classes and this link, and takes /collections below where it opened the catalog.
        var root = await Session.GetAsync(Stac);
        var classes = root.GetProperty("conformsTo").EnumerateArray().Select(uri => uri.GetString()!).ToList();
        foreach (var suffix in new[] { "/core", "/collections", "/ogcapi-features", "/item-search", "/item-search#filter", "/item-search#sort" })
        {
            classes.ShouldContain(uri => uri.StartsWith("https://api.stacspec.org/v1.0.", StringComparison.Ordinal)
                && uri.EndsWith(suffix, StringComparison.Ordinal));
        }

        root.GetProperty("links").EnumerateArray().Count(link => link.GetProperty("rel").GetString() == "search").ShouldBe(2);
        (await Session.GetAsync($"{Stac}/collections")).GetProperty("collections").GetArrayLength().ShouldBeGreaterThan(5);
    }

    /// <summary><c>Job.all(process_id=[…], workspace_id=…, status=[…], min_duration=…, max_duration=…, sort_by=JobSorting.created, page_size=…)</c>.</summary>
    [Fact]
    public async Task Job_all_with_every_filter_follows_relative_links()
    {
        var found = new List<JsonElement>();
        var next = $"/v2/processing/jobs?workspaceId={Server.Credentials.WorkspaceId}"
            + "&processId=pansharpening%2Ctrue-color-conversion%2Cdetection-ships-airbus&status=captured%2Creleased&minDuration=10&maxDuration=600"
            + "&limit=2&sort=created%2Cdesc";
        var pages = 0;
        for (string? url = next; url is not null; pages++)
        {
            var page = await Session.GetAsync(url);
            found.AddRange(page.GetProperty("jobs").EnumerateArray());
            url = Next(page);
        }

        pages.ShouldBe(2);
        found.Select(job => job.GetProperty("processID").GetString()).ShouldBe(["true-color-conversion", "detection-ships-airbus", "pansharpening"]);
        // from_metadata reads these by index, and takes the first 23 characters of a time.
        foreach (var name in new[] { "processID", "jobID", "accountID", "workspaceID", "definition", "status", "created", "started", "finished", "updated" })
        {
            found.ShouldAllBe(job => job.EnumerateObject().Any(field => field.Name == name));
        }

        found[0].GetProperty("created").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$");
    }

    /// <summary><c>Pansharpening(title=…, item=…)</c>, <c>execute()</c>, <c>job.track()</c>, <c>job.collection.get_items()</c>, <c>asset.file</c>.</summary>
    [Fact]
    public async Task Template_is_validated_estimated_run_tracked_and_its_files_downloaded()
    {
        var item = await Session.GetAsync($"{Stac}/collections/{CollectionId("olinda")}/items/{ItemId("olinda")}");
        var self = item.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == "self").GetProperty("href").GetString();
        var process = await Session.GetAsync("v2/processing/processes/pansharpening");
        var eula = process.GetProperty("additionalParameters").GetProperty("parameters").EnumerateArray()
            .First(parameter => parameter.GetProperty("name").GetString() == "eula-id").GetProperty("value")[0].GetString();
        (await Session.GetAsync($"v2/eulas/{eula}")).GetProperty("isAccepted").GetBoolean().ShouldBeTrue();
        var inputs = $$"""
            {"inputs": {"title": "Olinda", "item": "{{self}}", "greyWeights": [{"band": "red", "weight": 0.4}, {"band": "green", "weight": 0.6}]} }
            """;
        await Session.PostAsync("v2/processing/processes/pansharpening/validation", inputs);
        var cost = await Session.PostAsync("v2/processing/processes/pansharpening/cost", inputs);
        var job = await Session.JsonAsync(
            HttpMethod.Post, $"v2/processing/processes/pansharpening/execution?workspaceId={Server.Credentials.WorkspaceId}", inputs, HttpStatusCode.Created);

        while (!Terminal.Contains(job.GetProperty("status").GetString()))
        {
            Clock.Advance(TimeSpan.FromSeconds(60));
            job = await Session.GetAsync($"v2/processing/jobs/{job.GetProperty("jobID").GetString()}");
        }

        job.GetProperty("creditConsumption").GetProperty("credits").GetInt32().ShouldBe(cost.GetProperty("totalCredits").GetInt32());
        var collectionId = job.GetProperty("results").GetProperty("collection").GetString()!.Split('/')[^1];
        await Session.GetAsync(Stac);
        var collection = await Session.GetAsync($"{Stac}/collections/{collectionId}");
        var link = collection.GetProperty("links").EnumerateArray().Single(each => each.GetProperty("rel").GetString() == "items");
        var items = await Session.GetAsync(link.GetProperty("href").GetString() + "?limit=100");
        foreach (var asset in items.GetProperty("features")[0].GetProperty("assets").EnumerateObject())
        {
            var href = asset.Value.GetProperty("href").GetString()!;
            href.ShouldStartWith(Server.Endpoint.ToString(), customMessage: "FileProvider asks for files below the endpoint only");
            (await DownloadAsync(href)).Length.ShouldBeGreaterThan(1000);
        }
    }

    /// <summary>A template of what is not accepted, does not exist, or does not fit.</summary>
    [Fact]
    public async Task Template_that_is_not_valid_says_why()
    {
        await Session.JsonAsync(HttpMethod.Get, "v2/processing/processes/process-id", expected: HttpStatusCode.NotFound);
        var schema = await Session.JsonAsync(
            HttpMethod.Post, "v2/processing/processes/pansharpening/validation", """{"inputs": {"title": "t", "item": null}}""", HttpStatusCode.BadRequest);
        var values = await Session.JsonAsync(
            HttpMethod.Post, "v2/processing/processes/pansharpening/validation", """{"inputs": {"title": "t", "item": "https://item-url/"}}""",
            HttpStatusCode.UnprocessableEntity);

        schema.GetProperty("schema-error").GetString().ShouldNotBeNullOrEmpty();
        // ValidationError(**error) takes these two and nothing else.
        values.GetProperty("errors")[0].EnumerateObject().Select(field => field.Name).ShouldBe(["name", "message"]);
    }

    /// <summary><c>Order.all(…)</c>, <c>Order.get</c>, <c>order.track()</c>, <c>OrderCoverage.get</c>.</summary>
    [Fact]
    public async Task Orders_are_listed_read_tracked_and_covered()
    {
        var (orders, pages) = (new List<JsonElement>(), 1);
        for (var page = 0; page < pages; page++)
        {
            var answer = await Session.GetAsync($"v2/orders?sort=createdAt%2Casc&workspaceId={Server.Credentials.WorkspaceId}&type=ARCHIVE"
                + $"&status=FULFILLED&status=CREATED&page={page}");
            pages = answer.GetProperty("totalPages").GetInt32();
            orders.AddRange(answer.GetProperty("content").EnumerateArray());
        }

        orders.Count.ShouldBe(4);
        var order = orders[^1];
        while (order.GetProperty("status").GetString() != "FULFILLED")
        {
            order.GetProperty("status").GetString().ShouldNotBeOneOf("FAILED", "FAILED_PERMANENTLY", "CANCELED");
            Clock.Advance(TimeSpan.FromSeconds(120));
            order = await Session.GetAsync($"v2/orders/{order.GetProperty("id").GetString()}");
        }

        order.GetProperty("orderDetails").GetProperty("aoi").GetProperty("type").GetString().ShouldBe("Polygon");
        var delivered = await Session.PostAsync(
            $"{Stac}/search", $$"""
            {"limit": 100, "filter": {"op": "=", "args": [{"property": "up42-order:id"}, "{{order.GetProperty("id").GetString()}}"]},
             "filter-lang": "cql2-json"}
            """);
        delivered.GetProperty("features").GetArrayLength().ShouldBe(1);
        var coverage = await Session.GetAsync($"v2/coverage/orders/{SeedOrders.IdOf("Havel")}");
        foreach (var part in new[] { "covered", "remainder" })
        {
            coverage.GetProperty(part).EnumerateObject().Select(field => field.Name).ShouldBe(["sqKmArea", "percentage", "geometry"]);
        }
    }

    /// <summary><c>item.update()</c> and <c>up42.BulkDeletion(…).delete()</c>.</summary>
    [Fact]
    public async Task Item_is_updated_and_items_are_deleted_with_their_collection()
    {
        var path = $"{Stac}/collections/{CollectionId("ships")}/items/{ItemId("ships")}";
        var updated = await Session.JsonAsync(HttpMethod.Patch, path, """{"up42-user:title": "Anchorage", "up42-user:tags": null}""");
        var staged = await Session.PostAsync($"{Stac}/search", $$"""{"ids": ["{{ItemId("ships")}}"]}""");
        var collection = staged.GetProperty("features")[0].GetProperty("collection").GetString();
        var all = await Session.GetAsync($"{Stac}/collections/{collection}/items?limit=100");
        using var deleted = await Session.SendAsync(HttpMethod.Delete, $"{Stac}/collections/{collection}");

        updated.GetProperty("properties").GetProperty("up42-user:title").GetString().ShouldBe("Anchorage");
        Ids(all.GetProperty("features")).ShouldBe([ItemId("ships")]);
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SearchIdsAsync($$"""{"ids":["{{ItemId("ships")}}"]}""")).ShouldBeEmpty();
    }
}
