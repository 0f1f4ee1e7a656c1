using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Sandbox;

/// <summary>The sandbox beside other programs: whom it serves, and what it keeps.</summary>
public class BoundsTests
{
    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1", HttpStatusCode.Unauthorized)]
    public async Task A_request_for_another_host_gets_nothing(string host, HttpStatusCode expected)
    {
        await using var server = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Endpoint, "/users/me"));
        request.Headers.Host = $"{host}:{server.Endpoint.Port}";

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public void Issue_of_ever_more_tokens_keeps_the_latest()
    {
        var store = new TokenStore(new FakeTimeProvider(), TimeSpan.FromMinutes(5));
        var last = Enumerable.Range(0, 50_000).Select(_ => store.Issue(new Caller(null))).Last();

        store.Count.ShouldBeLessThanOrEqualTo(1000);
        store.Admit(last).ShouldNotBeNull();
    }

    [Fact]
    public void Run_of_ever_more_processes_and_jobs_keeps_the_last_and_what_was_there_from_the_start()
    {
        var options = new SandboxOptions { MaxConcurrentJobs = int.MaxValue, TimeProvider = new FakeTimeProvider() };
        var state = new SandboxState(options);
        var storage = new StacStore(state, options);
        var store = new ProcessingStore(storage, state, options);
        var seed = store.Runs.First(run => run.CollectionId is not null && run.Process.Id == "pansharpening");
        var (seeds, jobs, collections) = (store.Runs.Count(), state.Jobs(SandboxState.ProjectId).Count(), storage.Collections.Count);

        ProcessingRun? last = null;
        JobRun? job = null;
        for (var number = 0; number < LatestRuns.Max + 100; number++)
        {
            last = store.Run(seed.Process, InputCheck.Of(seed.Process, seed.Inputs.DeepClone(), storage), seed.Inputs, null);
            job = state.Run(state.Workflows[0], null, null);
        }

        ((FakeTimeProvider)options.TimeProvider).Advance(TimeSpan.FromHours(1));
        store.Runs.Count().ShouldBe(seeds + LatestRuns.Max);
        state.Jobs(SandboxState.ProjectId).Count().ShouldBe(jobs + LatestRuns.Max);
        storage.Collections.Count.ShouldBeLessThanOrEqualTo(collections + 10 + LatestRuns.Max);
        storage.Collection(last!.CollectionId!).ShouldNotBeNull();
        state.Job(SandboxState.ProjectId, job!.Id).ShouldNotBeNull();
        store.Find(seed.Id).ShouldNotBeNull();
    }

    [Fact]
    public void Note_of_ever_more_requests_keeps_the_last()
    {
        var plan = new FaultPlan(new SandboxOptions());
        for (var number = 0; number < 150_000; number++)
        {
            plan.Note(new SandboxRequest("GET", $"/{number}", null, 200, null));
        }

        plan.Requests.Count.ShouldBe(100_000);
        plan.Requests[^1].Path.ShouldBe("/149999");
    }
}
