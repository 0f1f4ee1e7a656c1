using System.Net;
using Up42.Interactive.Tests.Http;
using Up42.Interactive.Tests.Jobs;

namespace Up42.Interactive.Tests.Processing;

public sealed class ProcessingJobTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_job_has_its_facts_typed_and_raw()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        using var client = await server.ConnectAccountAsync();

        var job = await client.GetProcessingJobAsync("j", Cancel);

        (job.Id, job.ProcessId, job.Title, job.Status, job.Credits).ShouldBe(("j", "pansharpening", "Berlin", ProcessingStatus.Captured, 12m));
        (job.Created, job.Duration).ShouldBe((new DateTimeOffset(2026, 11, 1, 10, 0, 0, TimeSpan.Zero).AddMicroseconds(123456), TimeSpan.FromMinutes(4.5)));
        (job.IsSucceeded, job.Info.CollectionId, job.Errors.Count).ShouldBe((true, "c-1", 0));
        job.Info.Raw.GetProperty("accountID").GetString().ShouldBe("a");
    }

    [Fact]
    public async Task Tracking_goes_on_through_successful_and_unknown_statuses_and_lost_connections_to_the_end()
    {
        await using var server = await ProcessingServer.StartAsync("created", "pondering", "running", "successful", "captured");
        using var client = await server.ConnectAccountAsync();
        var job = await client.GetProcessingJobAsync("j", Cancel);
        var seen = new List<string>();

        await job.TrackStatusAsync(progress: new Told(status => seen.Add(status.Value)), cancellationToken: Cancel);

        seen.ShouldBe(["pondering", "running", "successful", "captured"]);
        job.Status.ShouldBe(ProcessingStatus.Captured);
    }

    [Theory]
    [InlineData("released")]
    [InlineData("invalid")]
    [InlineData("rejected")]
    [InlineData("unlicensed")]
    public async Task A_job_that_ends_without_results_throws_with_its_errors(string status)
    {
        await using var server = await ProcessingServer.StartAsync("created", status);
        using var client = await server.ConnectAccountAsync();
        var job = await client.GetProcessingJobAsync("j", Cancel);

        var error = await Should.ThrowAsync<ProcessingJobFailedException>(() => job.TrackStatusAsync(cancellationToken: Cancel));

        error.Job.ShouldBeSameAs(job);
        error.Message.ShouldBe(status switch
        {
            "rejected" => "Processing job Berlin j ended rejected.",
            "unlicensed" => "Processing job Berlin j ended unlicensed: the account has not accepted the licence of the process.",
            _ => $"Processing job Berlin j ended {status}: InvalidItem: The item has no panchromatic band.",
        });
        (await Should.ThrowAsync<Up42Exception>(() => job.GetResultsAsync(Cancel))).Message.ShouldBe($"Processing job j is {status} and has no results.");
    }

    [Fact]
    public async Task A_wait_has_an_end_and_the_job_goes_on()
    {
        await using var server = await ProcessingServer.StartAsync("running");
        using var client = await server.ConnectAccountAsync();
        var job = await client.GetProcessingJobAsync("j", Cancel);

        var error = await Should.ThrowAsync<TimeoutException>(() => job.TrackStatusAsync(timeout: TimeSpan.FromSeconds(90), cancellationToken: Cancel));

        error.Message.ShouldBe("Processing job Berlin j is still running after 90 s. It goes on: await job.TrackStatusAsync() waits again.");
    }

    [Fact]
    public async Task Jobs_come_in_pages_as_far_as_they_are_wanted_with_every_filter()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        server.On(ProcessingServer.JobsCall, (count, context) => LoopbackServer.JsonAsync(context, $$"""
            {"jobs":[{{ProcessingServer.Job(server, "captured", $"j-{count}a")}},{"status":"odd"},{{ProcessingServer.Job(server, "running", $"j-{count}b")}}],
            "links":[{"rel":"self","href":"/x"},{"rel":"next","href":"/v2/processing/jobs?token={{count}}"}]}
            """));
        using var client = await server.ConnectAccountAsync();

        var jobs = await client.GetProcessingJobsAsync(
            ["pansharpening", "x"], [ProcessingStatus.Captured, new("odd")], TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(2), ["a", "b"],
            ProcessingJobSort.Credits, descending: false, limit: 3, Cancel);

        jobs.Select(job => job.Id).ShouldBe(["j-1a", "j-1b", "j-2a"]);
        jobs.Failures.Count.ShouldBe(1);
        server.Requests.Where(request => request.StartsWith(ProcessingServer.JobsCall, StringComparison.Ordinal)).ShouldBe(
        [
            "GET /v2/processing/jobs?workspaceId=w-1&processId=pansharpening%2Cx&status=captured%2Codd&minDuration=5&maxDuration=120&limit=3"
                + "&sort=creditConsumption.credits%2Casc&ids=a%2Cb",
            "GET /v2/processing/jobs?token=1",
        ]);
    }

    [Theory]
    [InlineData("https://evil.example/v2/processing/jobs?page=2")]
    [InlineData("//evil.example/jobs")]
    public async Task A_link_to_another_host_is_not_followed(string link)
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        server.On(ProcessingServer.JobsCall, $$"""{"jobs":[],"links":[{"rel":"next","href":"{{link}}"}]}""");
        using var client = await server.ConnectAccountAsync();

        var error = await Should.ThrowAsync<Up42Exception>(() => client.GetProcessingJobsAsync(cancellationToken: Cancel));

        error.Message.ShouldBe($"{link} is not on {server.Authority}, where this client has logged in: it is not followed.");
    }

    [Fact]
    public async Task A_link_that_leads_back_ends_the_list()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        server.On(ProcessingServer.JobsCall, """{"jobs":[],"links":[{"rel":"next","href":"/v2/processing/jobs?token=1"}]}""");
        using var client = await server.ConnectAccountAsync();

        (await client.GetProcessingJobsAsync(cancellationToken: Cancel)).Count.ShouldBe(0);
        server.Count(ProcessingServer.JobsCall).ShouldBe(2);
    }

    [Fact]
    public Task Results_come_to_disk_though_signatures_expire_and_open_again_without_an_account() => AssertRenewedAsync(403);

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [Trait("Tier", "Long")]
    public Task Results_come_to_disk_though_signatures_expire_and_another_answer_says_so(int expired) => AssertRenewedAsync(expired);

    private async Task AssertRenewedAsync(int expired)
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        using var scenes = new SampleScenes();
        var scene = await File.ReadAllBytesAsync(SampleScenes.RasterIn(scenes.Olinda), Cancel);
        var padded = new byte[scene.Length + (13 << 20)];
        scene.CopyTo(padded, 0);
        ProcessingServer.Serve(server, padded, requestsASignature: 2, expired);
        using var client = await server.ConnectAccountAsync(server.Options(outputDirectory: _folder.Path));
        var job = await client.GetProcessingJobAsync("j", Cancel);

        var results = await job.DownloadResultsAsync(cancellationToken: Cancel);

        server.Count(ProcessingServer.UrlCall).ShouldBeGreaterThan(1);
        results.Directory.ShouldBe(_folder["job_j"]);
        results.Files.Select(file => file.Name).ShouldBe(["data.json", "i-1/item.json", "i-1/sharp.tif", "processing-job.json"]);
        (await File.ReadAllBytesAsync(_folder["job_j/i-1/sharp.tif"], Cancel)).ShouldBe(padded);
        var before = server.Requests.Count;
        (await job.DownloadResultsAsync(cancellationToken: Cancel)).Directory.ShouldBe(results.Directory);
        server.Requests.Count.ShouldBe(before);
        var opened = JobResults.Open(_folder["job_j"], cancellationToken: Cancel);
        opened.ProcessingJob.ShouldNotBeNull().Info.Credits.ShouldBe(12);
        opened.Rasters.ShouldHaveSingleItem().Features.ShouldHaveSingleItem().GetText("platform").ShouldBe("PNEO-4");
        foreach (var file in opened.Files.Where(file => file.Name.EndsWith(".json", StringComparison.Ordinal)))
        {
            (await File.ReadAllTextAsync(file.Path, Cancel)).ShouldNotContain("hush");
        }

        (results.ToHtml() + opened.ToHtml()).ShouldNotContain("hush");
    }

    [Fact]
    public async Task A_download_that_broke_off_goes_on_and_leaves_nothing_half_written()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        ProcessingServer.Serve(server, new byte[100]);
        server.On(ProcessingServer.UrlCall, (_, context) => LoopbackServer.StatusAsync(context, 404));
        using var client = await server.ConnectAccountAsync(server.Options(outputDirectory: _folder.Path));
        var job = await client.GetProcessingJobAsync("j", Cancel);

        await Should.ThrowAsync<Up42ApiException>(() => job.DownloadResultsAsync(cancellationToken: Cancel));

        job.Results.ShouldBeNull();
        JobResults.Open(_folder["job_j"], cancellationToken: Cancel).Files.ShouldBeEmpty();
        Should.Throw<Up42Exception>(() => job.PlotResults(cancellationToken: Cancel)).Message.ShouldStartWith("Download the results first");
    }

    [Fact]
    public async Task A_project_is_told_to_log_in_with_an_account()
    {
        await using var server = await JobsServer.StartAsync();
        using var client = await server.ConnectAsync();

        var error = await Should.ThrowAsync<Up42Exception>(() => client.GetProcessingJobAsync("j", Cancel));

        error.Message.ShouldBe(
            "Processing jobs, processes, storage and orders are on today's platform, which a project's key does not open. "
            + "Log in with Up42Credentials.FromAccount(username, password), or set UP42_USERNAME and UP42_PASSWORD.");
    }

    [Fact]
    public async Task A_job_that_does_not_exist_is_named()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        using var client = await server.ConnectAccountAsync();

        (await Should.ThrowAsync<Up42ApiException>(() => client.GetProcessingJobAsync("gone", Cancel))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private sealed class Told(Action<ProcessingStatus> tell) : IProgress<ProcessingStatus>
    {
        public void Report(ProcessingStatus value) => tell(value);
    }
}
