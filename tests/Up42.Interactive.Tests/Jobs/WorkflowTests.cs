using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Jobs;

public class WorkflowTests
{
    private const string RunCall = "POST /projects/p-1/workflows/w/jobs";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<object> Parameters => new()
    {
        """{"data:1":{"limit":1}}""",
        JsonDocument.Parse("""{"data:1":{"limit":1}}""").RootElement,
        new Dictionary<string, object> { ["data:1"] = new { limit = 1 } },
    };

    [Theory]
    [MemberData(nameof(Parameters), DisableDiscoveryEnumeration = true)]
    public async Task RunJobAsync_takes_parameters_in_each_form(object parameters)
    {
        var bodies = new ConcurrentQueue<string>();
        await using var server = await StartAsync(bodies);
        using var client = await server.ConnectAsync();
        var workflow = await client.GetWorkflowAsync("w", cancellationToken: Cancel);

        var job = await workflow.RunJobAsync(parameters, "Ships & more", cancellationToken: Cancel);

        (job.Id, job.Status).ShouldBe(("run-1", JobStatus.NotStarted));
        bodies.ShouldBe(["""{"data:1":{"limit":1}}"""]);
        server.Requests.ShouldContain($"{RunCall}?name=Ships%20%26%20more");
    }

    [Fact]
    public async Task RunJobAsync_of_a_test_run_says_so_to_the_server_and_can_wait()
    {
        var bodies = new ConcurrentQueue<string>();
        await using var server = await StartAsync(bodies);
        server.On(
            "GET /projects/p-1/jobs/run-1", (count, context) =>
                LoopbackServer.JsonAsync(context, JobsServer.Job(count < 3 ? "RUNNING" : "SUCCEEDED", "run-1")));
        using var client = await server.ConnectAsync();
        var workflow = await client.GetWorkflowAsync("w", cancellationToken: Cancel);

        var job = await workflow.RunJobAsync("{}", testJob: true, trackStatus: true, cancellationToken: Cancel);

        job.IsSucceeded.ShouldBeTrue();
        bodies.ShouldBe(["""{"config":{"mode":"DRY_RUN"}}"""]);
        server.Requests.ShouldContain($"{RunCall}?name=Ship%20flow");
        server.Count(RunCall).ShouldBe(1);
    }

    [Theory]
    [InlineData(
        "{\n\"a\": }",
        "Input parameters are a JSON object with one member per task, {\"task-name:1\": {…}}. It is not JSON: line 2 breaks it.")]
    [InlineData("[1]", "Input parameters are a JSON object with one member per task, {\"task-name:1\": {…}}.")]
    public async Task RunJobAsync_of_no_JSON_object_sends_nothing(string parameters, string message)
    {
        await using var server = await StartAsync([]);
        using var client = await server.ConnectAsync();
        var workflow = await client.GetWorkflowAsync("w", cancellationToken: Cancel);

        (await Should.ThrowAsync<ArgumentException>(() => workflow.RunJobAsync(parameters, cancellationToken: Cancel))).Message.ShouldStartWith(message);

        server.Count(RunCall).ShouldBe(0);
    }

