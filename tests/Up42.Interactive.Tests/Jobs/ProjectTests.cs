using System.Globalization;
using Microsoft.AspNetCore.Http;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Jobs;

public class ProjectTests
{
    private const int PageSize = 100;
    private const string JobsCall = "GET /projects/p-1/jobs";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetJobsAsync_of_a_thousand_jobs_costs_pages_only()
    {
        await using var server = await StartAsync(1000);
        using var client = await server.ConnectAsync();
        var project = await client.GetProjectAsync(cancellationToken: Cancel);
        server.Requests.Clear();

        var jobs = await project.GetJobsAsync(limit: 1000, cancellationToken: Cancel);

        jobs.Count.ShouldBe(1000);
        server.Requests.ShouldBe(Enumerable.Range(0, 10).Select(page => $"{JobsCall}?page={page}&sort=createdAt,desc"));
        jobs.Statuses.Count.ShouldBe(1000);
        jobs.ToString().ShouldBe("1,000 jobs: 500 SUCCEEDED, 500 FAILED");
    }

    [Fact]
    public async Task GetJobsAsync_reads_no_more_pages_than_it_needs()
    {
        await using var server = await StartAsync(1000);
        using var client = await server.ConnectAsync();
        var project = await client.GetProjectAsync(cancellationToken: Cancel);

        (await project.GetJobsAsync(limit: 150, cancellationToken: Cancel)).Count.ShouldBe(150);

        server.Count(JobsCall).ShouldBe(2);
    }

    [Theory]
    [InlineData(true, false, "DRY_RUN")]
    [InlineData(false, true, "DEFAULT")]
    public async Task GetJobsAsync_filters_by_mode(bool testJobs, bool realJobs, string mode)
    {
        await using var server = await StartAsync(250);
        using var client = await server.ConnectAsync();
        var project = await client.GetProjectAsync(cancellationToken: Cancel);

        var jobs = await project.GetJobsAsync(testJobs, realJobs, cancellationToken: Cancel);

        jobs.Count.ShouldBe(mode == "DRY_RUN" ? 84 : 166);
        jobs.ShouldAllBe(job => job.Mode.Value == mode);
    }

    [Theory]
    [InlineData(JobSort.CreatedAt, true, "createdAt,desc")]
    [InlineData(JobSort.FinishedAt, false, "finishedAt,asc")]
    [InlineData(JobSort.Id, false, "id,asc")]
    public async Task GetJobsAsync_has_the_server_sort(JobSort sort, bool descending, string order)
    {
        await using var server = await StartAsync(1);
        using var client = await server.ConnectAsync();
        var project = await client.GetProjectAsync(cancellationToken: Cancel);

        await project.GetJobsAsync(sortBy: sort, descending: descending, cancellationToken: Cancel);

        server.Requests.ShouldContain($"{JobsCall}?page=0&sort={order}");
    }

    [Fact]
    public async Task GetJobsAsync_from_a_server_that_knows_no_pages_ends()
    {
        await using var server = await StartAsync(0);
        server.On(JobsCall, """{"data":[{"id":"a"},{"id":"b"}]}""");
        using var client = await server.ConnectAsync();
        var project = await client.GetProjectAsync(cancellationToken: Cancel);

        (await project.GetJobsAsync(cancellationToken: Cancel)).Select(job => job.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task GetJobsAsync_of_nothing_wanted_says_so()
    {
        await using var server = await StartAsync(1);
        using var client = await server.ConnectAsync();
        var project = await client.GetProjectAsync(cancellationToken: Cancel);

        (await Should.ThrowAsync<ArgumentException>(() => project.GetJobsAsync(false, false, cancellationToken: Cancel))).Message
            .ShouldStartWith("There are only test jobs and real jobs: ask for at least one of them.");
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => project.GetJobsAsync(limit: 0, cancellationToken: Cancel));
    }

    [Theory]
    [InlineData("""{"name":"MAX_CONCURRENT_JOBS","value":"10"}""", 10)]
    [InlineData("""{"name":"MAX_CONCURRENT_JOBS","value":5}""", 5)]
    [InlineData("""{"name":"OTHER","value":true}""", 1)]
    public async Task GetMaxConcurrentJobsAsync_reads_the_setting(string setting, int most)
    {
        await using var server = await StartAsync(0);
        server.On("GET /projects/p-1/settings", $$"""{"data":[{{setting}}]}""");
        using var client = await server.ConnectAsync();
        var project = await client.GetProjectAsync(cancellationToken: Cancel);

        (await project.GetMaxConcurrentJobsAsync(Cancel)).ShouldBe(most);
        (await project.GetSettingsAsync(Cancel)).Count.ShouldBe(1);
        project.ToString().ShouldBe("Project Harbours p-1");
    }

    internal static async Task<LoopbackServer> StartAsync(int jobs)
    {
        var server = await LoopbackServer.StartAsync();
        server.On("GET /projects/p-1", """{"data":{"id":"p-1","name":"Harbours","description":"d","createdAt":"2024-01-01T00:00:00Z"},"error":null}""");
        server.On(JobsCall, (_, context) => PageAsync(context, jobs));
        return server;
    }

    private static Task PageAsync(HttpContext context, int jobs)
    {
        var first = int.Parse(context.Request.Query["page"]!, CultureInfo.InvariantCulture) * PageSize;
        var page = Enumerable.Range(first, Math.Clamp(jobs - first, 0, PageSize)).Select(number =>
            $$"""{"id":"j{{number}}","status":"{{(number % 2 == 0 ? "SUCCEEDED" : "FAILED")}}","mode":"{{(number % 3 == 0 ? "DRY_RUN" : "DEFAULT")}}"}""");
        return LoopbackServer.JsonAsync(context, $$"""{"data":[{{string.Join(',', page)}}],"error":null}""");
    }
}
