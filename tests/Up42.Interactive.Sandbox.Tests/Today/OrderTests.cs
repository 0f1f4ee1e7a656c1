using System.Net;

namespace Up42.Interactive.Sandbox;

/// <summary>Orders: their steps by the clock, lists, what they delivered, coverage.</summary>
public sealed class OrderTests : TodayTestBase
{
    [Fact]
    public async Task Archive_order_passes_its_steps_and_delivers()
    {
        var path = $"v2/orders/{SeedOrders.IdOf("Spree")}";
        var statuses = new List<string>();
        for (var minute = 0; minute < 130; minute++)
        {
            var order = await Session.GetAsync(path);
            order.GetProperty("type").GetString().ShouldBe("ARCHIVE");
            order.GetProperty("orderDetails").GetProperty("aoi").GetProperty("type").GetString().ShouldBe("Polygon");
            statuses.Add(order.GetProperty("status").GetString()!);
            Clock.Advance(TimeSpan.FromSeconds(5));
        }

        statuses.Distinct().ShouldBe(["CREATED", "BEING_PLACED", "PLACED", "BEING_FULFILLED", "FULFILLED"]);
        (await SearchIdsAsync($$"""{"filter":{"op":"=","args":[{"property":"up42-order:id"},"{{SeedOrders.IdOf("Spree")}}"]} }"""))
            .ShouldBe([ItemId("spree")]);
    }

    [Fact]
    public async Task Tasking_passes_its_sub_statuses()
    {
        var path = $"v2/orders/{SeedOrders.IdOf("Potsdam")}";
        var statuses = new List<(string?, string?)>();
        for (var step = 0; step < 13; step++)
        {
            var order = await Session.GetAsync(path);
            var details = order.GetProperty("orderDetails");
            statuses.Add((order.GetProperty("status").GetString(), details.GetProperty("subStatus").GetString()));
            details.GetProperty("acquisitionStart").GetString()!.ShouldStartWith("2024-01-16");
            details.GetProperty("maxCloudCover").GetInt32().ShouldBe(10);
            Clock.Advance(TimeSpan.FromMinutes(30));
        }

        statuses.Distinct().ShouldBe(
        [
            ("CREATED", null), ("PLACED", "FEASIBILITY_WAITING_UPLOAD"), ("PLACED", "FEASIBILITY_WAITING_RESPONSE"), ("PLACED", "QUOTATION_WAITING_UPLOAD"),
            ("PLACED", "QUOTATION_WAITING_RESPONSE"), ("PLACED", "QUOTATION_ACCEPTED"), ("BEING_FULFILLED", "QUOTATION_ACCEPTED"),
        ]);
    }

    [Theory]
    [InlineData("", 9)]
    [InlineData("type=TASKING", 3)]
    [InlineData("type=ARCHIVE&status=FULFILLED", 3)]
    [InlineData("status=FAILED_PERMANENTLY&status=PLACEMENT_FAILED", 2)]
    [InlineData("status=FAILED_PERMANENTLY,CANCELED", 2)]
    [InlineData("subStatus=QUOTATION_REJECTED", 1)]
    [InlineData("tags=coast&tags=flood", 2)]
    [InlineData("displayName=tasked", 2)]
    [InlineData("workspaceId=somebody-elses", 0)]
    public async Task Orders_are_filtered(string query, int expected) =>
        (await Session.GetAsync($"v2/orders?{query}")).GetProperty("content").GetArrayLength().ShouldBe(expected);

    [Theory]
    [InlineData("createdAt,asc")]
    [InlineData("updatedAt,desc")]
    [InlineData("type,asc")]
    [InlineData("status,desc")]
    public async Task Orders_are_sorted_and_come_page_by_page(string sort)
    {
        var (keys, ids, pages) = (new List<string>(), new List<string>(), 1);
        for (var page = 0; page < pages; page++)
        {
            var answer = await Session.GetAsync($"v2/orders?sort={sort}&page={page}&size=4");
            pages = answer.GetProperty("totalPages").GetInt32();
            keys.AddRange(answer.GetProperty("content").EnumerateArray().Select(order => order.GetProperty(sort.Split(',')[0]).GetString()!));
            ids.AddRange(Ids(answer.GetProperty("content")));
        }

        pages.ShouldBe(3);
        ids.ShouldBeUnique();
        ids.Count.ShouldBe(9);
        keys.ShouldBe(sort.EndsWith("asc", StringComparison.Ordinal) ? keys.Order(StringComparer.Ordinal) : keys.OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Coverage_of_a_tasking_adds_up_and_an_archive_order_has_none()
    {
        var done = await Session.GetAsync($"v2/coverage/orders/{SeedOrders.IdOf("Havel")}");
        var begun = await Session.GetAsync($"v2/coverage/orders/{SeedOrders.IdOf("Potsdam")}");

        (Percentage(done, "covered") + Percentage(done, "remainder")).ShouldBe(100, 0.02);
        Percentage(done, "covered").ShouldBeInRange(30, 70);
        done.GetProperty("covered").GetProperty("sqKmArea").GetDouble().ShouldBeInRange(0.2, 0.4);
        done.GetProperty("remainder").GetProperty("geometry").GetProperty("features")[0].GetProperty("geometry").GetProperty("coordinates").GetArrayLength()
            .ShouldBe(2);
        Percentage(begun, "covered").ShouldBe(0);
        begun.GetProperty("covered").GetProperty("geometry").GetProperty("features").GetArrayLength().ShouldBe(0);
        await Session.JsonAsync(HttpMethod.Get, $"v2/coverage/orders/{SeedOrders.IdOf("Olinda")}", expected: HttpStatusCode.NotFound);
        await Session.JsonAsync(HttpMethod.Get, "v2/coverage/orders/nothing", expected: HttpStatusCode.NotFound);
        await Session.JsonAsync(HttpMethod.Get, "v2/orders/nothing", expected: HttpStatusCode.NotFound);
        await Session.JsonAsync(HttpMethod.Get, "v2/orders?sort=colour", expected: HttpStatusCode.BadRequest);
    }

    private static double Percentage(System.Text.Json.JsonElement coverage, string part) =>
        coverage.GetProperty(part).GetProperty("percentage").GetDouble();
}
