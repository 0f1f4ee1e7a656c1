using System.Net;
using System.Text.Json;

namespace Up42.Interactive.Sandbox;

/// <summary>Processes and processing jobs: checks, cost, life, lists.</summary>
public sealed class ProcessingTests : TodayTestBase
{
    private const string Path = "v2/processing";

    [Fact]
    public async Task Processes_have_licence_price_and_description()
    {
        var processes = (await Session.GetAsync($"{Path}/processes")).GetProperty("processes").EnumerateArray().ToList();

        processes.Count.ShouldBe(16);
        foreach (var process in processes)
        {
            var one = await Session.GetAsync($"{Path}/processes/{process.GetProperty("id").GetString()}");
            one.GetRawText().ShouldBe(process.GetRawText());
            one.GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
            var parameters = one.GetProperty("additionalParameters").GetProperty("parameters").EnumerateArray()
                .ToDictionary(parameter => parameter.GetProperty("name").GetString()!, parameter => parameter.GetProperty("value")[0]);
            parameters["price"].GetProperty("unit").GetString().ShouldBe("SQ_KM");
            parameters["price"].GetProperty("credits").GetInt32().ShouldBeGreaterThan(0);
            var eula = await Session.GetAsync($"v2/eulas/{parameters["eula-id"].GetString()}");
            eula.GetProperty("isAccepted").GetBoolean().ShouldBe(one.GetProperty("id").GetString() != "detection-aircraft-oi");
        }

        await Session.JsonAsync(HttpMethod.Get, $"{Path}/processes/nothing", expected: HttpStatusCode.NotFound);
        await Session.JsonAsync(HttpMethod.Get, "v2/eulas/nothing", expected: HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("pansharpening", """{"title":"t"}""", "item is missing")]
    [InlineData("pansharpening", """{"title":"","item":"x"}""", "title is missing")]
    [InlineData("pansharpening", """{"title":"t","item":7}""", "item is missing")]
    [InlineData("pansharpening", """{"title":"t","item":"x","more":1}""", "more is not known")]
    [InlineData("pansharpening", """{"title":"t","item":"x","greyWeights":[{"band":"red"}]}""", "greyWeights is not a list")]
    [InlineData("detection-change-simularity", """{"title":"t","sourceItem":"x","referenceItem":"x","sensitivity":9}""", "sensitivity is not")]
    [InlineData("coregistration-simularity", """{"title":"t","item":"x"}""", "sourceItem is missing")]
    [InlineData("upsampling-ns", "7", "inputs is not an object")]
    public async Task Inputs_that_break_the_schema_are_told_so_by_all_three(string process, string inputs, string error)
    {
        foreach (var verb in new[] { "validation", "cost", "execution" })
        {
            var problem = await Session.JsonAsync(
                HttpMethod.Post, $"{Path}/processes/{process}/{verb}", $$"""{"inputs":{{inputs}} }""", HttpStatusCode.BadRequest);
            problem.GetProperty("schema-error").GetString()!.ShouldContain(error);
            problem.GetProperty("status").GetInt32().ShouldBe(400);
        }
    }

    [Theory]
    [InlineData("pansharpening", "berlin may", "berlin", "", "MissingPanchromaticAsset")]
    [InlineData("pansharpening", "olinda", "olinda", ""","greyWeights":[{"band":"swir","weight":1}]""", "BandNotFound")]
    [InlineData("pansharpening", "olinda", "olinda", ""","greyWeights":[{"band":"red","weight":0}]""", "InvalidGreyWeights")]
    [InlineData("upsampling-ns", "berlin may", "berlin", "", "UnsupportedConstellation")]
    [InlineData("upsampling-ns-sentinel", "olinda", "olinda", "", "UnsupportedConstellation")]
    [InlineData("upsampling-ns", "olinda", "lake", "", "ItemNotFound")]
    public async Task Inputs_with_wrong_values_have_named_errors(string process, string item, string collection, string more, string error)
    {
        var inputs = $$"""{"inputs":{"title":"t","item":"{{Address(item, collection)}}"{{more}} } }""";
        foreach (var verb in new[] { "validation", "cost" })
        {
            var problem = await Session.JsonAsync(
                HttpMethod.Post, $"{Path}/processes/{process}/{verb}", inputs, HttpStatusCode.UnprocessableEntity);
            problem.GetProperty("errors").EnumerateArray().Select(each => each.GetProperty("name").GetString()).ShouldBe([error]);
        }

        (await LifeAsync(process, inputs)).ShouldBe(["created", "invalid"]);
    }

    [Fact]
    public async Task Pair_that_does_not_overlap_has_a_named_error()
    {
        var inputs = $$"""{"inputs":{"title":"t","sourceItem":"{{Address("olinda")}}","referenceItem":"{{Address("ships")}}"} }""";
        var problem = await Session.JsonAsync(
            HttpMethod.Post, $"{Path}/processes/coregistration-simularity/validation", inputs, HttpStatusCode.UnprocessableEntity);

        problem.GetProperty("errors")[0].GetProperty("name").GetString().ShouldBe("ItemsDoNotOverlap");
    }

    [Fact]
    public async Task Cost_is_the_area_times_the_price()
    {
        var cost = await Session.PostAsync($"{Path}/processes/pansharpening/cost", Inputs("olinda"));

        cost.GetProperty("totalSize").GetDouble().ShouldBe(1.536 * 1.536, 1e-3);
        cost.GetProperty("totalCredits").GetInt32().ShouldBe(36);
        cost.GetProperty("unit").GetString().ShouldBe("SQ_KM");
        cost.GetProperty("pricingStrategy").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("pansharpening", "olinda", "olinda", "created,valid,accepted,running,successful,captured")]
    [InlineData("upsampling-ns-sentinel", "berlin june", "berlin", "created,valid,accepted,running,failed,released")]
    [InlineData("detection-buildings-spacept", "tile", "tile", "created,valid,rejected")]
    [InlineData("detection-aircraft-oi", "ships", "ships", "created,unlicensed")]
    public async Task Job_passes_every_step_of_its_life(string process, string item, string collection, string expected) =>
        (await LifeAsync(process, Inputs(item, collection))).ShouldBe(expected.Split(','));

    [Fact]
    public async Task Job_that_succeeds_takes_its_credits_and_leaves_a_collection()
    {
        var job = await RunAsync("pansharpening", Inputs("olinda"));
        var path = $"{Path}/jobs/{job.GetProperty("jobID").GetString()}";
        job.GetProperty("results").ValueKind.ShouldBe(JsonValueKind.Null);
        job.GetProperty("workspaceID").GetString().ShouldBe(Server.Credentials.WorkspaceId);
        job.GetProperty("definition").GetProperty("inputs").GetProperty("item").GetString().ShouldBe(Address("olinda"));
        Clock.Advance(TimeSpan.FromMinutes(1));
        var done = await Session.GetAsync(path);

        done.GetProperty("creditConsumption").GetProperty("credits").GetInt32().ShouldBe(36);
        var collection = await Session.GetAsync(done.GetProperty("results").GetProperty("collection").GetString()!);
        collection.GetProperty("title").GetString().ShouldBe("t");
        (await SearchIdsAsync(
            $$"""{"filter":{"op":"=","args":[{"property":"up42-system:job_id"},"{{job.GetProperty("jobID").GetString()}}"]} }""")).Count.ShouldBe(1);
        (done.GetProperty("finished").GetDateTimeOffset() - done.GetProperty("started").GetDateTimeOffset()).ShouldBe(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Jobs_of_the_start_have_every_end()
    {
        var jobs = await AllAsync("");

        jobs.Select(job => job.GetProperty("status").GetString()).ShouldBe(
            ["created", "unlicensed", "rejected", "invalid", "released", "captured", "captured", "captured", "captured", "captured"]);
        jobs.Where(job => job.GetProperty("status").GetString() is "unlicensed" or "rejected" or "invalid" or "released")
            .ShouldAllBe(job => job.GetProperty("results").GetProperty("errors")[0].GetProperty("name").GetString() != "");
        jobs[5].GetProperty("definition").GetProperty("inputs").GetProperty("item").GetString()!.ShouldStartWith(Server.Endpoint.ToString());
    }

    [Theory]
    [InlineData("processId=pansharpening", 2)]
    [InlineData("processId=pansharpening,true-color-conversion", 3)]
    [InlineData("status=captured", 5)]
    [InlineData("status=invalid,rejected", 2)]
    [InlineData("minDuration=100", 2)]
    [InlineData("maxDuration=50&status=captured", 1)]
    [InlineData("workspaceId=somebody-elses", 0)]
    public async Task Jobs_are_filtered(string query, int expected) => (await AllAsync(query)).Count.ShouldBe(expected);

    [Theory]
    [InlineData("processID,asc")]
    [InlineData("processID,desc")]
    [InlineData("status,asc")]
    [InlineData("created,asc")]
    [InlineData("creditConsumption.credits,desc")]
    public async Task Jobs_are_sorted_and_come_page_by_page(string sort)
    {
        var jobs = await AllAsync($"sort={sort}&limit=3");
        var keys = jobs.Select(job => sort.Split(',')[0] switch
        {
            "creditConsumption.credits" => job.GetProperty("creditConsumption") is { ValueKind: JsonValueKind.Object } some
                ? some.GetProperty("credits").GetInt32().ToString("D9", System.Globalization.CultureInfo.InvariantCulture)
                : "000000000",
            var field => job.GetProperty(field).GetString()!,
        }).ToList();

        jobs.Select(job => job.GetProperty("jobID").GetString()).ShouldBeUnique();
        jobs.Count.ShouldBe(10);
        keys.ShouldBe(sort.EndsWith("asc", StringComparison.Ordinal) ? keys.Order(StringComparer.Ordinal) : keys.OrderDescending(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("sort=colour,asc")]
    [InlineData("limit=0")]
    [InlineData("limit=many")]
    [InlineData("minDuration=-1")]
    [InlineData("token=next:x")]
    public async Task Jobs_by_a_query_that_cannot_be_understood_are_a_problem(string query) =>
        (await Session.JsonAsync(HttpMethod.Get, $"{Path}/jobs?{query}", expected: HttpStatusCode.BadRequest))
            .GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();

    private string Address(string item, string? collection = null) =>
        $"{Server.Endpoint}{Stac}/collections/{CollectionId(collection ?? item)}/items/{ItemId(item)}";

    private string Inputs(string item, string? collection = null) => $$"""{"inputs":{"title":"t","item":"{{Address(item, collection)}}"} }""";

    private Task<JsonElement> RunAsync(string process, string inputs) => Session.JsonAsync(
        HttpMethod.Post, $"{Path}/processes/{process}/execution?workspaceId={Server.Credentials.WorkspaceId}", inputs, HttpStatusCode.Created);

    private async Task<List<string>> LifeAsync(string process, string inputs)
    {
        var job = await RunAsync(process, inputs);
        var statuses = new List<string>();
        for (var second = 0; second < 60; second++)
        {
            var status = (await Session.GetAsync($"{Path}/jobs/{job.GetProperty("jobID").GetString()}")).GetProperty("status").GetString()!;
            if (statuses.LastOrDefault() != status)
            {
                statuses.Add(status);
            }

            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return statuses;
    }

    private async Task<List<JsonElement>> AllAsync(string query)
    {
        var (jobs, next) = (new List<JsonElement>(), (string?)$"/{Path}/jobs?{query}");
        while (next is not null)
        {
            next.ShouldStartWith("/v2/");
            var page = await Session.GetAsync(next);
            jobs.AddRange(page.GetProperty("jobs").EnumerateArray());
            next = Next(page);
        }

        return jobs;
    }
}