    [Fact]
    public async Task RunJobAsync_whose_answer_is_lost_is_sent_once_and_says_where_to_look()
    {
        await using var server = await StartAsync([]);
        server.On(RunCall, (_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var client = await server.ConnectAsync();
        var workflow = await client.GetWorkflowAsync("w", cancellationToken: Cancel);

        var error = await Should.ThrowAsync<Up42ConnectionException>(() => workflow.RunJobAsync("{}", cancellationToken: Cancel));

        error.Message.ShouldBe("POST /projects/p-1/workflows/w/jobs?name=Ship%20flow failed: the connection broke. "
            + "It was not sent again, because the server may have done it: see with project.GetJobsAsync() before you run it again.");
        server.Count(RunCall).ShouldBe(1);
    }

    [Fact]
    public async Task RunJobsAsync_keeps_to_the_projects_limit_and_keeps_failures_apart()
    {
        var (now, most) = (0, 0);
        await using var server = await StartAsync([]);
        server.On("GET /projects/p-1/settings", """{"data":[{"name":"MAX_CONCURRENT_JOBS","value":"3"}]}""");
        server.On(RunCall, (count, context) =>
        {
            if (count == 5)
            {
                return LoopbackServer.JsonAsync(context, """{"data":null,"error":{"code":"NO_CREDITS","message":"Buy some"}}""");
            }

            lock (server)
            {
                most = Math.Max(most, ++now);
            }

            var polls = 0;
            server.On($"GET /projects/p-1/jobs/run-{count}", (_, poll) =>
            {
                var done = Interlocked.Increment(ref polls) == 4;
                if (done)
                {
                    lock (server)
                    {
                        now--;
                    }
                }

                return LoopbackServer.JsonAsync(poll, JobsServer.Job(!done ? "RUNNING" : count == 2 ? "FAILED" : "SUCCEEDED", $"run-{count}"));
            });
            return LoopbackServer.JsonAsync(context, JobsServer.Job("NOT STARTED", $"run-{count}"));
        });
        using var client = await server.ConnectAsync();
        var workflow = await client.GetWorkflowAsync("w", cancellationToken: Cancel);

        var jobs = await workflow.RunJobsAsync(Enumerable.Repeat<object>("{}", 10), "batch", cancellationToken: Cancel);

        most.ShouldBe(3);
        jobs.Count.ShouldBe(9);
        jobs.Count(job => job.IsSucceeded).ShouldBe(8);
        jobs.Failures.Select(failure => failure.Error.GetType()).ShouldBe([typeof(JobFailedException), typeof(Up42ApiException)], ignoreOrder: true);
        jobs.Failures.ShouldContain(failure => failure.JobId == "run-2");
        jobs.Failures.ShouldContain(failure => failure.JobId.StartsWith("batch_", StringComparison.Ordinal));
        server.Count(RunCall).ShouldBe(10);
    }

    [Fact]
    public async Task GetTasksAsync_and_GetWorkflowsAsync_read_the_lists()
    {
        await using var server = await StartAsync([]);
        server.On("GET /projects/p-1", """{"data":{"id":"p-1"},"error":null}""");
        server.On("GET /projects/p-1/workflows", """{"data":[{"id":"w","name":"Ship flow"},{"id":"v","name":null}],"error":null}""");
        server.On(
            "GET /projects/p-1/workflows/w/tasks",
            """{"data":[{"id":"a","name":"data:1","block":{"name":"data"},"blockVersionTag":"1.0"}],"error":null}""");
        using var client = await server.ConnectAsync();
        var project = await client.GetProjectAsync(cancellationToken: Cancel);

        var workflows = await project.GetWorkflowsAsync(Cancel);
        var tasks = await workflows[0].GetTasksAsync(Cancel);

        workflows.Select(workflow => workflow.ToString()).ShouldBe(["Workflow Ship flow w", "Workflow v"]);
        tasks.Single().ShouldSatisfyAllConditions(
            task => task.ToString().ShouldBe("data:1"), task => task.Block!.Name.ShouldBe("data"), task => task.BlockVersionTag.ShouldBe("1.0"));
    }

    [Fact]
    public async Task Lists_with_an_odd_record_hide_none_of_the_others()
    {
        await using var server = await StartAsync([]);
        server.On("GET /projects/p-1", """{"data":{"id":"p-1"},"error":null}""");
        server.On("GET /projects/p-1/workflows", """{"data":[{"id":7},{"id":"w","name":"Ship flow"},null],"error":null}""");
        server.On("GET /projects/p-1/workflows/w/tasks", """{"data":[3,{"id":"a","name":"data:1"}],"error":null}""");
        server.On(JobsServer.JobCall, """{"data":{"id":"j","status":"RUNNING"},"error":null}""");
        server.On(JobsServer.JobCall + "/tasks/", """{"data":[{"id":"t1","status":"RUNNING"},{"id":[]},"x"],"error":null}""");
        using var client = await server.ConnectAsync();
        var project = await client.GetProjectAsync(cancellationToken: Cancel);
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);

        var workflows = await project.GetWorkflowsAsync(Cancel);
        var steps = await workflows[1].GetTasksAsync(Cancel);
        var tasks = await job.GetJobTasksAsync(Cancel);

        workflows.Select(workflow => workflow.Id).ShouldBe(["record 1, which cannot be read", "w", "record 3, which cannot be read"]);
        steps.Select(step => step.Name).ShouldBe(["record 1, which cannot be read", "data:1"]);
        tasks.Select(task => task.Id).ShouldBe(["t1", "record 2, which cannot be read", "record 3, which cannot be read"]);
        job.ToHtml().ShouldContain("record 2, which cannot be read");
    }

    private static async Task<LoopbackServer> StartAsync(ConcurrentQueue<string> bodies)
    {
        var server = await LoopbackServer.StartAsync();
        server.On("GET /projects/p-1/workflows/w", """{"data":{"id":"w","name":"Ship flow"},"error":null}""");
        server.On(RunCall, (count, context) => StartJobAsync(count, context, bodies));
        return server;
    }

    private static async Task StartJobAsync(int count, HttpContext context, ConcurrentQueue<string> bodies)
    {
        using var reader = new StreamReader(context.Request.Body);
        bodies.Enqueue(await reader.ReadToEndAsync());
        await LoopbackServer.JsonAsync(context, JobsServer.Job("NOT STARTED", $"run-{count}"));
    }
}
