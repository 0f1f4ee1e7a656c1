using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Jobs;

public class JobCollectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApplyAsync_over_a_thousand_jobs_keeps_to_its_bound()
    {
        await using var server = await ProjectTests.StartAsync(1000);
        using var client = await server.ConnectAsync();
        var project = await client.GetProjectAsync(cancellationToken: Cancel);
        var jobs = await project.GetJobsAsync(limit: 1000, cancellationToken: Cancel);
        var (now, most) = (0, 0);
        var clock = new FastClock();

        var outcomes = await jobs.ApplyAsync(
            async (job, token) =>
            {
                InterlockedMax(ref most, Interlocked.Increment(ref now));
                await Task.Delay(TimeSpan.FromMilliseconds(300), clock, token);
                Interlocked.Decrement(ref now);
                return job.Id;
            },
            onlySucceeded: false,
            maxConcurrency: 6,
            Cancel);

        outcomes.Select(outcome => outcome.Value).ShouldBe(Enumerable.Range(0, 1000).Select(number => $"j{number}"));
        most.ShouldBe(6);
    }

    [Fact]
    public async Task ApplyAsync_leaves_out_what_has_not_succeeded_and_keeps_failures_apart()
    {
        await using var server = await ProjectTests.StartAsync(4);
        using var client = await server.ConnectAsync();
        var project = await client.GetProjectAsync(cancellationToken: Cancel);
        var jobs = await project.GetJobsAsync(cancellationToken: Cancel);

        var outcomes = await jobs.ApplyAsync(
            job => job.Id == "j2" ? throw new InvalidOperationException("no luck") : Task.FromResult(job.Id.Length), cancellationToken: Cancel);

        outcomes.Select(outcome => outcome.ToString())
            .ShouldBe(["j0: 2", "j1: Job j1 is FAILED and was left out.", "j2: no luck", "j3: Job j3 is FAILED and was left out."]);
        Should.Throw<Up42Exception>(() => outcomes[2].Value).Message.ShouldBe("Job j2 has no value: no luck");
    }

    [Fact]
    public async Task ApplyAsync_when_canceled_ends()
    {
        await using var server = await ProjectTests.StartAsync(4);
        using var client = await server.ConnectAsync();
        var project = await client.GetProjectAsync(cancellationToken: Cancel);
        var jobs = await project.GetJobsAsync(cancellationToken: Cancel);
        using var cancel = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => jobs.ApplyAsync(
            async (_, token) =>
            {
                await cancel.CancelAsync();
                token.ThrowIfCancellationRequested();
                return 0;
            },
            cancellationToken: cancel.Token));
    }

    [Fact]
    public async Task GetJobCollectionAsync_gets_each_job_once_and_keeps_failures_apart()
    {
        await using var server = await JobsServer.StartAsync();
        server.On("GET /projects/p-1/jobs/k", JobsServer.Job("RUNNING", "k"));
        using var client = await server.ConnectAsync();

        var jobs = await client.GetJobCollectionAsync(["k", "gone", "j", "k"], cancellationToken: Cancel);

        jobs.Select(job => job.Id).ShouldBe(["k", "j"]);
        jobs["j"].IsSucceeded.ShouldBeTrue();
        jobs.Failures.Select(failure => failure.JobId).ShouldBe(["gone"]);
        jobs.Failures[0].Error.ShouldBeOfType<Up42ApiException>();
        jobs.ToString().ShouldBe("2 jobs: 1 RUNNING, 1 SUCCEEDED; 1 failed in the last call");
        server.Count("GET /projects/p-1/jobs/k").ShouldBe(1);
        Should.Throw<ArgumentException>(() => jobs["x"]).Message.ShouldStartWith("The collection of 2 jobs has no job x.");
        await Should.ThrowAsync<Up42ApiException>(() => client.GetJobCollectionAsync(["gone"], cancellationToken: Cancel));
        (await client.GetJobCollectionAsync([], cancellationToken: Cancel)).ToString().ShouldBe("0 jobs");
    }

    [Fact]
    public async Task RefreshAsync_keeps_what_was_seen_of_a_job_that_is_gone()
    {
        await using var server = await JobsServer.StartAsync("RUNNING");
        server.On("GET /projects/p-1/jobs/k", (count, context) => count == 1
            ? LoopbackServer.JsonAsync(context, JobsServer.Job("RUNNING", "k"))
            : LoopbackServer.StatusAsync(context, 404));
        using var client = await server.ConnectAsync();
        var jobs = await client.GetJobCollectionAsync(["j", "k"], cancellationToken: Cancel);
        server.On(JobsServer.JobCall, JobsServer.Job("SUCCEEDED"));

        (await jobs.RefreshAsync(Cancel)).ShouldBeSameAs(jobs);

        jobs.Statuses.ShouldBe(new Dictionary<string, JobStatus> { ["j"] = JobStatus.Succeeded, ["k"] = JobStatus.Running });
        jobs.Failures.Single().JobId.ShouldBe("k");
    }

    [Fact]
    public async Task TrackStatusAsync_waits_for_all_and_keeps_failures_apart()
    {
        await using var server = await JobsServer.StartAsync();
        var output = new StringWriter();
        server.On(JobsServer.JobCall, (count, context) => LoopbackServer.JsonAsync(context, JobsServer.Job(count < 12 ? "RUNNING" : "SUCCEEDED")));
        server.On("GET /projects/p-1/jobs/k", (count, context) => LoopbackServer.JsonAsync(context, JobsServer.Job(count < 4 ? "RUNNING" : "FAILED", "k")));
        using var client = await server.ConnectAsync(server.Options(output: output));
        var jobs = await client.GetJobCollectionAsync(["j", "k"], cancellationToken: Cancel);

        (await jobs.TrackStatusAsync(TimeSpan.FromSeconds(15), cancellationToken: Cancel)).ShouldBeSameAs(jobs);

        jobs.Failures.Single().JobId.ShouldBe("k");
        jobs.Failures.Single().Error.ShouldBeOfType<JobFailedException>().Job.ShouldBeSameAs(jobs["k"]);
        jobs.ToString().ShouldBe("2 jobs: 1 SUCCEEDED, 1 FAILED; 1 failed in the last call");
        output.ToString().ShouldContain(" 2 jobs: 1 RUNNING, 1 FAILED");
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = most)
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
