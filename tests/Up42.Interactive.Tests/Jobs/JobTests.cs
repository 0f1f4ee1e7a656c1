using System.Net;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Jobs;

public class JobTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetJobAsync_costs_one_request_and_properties_none()
    {
        await using var server = await JobsServer.StartAsync();
        using var client = await server.ConnectAsync();
        server.Requests.Clear();

        var job = await client.GetJobAsync("j", cancellationToken: Cancel);

        (job.Id, job.ProjectId, job.Name, job.WorkflowId, job.WorkflowName).ShouldBe(("j", "p-1", "Ships of Rotterdam", "w", "Ships"));
        (job.Status, job.Mode, job.IsSucceeded).ShouldBe((JobStatus.Succeeded, JobMode.Default, true));
        job.Duration.ShouldBe(TimeSpan.FromMinutes(30));
        job.Inputs!.Value.GetProperty("data:1").GetProperty("limit").GetInt32().ShouldBe(1);
        job.SeenAt.ShouldBeInRange(FastClock.Start, FastClock.Start.AddDays(1));
        job.ToString().ShouldStartWith("Job Ships of Rotterdam j: SUCCEEDED, seen 2024-01-15 12:");
        server.Requests.ShouldBe([JobsServer.JobCall]);
    }

    [Fact]
    public async Task GetJobAsync_of_no_job_says_what_the_server_says()
    {
        await using var server = await JobsServer.StartAsync();
        using var client = await server.ConnectAsync();

        var error = await Should.ThrowAsync<Up42ApiException>(() => client.GetJobAsync("gone", cancellationToken: Cancel));

        error.Status.ShouldBe(HttpStatusCode.NotFound);
        error.Message.ShouldBe("GET /projects/p-1/jobs/gone was refused: [404] nothing at /projects/p-1/jobs/gone.");
    }

    [Fact]
    public async Task GetJobAsync_without_a_project_says_how_to_name_one()
    {
        await using var server = await JobsServer.StartAsync();
        using var client = await Up42Client.AuthenticateAsync(
            Up42Credentials.FromAccount("u", "w"), server.Options(), new CredentialSources(_ => null, "/"), Cancel);

        var error = await Should.ThrowAsync<Up42Exception>(() => client.GetJobAsync("j", cancellationToken: Cancel));

        error.Message.ShouldBe("No project is named: pass projectId, or set UP42_PROJECT_ID before you authenticate.");
        (await client.GetJobAsync("j", "p-1", Cancel)).ProjectId.ShouldBe("p-1");
    }

    [Fact]
    public async Task GetJobAsync_of_an_answer_that_is_no_job_names_the_call()
    {
        await using var server = await JobsServer.StartAsync();
        server.On(JobsServer.JobCall, """{"data":{"id":17},"error":null}""");
        using var client = await server.ConnectAsync();

        var error = await Should.ThrowAsync<Up42Exception>(() => client.GetJobAsync("j", cancellationToken: Cancel));

        error.Message.ShouldBe("GET /projects/p-1/jobs/j was answered in a form that is not UP42's (at $.id).");
    }

    [Fact]
    public async Task GetStatusAsync_asks_and_updates_this_job()
    {
        await using var server = await JobsServer.StartAsync();
        server.On(JobsServer.JobCall, (count, context) => LoopbackServer.JsonAsync(context, JobsServer.Job(count == 1 ? "RUNNING" : "SUCCEEDED")));
        using var client = await server.ConnectAsync();
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);
        var seen = job.SeenAt;

        job.Status.ShouldBe(JobStatus.Running);
        job.Duration.ShouldBe(seen - job.StartedAt);
        (await job.GetStatusAsync(Cancel)).ShouldBe(JobStatus.Succeeded);
        job.IsSucceeded.ShouldBeTrue();
        job.SeenAt.ShouldBeGreaterThan(seen);
        (await job.RefreshAsync(Cancel)).ShouldBeSameAs(job);
    }

    [Fact]
    public async Task GetJobTasksAsync_costs_one_request_however_many_tasks()
    {
        await using var server = await JobsServer.StartAsync();
        using var client = await server.ConnectAsync();
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);
        server.Requests.Clear();

        var tasks = await job.GetJobTasksAsync(Cancel);

        tasks.Select(task => (task.Id, task.JobId, task.ProjectId, task.Name, task.BlockName, task.BlockVersion)).ShouldBe(
            [("t1", "j", "p-1", "data:1", "data", "1.0"), ("t2", "j", "p-1", "ships:1", "ships", "2.1")]);
        tasks[1].Info.ParentIds.ShouldBe(["t1"]);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task GetJobTaskAsync_of_another_task_lists_those_there_are()
    {
        await using var server = await JobsServer.StartAsync();
        using var client = await server.ConnectAsync();

        var task = await client.GetJobTaskAsync("t2", "j", cancellationToken: Cancel);
        var error = await Should.ThrowAsync<Up42Exception>(() => client.GetJobTaskAsync("t3", "j", cancellationToken: Cancel));

        task.Info.Title.ShouldBe("Ship detection");
        (await task.RefreshAsync(Cancel)).ShouldBeSameAs(task);
        error.Message.ShouldBe("Job j has no task t3; it has: t1 (Sentinel-2), t2 (Ship detection).");
    }

    [Fact]
    public async Task GetLogsAsync_has_the_log_of_each_task()
    {
        await using var server = await JobsServer.StartAsync("FAILED");
        using var client = await server.ConnectAsync();
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);

        var logs = await job.GetLogsAsync(Cancel);

        logs["t1"].Text.ShouldBe("2024 - x - INFO - found\n");
        logs["t2"].Lines.Select(line => line.Level).ShouldBe([JobLogLevel.Info, JobLogLevel.Error, JobLogLevel.None]);
        logs.ToString().ShouldBe("Logs of job j: 2 tasks, 4 lines, 1 error");
        job.Snapshot.Logs.ShouldBeSameAs(logs);
        job.Snapshot.Tasks!.Count.ShouldBe(2);
    }

    [Fact]
    public async Task GetLogsAsync_of_a_task_without_log_has_an_empty_one()
    {
        await using var server = await JobsServer.StartAsync("RUNNING");
        server.On("GET " + JobsServer.JobPath + "/tasks/t2/logs", (_, context) => LoopbackServer.StatusAsync(context, 404));
        using var client = await server.ConnectAsync();
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);

        (await job.GetLogsAsync(Cancel))["t2"].Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetCreditsAsync_has_what_was_used()
    {
        await using var server = await JobsServer.StartAsync();
        using var client = await server.ConnectAsync();
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);

        var credits = await job.GetCreditsAsync(Cancel);

        credits.CreditsUsed.ShouldBe(1234);
        job.Snapshot.Credits.ShouldBe(credits);
    }

    [Fact]
    public async Task GetResultsTableAsync_and_json_have_the_features()
    {
        await using var server = await JobsServer.StartAsync();
        using var client = await server.ConnectAsync();
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);

        var table = await job.GetResultsTableAsync(Cancel);
        using var json = await job.GetResultsJsonAsync(Cancel);

        table.Count.ShouldBe(1);
        table[0]["up42.data_path"].ShouldBe("a/a.tif");
        json.RootElement.GetProperty("features").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task GetResultsTableAsync_of_a_running_job_says_that_it_runs()
    {
        await using var server = await JobsServer.StartAsync("RUNNING");
        server.On("GET " + JobsServer.JobPath + "/outputs/data-json/", (_, context) => LoopbackServer.StatusAsync(context, 404));
        using var client = await server.ConnectAsync();
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);

        var error = await Should.ThrowAsync<Up42ApiException>(() => job.GetResultsTableAsync(Cancel));

        error.Message.ShouldBe("Job j is RUNNING and has no results yet: await job.TrackStatusAsync() waits for them.");
        (await Should.ThrowAsync<Up42ApiException>(() => job.GetResultsJsonAsync(Cancel))).Message.ShouldBe(error.Message);
    }

    [Fact]
    public async Task GetJobTasksResultsTablesAsync_has_those_of_succeeded_tasks_by_id()
    {
        await using var server = await JobsServer.StartAsync("FAILED");
        using var client = await server.ConnectAsync();
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);

        var tables = await job.GetJobTasksResultsTablesAsync(Cancel);
        var json = await job.GetJobTasksResultsJsonAsync(Cancel);

        tables.Keys.ShouldBe(["t1"]);
        tables["t1"].Count.ShouldBe(1);
        json["t1"].RootElement.GetProperty("type").GetString().ShouldBe("FeatureCollection");
    }

    [Fact]
    public async Task CancelAsync_sends_one_request()
    {
        await using var server = await JobsServer.StartAsync("RUNNING");
        server.On("POST " + JobsServer.JobPath + "/cancel/", (_, context) => LoopbackServer.StatusAsync(context, 200));
        using var client = await server.ConnectAsync();
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);

        await job.CancelAsync(Cancel);

        server.Count("POST " + JobsServer.JobPath + "/cancel/").ShouldBe(1);
    }
}
