using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Sandbox;

/// <summary>Jobs that live: run, advance by the clock, cancelled, failed.</summary>
public sealed class LifeTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(FastClock.Start);
    private SandboxServer _server = null!;
    private SandboxClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(
            options: new SandboxOptions { TimeProvider = _clock, MaxConcurrentJobs = 2 }, cancellationToken: SandboxClient.Cancellation);
        _client = await new SandboxClient(_server).LogInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Run_job_passes_through_every_status_and_its_log_grows()
    {
        var path = await RunAsync();
        var (statuses, lengths) = (new List<string>(), new List<int>());
        while (statuses.LastOrDefault() != "SUCCEEDED")
        {
            _clock.Advance(TimeSpan.FromMilliseconds(statuses.Count == 0 ? 0 : 500));
            var status = await StatusAsync(path);
            if (statuses.LastOrDefault() != status)
            {
                statuses.Add(status);
            }

            lengths.Add((await LogAsync(path, 0)).Length);
            using var early = await _client.GetAsync($"{path}/outputs/data-json/");
            early.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.OK);
        }

        statuses.ShouldBe(["NOT STARTED", "PENDING", "RUNNING", "SUCCEEDED"]);
        lengths[0].ShouldBe(0);
        lengths.ShouldBe(lengths.Order());
        lengths.Distinct().Count().ShouldBeGreaterThan(3);
        (await _client.JsonAsync($"{path}/outputs/data-json/")).GetProperty("features").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Cancel_ends_a_running_job_once_and_a_finished_one_never()
    {
        var path = await RunAsync();
        using var cancelled = await _client.PostAsync($"{path}/cancel/");
        var status = await StatusAsync(path);
        while (status != "CANCELLED")
        {
            status.ShouldBe("CANCELLING");
            _clock.Advance(TimeSpan.FromSeconds(1));
            status = await StatusAsync(path);
        }

        using var again = await _client.PostAsync($"{path}/cancel/");
        using var finished = await _client.PostAsync($"{_client.Project}/jobs/{_server.Jobs[0].Id}/cancel");

        cancelled.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        finished.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Run_more_than_the_project_may_is_refused()
    {
        await RunAsync();
        await RunAsync();
        using var third = await _client.PostAsync(await RunPathAsync(), Inputs);

        third.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SandboxClient.JsonAsync(third)).GetProperty("error").GetProperty("message").GetString()!.ShouldContain("MAX_CONCURRENT_JOBS");
    }

    [Fact]
    public async Task Test_run_has_the_mode_dry_run_and_costs_nothing()
    {
        using var answer = await _client.PostAsync(await RunPathAsync(), Inputs[..^1] + """, "config": { "mode": "DRY_RUN" } }""");
        var job = (await SandboxClient.JsonAsync(answer)).GetProperty("data");

        job.GetProperty("mode").GetString().ShouldBe("DRY_RUN");
        (await _client.DataAsync($"{_client.Project}/jobs/{job.GetProperty("id").GetString()}/credits")).GetProperty("creditsUsed").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("[]")]
    public async Task Run_without_parameters_of_a_task_is_a_problem(string inputs)
    {
        using var answer = await _client.PostAsync(await RunPathAsync(), inputs);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await SandboxClient.JsonAsync(answer)).GetProperty("detail").GetString()!.ShouldContain("esa-s2-l2a-gtiff-visual:1");
    }

    [Fact]
    public async Task Speed_makes_jobs_that_are_run_faster_and_leaves_the_others()
    {
        var time = new FakeTimeProvider(FastClock.Start);
        await using var server = await SandboxServer.StartAsync(
            options: new SandboxOptions { TimeProvider = time, Speed = 10, TokenLifetime = TimeSpan.FromHours(1) },
            cancellationToken: SandboxClient.Cancellation);
        using var client = await new SandboxClient(server).LogInAsync();
        using var run = await client.PostAsync(
            $"{client.Project}/workflows/{(await client.DataAsync($"{client.Project}/workflows"))[0].GetProperty("id").GetString()}/jobs?name=run", Inputs);
        var path = $"{client.Project}/jobs/{(await SandboxClient.JsonAsync(run)).GetProperty("data").GetProperty("id").GetString()}";

        // Two seconds until it is pending, five until it starts, twenty of work: a tenth of that.
        time.Advance(TimeSpan.FromSeconds(2.6));
        (await client.DataAsync(path)).GetProperty("status").GetString().ShouldBe("RUNNING");
        time.Advance(TimeSpan.FromSeconds(0.2));
        (await client.DataAsync(path)).GetProperty("status").GetString().ShouldBe("SUCCEEDED");
        var slow = server.Jobs.Single(job => job.Description.StartsWith("Takes its time", StringComparison.Ordinal));
        (await client.DataAsync($"{client.Project}/jobs/{slow.Id}")).GetProperty("status").GetString().ShouldBe("PENDING");
    }

    [Fact]
    public async Task Failed_job_tells_why_in_its_log()
    {
        var path = $"{_client.Project}/jobs/{_server.Jobs.Single(job => job.Description.StartsWith("Failed", StringComparison.Ordinal)).Id}";

        (await StatusAsync(path)).ShouldBe("FAILED");
        (await LogAsync(path, 1)).ShouldContain("ERROR - Cannot allocate 6442450944 bytes");
        using var archive = await _client.GetAsync($"{path}/downloads/results/");
        archive.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SandboxClient.JsonAsync(archive)).GetProperty("error").GetProperty("code").GetInt32().ShouldBe(404);
    }

    [Fact]
    public async Task First_jobs_are_of_every_kind()
    {
        var jobs = (await _client.DataAsync($"{_client.Project}/jobs")).EnumerateArray().ToDictionary(
            job => job.GetProperty("name").GetString()!, job => job.GetProperty("status").GetString()!);

        jobs.Count(job => job.Key.StartsWith("Lake monitoring", StringComparison.Ordinal) && job.Value == "SUCCEEDED").ShouldBe(5);
        jobs["Ship detection Suez anchorage"].ShouldBe("SUCCEEDED");
        jobs["Sentinel-2 AOI, wrong dates"].ShouldBe("CANCELLED");
        jobs["Sentinel-2 AOI, all of Brandenburg"].ShouldBeOneOf("NOT STARTED", "PENDING", "RUNNING");
    }

    [Fact]
    public async Task A_thousand_light_jobs_come_in_pages_without_gap_or_double()
    {
        await using var server = await SandboxServer.StartAsync(
            options: new SandboxOptions { LightJobs = 1000 }, cancellationToken: SandboxClient.Cancellation);
        using var client = await new SandboxClient(server).LogInAsync();
        var (ids, page) = (new List<string>(), 0);
        JsonElement jobs;
        do
        {
            jobs = await client.DataAsync($"{client.Project}/jobs?page={page++}&sort=createdAt,desc");
            ids.AddRange(jobs.EnumerateArray().Select(job => job.GetProperty("id").GetString()!));
        }
        while (jobs.GetArrayLength() > 0);

        ids.Distinct().Count().ShouldBe(ids.Count);
        ids.Count.ShouldBe(1000 + server.Jobs.Count(job => job.ProjectId == server.Credentials.ProjectId));
        server.Requests.Count.ShouldBe(2 + (int)Math.Ceiling(ids.Count / 20.0));
    }

    [Fact]
    public async Task Json_logs_are_json_line_by_line()
    {
        var log = await LogAsync($"{_client.Project}/jobs/{_server.Jobs.Single(job => job.Name.StartsWith("Ship", StringComparison.Ordinal)).Id}", 1);

        foreach (var line in log.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            json.RootElement.GetProperty("level").GetString().ShouldBeOneOf("INFO", "WARNING");
        }
    }

    private const string Inputs = """{ "esa-s2-l2a-gtiff-visual:1": { "limit": 1 }, "sharpening:1": {} }""";

    private async Task<string> RunPathAsync() =>
        $"{_client.Project}/workflows/{(await _client.DataAsync($"{_client.Project}/workflows"))[0].GetProperty("id").GetString()}/jobs?name=run";

    private async Task<string> RunAsync()
    {
        using var answer = await _client.PostAsync(await RunPathAsync(), Inputs);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return $"{_client.Project}/jobs/{(await SandboxClient.JsonAsync(answer)).GetProperty("data").GetProperty("id").GetString()}";
    }

    private async Task<string> StatusAsync(string path) => (await _client.DataAsync(path)).GetProperty("status").GetString()!;

    private async Task<string> LogAsync(string path, int task)
    {
        var id = (await _client.DataAsync($"{path}/tasks/"))[task].GetProperty("id").GetString();
        using var answer = await _client.GetAsync($"{path}/tasks/{id}/logs");
        return await answer.Content.ReadAsStringAsync(SandboxClient.Cancellation);
    }
}
