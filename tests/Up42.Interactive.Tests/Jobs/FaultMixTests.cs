using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Up42.Interactive.Tests.Jobs;

public class FaultMixTests
{
    private const int Runs = 500;
    private const int RunsThatStart = 100;
    private const string JobRoute = "/projects/{projectId}/jobs/{jobId}";
    private const string RunRoute = "/projects/{projectId}/workflows/{workflowId}/jobs";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_hundred_runs_under_a_mix_of_faults_end_in_the_right_answer_and_send_nothing_twice()
    {
        var clock = new FastClock(100);
        await using var server = await SandboxServer.StartAsync(
            options: new SandboxOptions
            {
                TimeProvider = clock,
                TokenLifetime = TimeSpan.FromDays(1000),
                MaxConcurrentJobs = 10 * RunsThatStart,
                Faults = new SandboxFaults { Rate = 0.2, Kinds = [.. Enum.GetValues<SandboxFault>().Where(kind => kind != SandboxFault.ExpiredUrl)] },
            },
            cancellationToken: Cancel);
        var job = server.Jobs[0];
        var answers = new ConcurrentBag<string>();
        var posts = new ConcurrentBag<bool>();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Runs),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancel },
            async (run, _) => answers.Add(await RunAsync(server, clock, job, run, posts)));

        answers.Distinct().Count().ShouldBe(1);
        answers.Count.ShouldBe(Runs);
        answers.First().ShouldMatch("^Sentinel-2 AOI Berlin SUCCEEDED; 1 feature; 2 tasks; [1-9][0-9]* log lines$");
        AssertFaults(server.Requests);
        AssertRequests(server.Requests, posts);
    }

    private static async Task<string> RunAsync(SandboxServer server, FastClock clock, SandboxJob known, int run, ConcurrentBag<bool> posts)
    {
        var options = new Up42ClientOptions
        {
            Endpoint = server.Endpoint,
            TimeProvider = clock,
            Timeout = TimeSpan.FromDays(1),

            // So often that a call whose every attempt meets a fault is out of the question.
            Retry = new RetryOptions { MaxAttempts = 30, BaseDelay = TimeSpan.Zero, AttemptTimeout = TimeSpan.FromDays(1) },
        };
        using var client = await Up42Client.AuthenticateAsync(
            Up42Credentials.FromProject(server.Credentials.ProjectId, server.Credentials.ProjectApiKey), options, Cancel);
        var job = await client.GetJobAsync(known.Id, cancellationToken: Cancel);
        var table = await job.GetResultsTableAsync(Cancel);
        var tasks = await job.GetJobTasksAsync(Cancel);
        var logs = await job.GetLogsAsync(Cancel);
        if (run < RunsThatStart)
        {
            var workflow = await client.GetWorkflowAsync(known.WorkflowId, cancellationToken: Cancel);
            var inputs = job.Inputs!.Value;
            await TryAsync(() => workflow.RunJobAsync(inputs, run.ToString(CultureInfo.InvariantCulture), cancellationToken: Cancel), posts);
            await TryAsync(() => job.CancelAsync(Cancel), posts);
        }

        return $"{job.Name} {job.Status}; {table.Count} feature; {tasks.Count} tasks; {logs.Tasks.Sum(log => log.Lines.Count)} log lines";
    }

    private static async Task TryAsync(Func<Task> post, ConcurrentBag<bool> posts)
    {
        try
        {
            await post();
            posts.Add(true);
        }
        catch (Up42Exception)
        {
            posts.Add(false);
        }
    }

    private static void AssertFaults(IReadOnlyList<SandboxRequest> requests)
    {
        var kinds = requests.Select(request => request.Fault).OfType<SandboxFault>().CountBy(fault => fault).ToList();
        (kinds.Sum(kind => kind.Value) / (double)requests.Count).ShouldBeGreaterThanOrEqualTo(0.15);
        kinds.Count.ShouldBe(13);
        kinds.ShouldAllBe(kind => kind.Value >= 20);
    }

    private static void AssertRequests(IReadOnlyList<SandboxRequest> requests, ConcurrentBag<bool> posts)
    {
        // What each call costs without faults; a fault costs one request more, nothing else does. A slow answer is an answer; a token that a
        // fault took away from the request of one log also fails that of another which was on its way with it.
        var calls = new Dictionary<string, int>
        {
            ["GET /users/me"] = Runs,
            [$"GET {JobRoute}"] = Runs,
            [$"GET {JobRoute}/tasks"] = 2 * Runs,
            [$"GET {JobRoute}/outputs/data-json"] = Runs,
            [$"GET {JobRoute}/tasks/{{taskId}}/logs"] = 2 * Runs,
            ["GET /projects/{projectId}/workflows/{workflowId}"] = RunsThatStart,
        };
        var byCall = requests.ToLookup(request => $"{request.Method} {request.Route}");
        foreach (var (call, count) in calls)
        {
            byCall[call].Count().ShouldBe(count + byCall[call].Count(IsRepeated), call);
        }

        string[] once = [$"POST {RunRoute}", $"POST {JobRoute}/cancel"];
        once.ShouldAllBe(call => byCall[call].Count() == RunsThatStart);
        posts.Count.ShouldBe(2 * RunsThatStart);

        // One token for each client, and at most one more for each that a fault took away.
        const string token = "POST /oauth/token";
        (byCall[token].Count() - byCall[token].Count(IsRepeated))
            .ShouldBeInRange(Runs, Runs + requests.Count(request => request.Fault == SandboxFault.ExpiredToken));
        byCall.Select(call => call.Key).ShouldBe([.. calls.Keys, .. once, token], ignoreOrder: true);
    }

    private static bool IsRepeated(SandboxRequest request) =>
        request.Status == StatusCodes.Status401Unauthorized || (request.Fault is not null && request.Fault != SandboxFault.SlowResponse);
}
