using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Jobs;

public class TrackingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TrackStatusAsync_goes_through_the_states_and_returns_this_job()
    {
        await using var server = await JobsServer.StartAsync();
        Script(server, "NOT STARTED", "NOT STARTED", "PENDING", "RUNNING", "RUNNING", "SUCCEEDED");
        var (job, output) = await StartAsync(server);
        var states = new List<JobStatus>();

        (await job.TrackStatusAsync(progress: new Listener(states), cancellationToken: Cancel)).ShouldBeSameAs(job);

        states.Select(state => state.Value).ShouldBe(["NOT STARTED", "PENDING", "RUNNING", "SUCCEEDED"]);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(4);
        lines[0].ShouldEndWith(" Job Ships of Rotterdam j: NOT STARTED");
        lines[3].ShouldEndWith(" Job Ships of Rotterdam j: SUCCEEDED");
    }

    [Fact]
    public async Task TrackStatusAsync_asks_soon_and_then_ever_more_rarely()
    {
        var clock = new FastClock(500);
        await using var server = await JobsServer.StartAsync();
        var asked = new List<TimeSpan>();
        server.On(JobsServer.JobCall, (count, context) =>
        {
            asked.Add(clock.GetUtcNow() - FastClock.Start);
            return LoopbackServer.JsonAsync(context, JobsServer.Job(count < 18 ? "RUNNING" : "SUCCEEDED"));
        });
        var (job, _) = await StartAsync(server, clock);
        var begin = clock.GetUtcNow() - FastClock.Start;

        await job.TrackStatusAsync(cancellationToken: Cancel);

        // From the beginning, since a busy machine may be late with any of them: none is asked before its waits are over.
        var least = 0d;
        foreach (var (index, time) in asked.Skip(2).Index())
        {
            least += double.Min(30, 2 * Math.Pow(1.25, index));
            (time - begin).TotalSeconds.ShouldBeGreaterThanOrEqualTo(least - 0.5);
        }

        asked.Count.ShouldBe(18);
    }

    [Fact]
    public async Task TrackStatusAsync_says_that_it_still_waits()
    {
        await using var server = await JobsServer.StartAsync();
        Script(server, [.. Enumerable.Repeat("RUNNING", 16), "SUCCEEDED"]);
        var (job, output) = await StartAsync(server);

        await job.TrackStatusAsync(TimeSpan.FromSeconds(20), cancellationToken: Cancel);

        var waits = Regex.Matches(output.ToString(), ": RUNNING, after (?:(?<min>[0-9]+) min )?(?<s>[0-9]+) s")
            .Select(match => (60 * Number(match, "min")) + Number(match, "s")).ToList();
        waits.Count.ShouldBeGreaterThan(2);
        waits.Zip(waits.Skip(1)).ShouldAllBe(pair => pair.Second - pair.First >= 19);
    }

    [Fact]
    public async Task TrackStatusAsync_of_a_failed_job_has_the_job_and_its_logs()
    {
        await using var server = await JobsServer.StartAsync("FAILED");
        var (job, _) = await StartAsync(server);

        var error = await Should.ThrowAsync<JobFailedException>(() => job.TrackStatusAsync(cancellationToken: Cancel));

        error.Message.ShouldBe("Job Ships of Rotterdam j ended FAILED in Ship detection: ERROR no ship");
        error.Job.ShouldBeSameAs(job);
        error.FailedTaskLog!.Text.ShouldBe("INFO go\nERROR no ship\nbye");
        error.Logs!.Tasks.Count.ShouldBe(2);
    }

    [Fact]
    public async Task TrackStatusAsync_of_a_failed_job_whose_logs_are_not_to_be_had_still_says_that_it_failed()
    {
        await using var server = await JobsServer.StartAsync("ERROR");
        server.On("GET " + JobsServer.JobPath + "/tasks/", (_, context) => LoopbackServer.StatusAsync(context, 403));
        var (job, _) = await StartAsync(server);

        var error = await Should.ThrowAsync<JobFailedException>(() => job.TrackStatusAsync(cancellationToken: Cancel));

        error.Message.ShouldBe("Job Ships of Rotterdam j ended ERROR. await job.GetLogsAsync() may say why.");
        error.Logs.ShouldBeNull();
    }

    [Fact]
    public async Task TrackStatusAsync_waits_while_it_is_cancelling_and_then_says_canceled()
    {
        await using var server = await JobsServer.StartAsync();
        Script(server, "RUNNING", "CANCELLING", "CANCELLING", "CANCELLED");
        var (job, _) = await StartAsync(server);

        var error = await Should.ThrowAsync<JobCanceledException>(() => job.TrackStatusAsync(cancellationToken: Cancel));

        error.Message.ShouldBe("Job Ships of Rotterdam j was canceled.");
        error.Job.ShouldBeSameAs(job);
        server.Count(JobsServer.JobCall).ShouldBe(4);
    }

    [Fact]
    public async Task TrackStatusAsync_polls_an_unknown_state_on_and_ends_by_timeout()
    {
        await using var server = await JobsServer.StartAsync("PONDERING");
        var (job, output) = await StartAsync(server);

        var error = await Should.ThrowAsync<TimeoutException>(() => job.TrackStatusAsync(timeout: TimeSpan.FromMinutes(2), cancellationToken: Cancel));

        error.Message.ShouldBe("Job Ships of Rotterdam j is still PONDERING after 120 s. It goes on: await job.TrackStatusAsync() waits again.");
        server.Count(JobsServer.JobCall).ShouldBeGreaterThan(5);
        output.ToString().ShouldContain("PONDERING");
    }

    [Fact]
    public async Task TrackStatusAsync_outlives_soft_errors()
    {
        await using var server = await JobsServer.StartAsync();
        server.On(JobsServer.JobCall, (count, context) => count switch
        {
            1 => LoopbackServer.JsonAsync(context, JobsServer.Job("RUNNING")),
            <= 5 => LoopbackServer.StatusAsync(context, 503),
            6 => Drop(context),
            _ => LoopbackServer.JsonAsync(context, JobsServer.Job("SUCCEEDED")),
        });
        var (job, output) = await StartAsync(server, retry: new RetryOptions { MaxAttempts = 1, AttemptTimeout = TimeSpan.FromMinutes(30) });

        await job.TrackStatusAsync(cancellationToken: Cancel);

        job.IsSucceeded.ShouldBeTrue();
        output.ToString().ShouldContain("Job j: not reached, asking again. GET /projects/p-1/jobs/j failed: [503] Service Unavailable. It was tried once.");
    }

    [Fact]
    public async Task TrackStatusAsync_gives_up_after_five_soft_errors_in_a_row()
    {
        await using var server = await JobsServer.StartAsync();
        server.On(JobsServer.JobCall, (count, context) => count == 1
            ? LoopbackServer.JsonAsync(context, JobsServer.Job("RUNNING"))
            : LoopbackServer.StatusAsync(context, 503));
        var (job, _) = await StartAsync(server, retry: new RetryOptions { MaxAttempts = 1, AttemptTimeout = TimeSpan.FromMinutes(30) });

        await Should.ThrowAsync<Up42ApiException>(() => job.TrackStatusAsync(cancellationToken: Cancel));

        server.Count(JobsServer.JobCall).ShouldBe(7);
    }

    [Fact]
    public async Task TrackStatusAsync_when_canceled_ends_and_leaves_the_job_alone()
    {
        await using var server = await JobsServer.StartAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        server.On(JobsServer.JobCall, async (count, context) =>
        {
            await LoopbackServer.JsonAsync(context, JobsServer.Job("RUNNING"));
            if (count == 3)
            {
                await cancel.CancelAsync();
            }
        });
        var (job, _) = await StartAsync(server);

        await Should.ThrowAsync<OperationCanceledException>(() => job.TrackStatusAsync(timeout: TimeSpan.FromHours(5), cancellationToken: cancel.Token));

        server.Requests.ShouldNotContain(request => request.Contains("cancel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TrackStatusAsync_prints_names_without_control_characters()
    {
        await using var server = await JobsServer.StartAsync();
        server.On(JobsServer.JobCall, """{"data":{"id":"j","name":"a\u001b[31m\r\nb","status":"SUCCEEDED"},"error":null}""");
        var (job, output) = await StartAsync(server);

        await job.TrackStatusAsync(cancellationToken: Cancel);

        output.ToString().TrimEnd('\r', '\n').ShouldEndWith(" Job a\uFFFD[31m b j: SUCCEEDED");
    }

    private static void Script(LoopbackServer server, params string[] states) =>
        server.On(JobsServer.JobCall, (count, context) => LoopbackServer.JsonAsync(context, JobsServer.Job(states[Math.Min(count, states.Length) - 1])));

    private static Task Drop(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task<(Job Job, StringWriter Output)> StartAsync(LoopbackServer server, FastClock? clock = null, RetryOptions? retry = null)
    {
        var output = new StringWriter();
        var client = await server.ConnectAsync(server.Options(clock, retry, output: output));
        return (await client.GetJobAsync("j", cancellationToken: Cancel), output);
    }

    private sealed class Listener(List<JobStatus> heard) : IProgress<JobStatus>
    {
        public void Report(JobStatus value) => heard.Add(value);
    }

    private static int Number(Match match, string group) => int.Parse("0" + match.Groups[group].Value, CultureInfo.InvariantCulture);
}
