using System.Text.Json;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Processing;

public class ProcessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_tells_inputs_price_and_licence()
    {
        await using var server = await ProcessingServer.StartAsync("created");
        using var client = await server.ConnectAccountAsync();

        var process = await client.GetProcessAsync("pansharpening", Cancel);

        process.Inputs.Select(input => input.Name).ShouldBe(["title", "item", "greyWeights"]);
        process.Price.ShouldHaveSingleItem().ToString().ShouldBe("2 credits per km²");
        process.Eula.ShouldBe(new ProcessEula("e-1", true));
        process.ToString().ShouldBe("Process pansharpening: Pansharpening, 2 credits per km²");
    }

    [Fact]
    public async Task Processes_are_listed_and_odd_ones_left_out()
    {
        await using var server = await ProcessingServer.StartAsync("created");
        server.On("GET /v2/processing/processes", $$"""{"processes":[{{ProcessingServer.Process}},{"title":"no id"},7]}""");
        using var client = await server.ConnectAccountAsync();

        (await client.GetProcessesAsync(Cancel)).ShouldHaveSingleItem().Id.ShouldBe("pansharpening");
    }

    [Fact]
    public async Task Inputs_are_an_item_an_object_with_items_or_json()
    {
        await using var server = await ProcessingServer.StartAsync("created");
        var bodies = new List<string>();
        server.On(ProcessingServer.ValidationCall, async (_, context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            bodies.Add(await reader.ReadToEndAsync());
            context.Response.StatusCode = 200;
        });
        using var client = await server.ConnectAccountAsync();
        var process = await client.GetProcessAsync("pansharpening", Cancel);
        using var json = JsonDocument.Parse(ProcessingServer.Item(server));
        var item = StacItem.Parse(json.RootElement);

        (await process.ValidateAsync(item, Cancel)).IsValid.ShouldBeTrue();
        await process.ValidateAsync(new { title = "T", item, greyWeights = new[] { new { band = "red", weight = 0.5 } } }, Cancel);
        await process.ValidateAsync("""{"item":"u"}""", Cancel);

        var url = $"{server.Endpoint}v2/assets/stac/collections/c-1/items/i-1";
        bodies.ShouldBe(
        [
            $$$"""{"inputs":{"title":"Pansharpening: Sharp","item":"{{{url}}}"}}""",
            $$$"""{"inputs":{"title":"T","item":"{{{url}}}","greyWeights":[{"band":"red","weight":0.5}]}}""",
            """{"inputs":{"item":"u","title":"Pansharpening"}}""",
        ]);
        (await Should.ThrowAsync<ArgumentException>(() => process.ValidateAsync("[]", Cancel))).Message
            .ShouldStartWith("Inputs are a STAC item, or a JSON object");
    }

    [Theory]
    [InlineData(422, """{"title":"Invalid","status":422,"errors":[{"name":"InvalidItem","message":"No such item."}]}""", "InvalidItem: No such item.")]
    [InlineData(400, """{"title":"Bad","status":400,"schema-error":"item is missing"}""", "SchemaError: item is missing")]
    public async Task Inputs_that_will_not_do_are_told_why(int status, string body, string error)
    {
        await using var server = await ProcessingServer.StartAsync("created");
        server.On(ProcessingServer.ValidationCall, (_, context) => LoopbackServer.JsonAsync(context, body, status, "application/problem+json"));
        using var client = await server.ConnectAccountAsync();
        var process = await client.GetProcessAsync("pansharpening", Cancel);

        var validation = await process.ValidateAsync("{}", Cancel);

        validation.IsValid.ShouldBeFalse();
        validation.Errors.ShouldHaveSingleItem().ToString().ShouldBe(error);
    }

    [Fact]
    public async Task A_refusal_that_is_not_of_the_inputs_is_thrown()
    {
        await using var server = await ProcessingServer.StartAsync("created");
        server.On(ProcessingServer.ValidationCall, (_, context) => LoopbackServer.JsonAsync(context, """{"title":"Forbidden"}""", 403));
        using var client = await server.ConnectAccountAsync();
        var process = await client.GetProcessAsync("pansharpening", Cancel);

        await Should.ThrowAsync<Up42ApiException>(() => process.ValidateAsync("{}", Cancel));
    }

    [Fact]
    public async Task An_estimate_tells_credits_size_and_unit()
    {
        await using var server = await ProcessingServer.StartAsync("created");
        server.On(
            "POST /v2/processing/processes/pansharpening/cost", """{"pricingStrategy":"AREA","totalCredits":1240,"totalSize":620.02,"unit":"SQ_KM"}""");
        using var client = await server.ConnectAccountAsync();

        var cost = await (await client.GetProcessAsync("pansharpening", Cancel)).EstimateAsync("{}", Cancel);

        (cost.Credits, cost.Size, cost.Unit, cost.PricingStrategy).ShouldBe((1240m, 620.02, "SQ_KM", "AREA"));
        cost.ToString().ShouldBe("Cost of pansharpening: 1,240 credits for 620 km²");
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(0)]
    public async Task A_run_is_sent_once_whatever_comes_back(int status)
    {
        await using var server = await ProcessingServer.StartAsync("created");
        server.On(ProcessingServer.RunCall, (_, context) =>
        {
            if (status == 0)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return LoopbackServer.StatusAsync(context, status);
        });
        using var client = await server.ConnectAccountAsync();
        var process = await client.GetProcessAsync("pansharpening", Cancel);

        var error = await Should.ThrowAsync<Up42Exception>(() => process.RunAsync("{}", cancellationToken: Cancel));

        error.Message.ShouldContain("It was not sent again");
        error.Message.ShouldContain("await up42.GetProcessingJobsAsync()");
        server.Count(ProcessingServer.RunCall).ShouldBe(1);
    }

    [Fact]
    public async Task A_run_names_the_workspace_and_gives_the_job()
    {
        await using var server = await ProcessingServer.StartAsync("created", "captured");
        server.On(ProcessingServer.RunCall, (_, context) => LoopbackServer.JsonAsync(context, ProcessingServer.Job(server, "created"), 201));
        using var client = await server.ConnectAccountAsync();
        var process = await client.GetProcessAsync("pansharpening", Cancel);

        var job = await process.RunAsync(new { title = "Berlin", item = "x" }, trackStatus: true, Cancel);

        job.Status.ShouldBe(ProcessingStatus.Captured);
        server.Requests.ShouldContain(ProcessingServer.RunCall + "?workspaceId=w-1");
    }
}
