using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>The requests of up42-py 0.37.2 in its spelling, and the keys it reads.</summary>
public sealed class PredecessorTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private SandboxClient _client = null!;

    private string Job => $"{_client.Project}/jobs/{_server.Jobs[0].Id}";

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(cancellationToken: SandboxClient.Cancellation);
        _client = await new SandboxClient(_server).LogInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Authenticate_then_me_gives_the_workspace() =>
        (await _client.DataAsync("users/me")).GetProperty("id").GetString().ShouldBe(_server.Credentials.WorkspaceId);

    [Fact]
    public async Task Authenticate_by_account_opens_every_project()
    {
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "password"), new("username", _server.Credentials.Username), new("password", _server.Credentials.Password)]);
        using var answer = await _client.SendAsync(HttpMethod.Post, "oauth/token", form);
        _client.UseToken((await SandboxClient.JsonAsync(answer)).GetProperty("access_token").GetString());

        var foreign = _server.Jobs[^1];
        (await _client.DataAsync($"projects/{foreign.ProjectId}/jobs/{foreign.Id}")).GetProperty("name").GetString().ShouldBe(foreign.Name);
    }

    [Fact]
    public async Task Project_and_its_settings_have_what_is_read()
    {
        var project = await _client.DataAsync(_client.Project);
        var settings = await _client.DataAsync($"{_client.Project}/settings");

        project.GetProperty("id").GetString().ShouldBe(_server.Credentials.ProjectId);
        project.GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        project.TryGetProperty("description", out _).ShouldBeTrue();
        project.TryGetProperty("createdAt", out _).ShouldBeTrue();
        settings.EnumerateArray().Single(setting => setting.GetProperty("name").GetString() == "MAX_CONCURRENT_JOBS").GetProperty("value")
            .GetString().ShouldBe("10");
    }

    [Fact]
    public async Task Job_has_every_key_that_is_printed()
    {
        var job = await _client.DataAsync(Job);

        string[] keys =
        [
            "id", "displayId", "name", "description", "mode", "status", "createdAt", "startedAt", "finishedAt", "workflowId", "workflowName", "inputs",
            "createdBy",
        ];
        foreach (var key in keys)
        {
            job.TryGetProperty(key, out _).ShouldBeTrue(key);
        }

        job.GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        job.GetProperty("mode").GetString().ShouldBe("DEFAULT");
        job.GetProperty("finishedAt").GetDateTimeOffset().ShouldBeGreaterThan(job.GetProperty("startedAt").GetDateTimeOffset());
        job.GetProperty("inputs").EnumerateObject().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Jobs_come_in_pages_that_end_with_an_empty_one()
    {
        var first = await _client.DataAsync($"{_client.Project}/jobs?page=0&sort=createdAt,desc");
        var second = await _client.DataAsync($"{_client.Project}/jobs?page=1&sort=createdAt,desc");

        first.EnumerateArray().Select(job => job.GetProperty("id").GetString())
            .ShouldBe(_server.Jobs.Where(job => job.ProjectId == _server.Credentials.ProjectId).Select(job => job.Id), ignoreOrder: true);
        first.EnumerateArray().Select(job => job.GetProperty("createdAt").GetDateTimeOffset()).ShouldBeInOrder(SortDirection.Descending);
        second.GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task Credits_and_data_json_answer_with_and_without_a_slash(string slash)
    {
        (await _client.DataAsync($"{Job}/credits{slash}")).GetProperty("creditsUsed").GetDecimal().ShouldBe(130);
        (await _client.JsonAsync($"{Job}/outputs/data-json{slash}")).GetProperty("type").GetString().ShouldBe("FeatureCollection");
        (await _client.DataAsync($"{Job}/tasks{slash}")).GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Tasks_have_blocks_logs_results_and_quicklooks()
    {
        var tasks = (await _client.DataAsync($"{Job}/tasks/")).EnumerateArray().ToList();
        var path = $"{Job}/tasks/{tasks[0].GetProperty("id").GetString()}";

        tasks.ShouldAllBe(task => task.GetProperty("block").GetProperty("name").GetString() != null && task.GetProperty("blockVersion").GetString() != null);
        tasks[1].GetProperty("parentsIds")[0].GetString().ShouldBe(tasks[0].GetProperty("id").GetString());
        using (var logs = await _client.GetAsync($"{path}/logs"))
        {
            (await logs.Content.ReadAsStringAsync(SandboxClient.Cancellation)).ShouldContain(" - INFO - Saved 1 result");
        }

        (await _client.JsonAsync($"{path}/outputs/data-json/")).GetProperty("features").GetArrayLength().ShouldBe(1);
        var quicklooks = await _client.DataAsync($"{path}/outputs/quicklooks/");
        using var quicklook = await _client.GetAsync($"{path}/outputs/quicklooks/{quicklooks[0].GetString()}");
        quicklooks[0].GetString().ShouldEndWith(".png");
        quicklook.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await quicklook.Content.ReadAsByteArrayAsync(SandboxClient.Cancellation)).Length.ShouldBeGreaterThan(20_000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Results_come_from_a_signed_address_without_a_token(bool ofTask)
    {
        var task = (await _client.DataAsync($"{Job}/tasks/"))[0].GetProperty("id").GetString();
        var url = (await _client.DataAsync(ofTask ? $"{Job}/tasks/{task}/downloads/results/" : $"{Job}/downloads/results/")).GetProperty("url").GetString()!;
        _client.UseToken(null);
        using var answer = await _client.GetAsync(url);
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder["r.tgz"], await answer.Content.ReadAsByteArrayAsync(SandboxClient.Cancellation), SandboxClient.Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldEndWith(".tgz");
        var members = Tool.Run("tar", "tzf", folder["r.tgz"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        members.ShouldContain("output/data.json");
        members.ShouldContain(member => member.EndsWith(".tif", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Workflows_list_describe_themselves_and_run()
    {
        var workflows = (await _client.DataAsync($"{_client.Project}/workflows")).EnumerateArray().ToList();
        var path = $"{_client.Project}/workflows/{workflows[0].GetProperty("id").GetString()}";
        var tasks = await _client.DataAsync($"{path}/tasks");
        var inputs = new JsonObject(tasks.EnumerateArray().Select(task => KeyValuePair.Create(
            task.GetProperty("name").GetString()!, (JsonNode?)new JsonObject { ["limit"] = 1 })));
        using var answer = await _client.PostAsync($"{path}/jobs?name=My%20job", inputs.ToJsonString());
        var job = (await SandboxClient.JsonAsync(answer)).GetProperty("data");

        workflows.Count.ShouldBe(3);
        (await _client.DataAsync(path)).GetProperty("name").GetString().ShouldBe(workflows[0].GetProperty("name").GetString());
        job.GetProperty("name").GetString().ShouldBe("My job");
        job.GetProperty("status").GetString().ShouldBe("NOT STARTED");
    }
}
