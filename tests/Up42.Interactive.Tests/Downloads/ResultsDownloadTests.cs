using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Up42.Interactive.Tests.Http;
using Up42.Interactive.Tests.Jobs;

namespace Up42.Interactive.Tests.Downloads;

public sealed class ResultsDownloadTests : IDisposable
{
    private const string AddressCall = "GET " + JobsServer.JobPath + "/downloads/results/";
    private const string StorageCall = "GET /storage/a";

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string JobFolder => _folder["project_p-1/job_j"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task DownloadResultsAsync_unpacks_to_the_default_folder_and_attaches()
    {
        await using var server = await StartAsync();
        var job = await GetJobAsync(server);
        job.Results.ShouldBeNull();
        var progress = new Reports();

        var results = await job.DownloadResultsAsync(progress: progress, cancellationToken: Cancel);

        results.Directory.ShouldBe(JobFolder);
        job.Results.ShouldBeSameAs(results);
        results.Rasters.Count.ShouldBe(1);
        results.Table.Count.ShouldBe(1);
        Files().ShouldBe([".up42-download.json", Raster(results), "data.json", "job.json"]);
        var length = new FileInfo(Samples.BerlinTgz).Length;
        progress.Heard[^1].ShouldSatisfyAllConditions(
            last => last.BytesTransferred.ShouldBe(length), last => last.TotalBytes.ShouldBe(length), last => last.File.ShouldBe("job_j"));
        using var facts = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(JobFolder, "job.json")));
        JobSnapshot.Parse(facts.RootElement).Info.Name.ShouldBe("Ships of Rotterdam");
    }

    [Fact]
    public async Task DownloadResultsAsync_of_what_is_there_asks_for_nothing()
    {
        await using var server = await StartAsync();
        await (await GetJobAsync(server)).DownloadResultsAsync(cancellationToken: Cancel);

        var later = await GetJobAsync(server);
        server.Requests.Clear();

        later.Results!.Rasters.Count.ShouldBe(1);
        (await later.DownloadResultsAsync(cancellationToken: Cancel)).Table.Count.ShouldBe(1);
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Results_of_an_earlier_download_that_lost_a_file_are_not_attached()
    {
        await using var server = await StartAsync();
        var results = await (await GetJobAsync(server)).DownloadResultsAsync(cancellationToken: Cancel);
        File.WriteAllText(results.Rasters[0].Path, "short");

        (await GetJobAsync(server)).Results.ShouldBeNull();
    }

    [Fact]
    public async Task DownloadResultsAsync_with_overwrite_replaces_what_an_earlier_download_brought()
    {
        await using var server = await StartAsync();
        var job = await GetJobAsync(server);
        await job.DownloadResultsAsync(cancellationToken: Cancel);
        File.WriteAllText(Path.Combine(JobFolder, "notes.txt"), "mine");
        server.On(StorageCall, (_, context) => SendAsync(context, Samples.OlindaTgz));

        var results = await job.DownloadResultsAsync(overwrite: true, cancellationToken: Cancel);

        results.Rasters.Count.ShouldBe(1);
        results.Rasters[0].Name.ShouldBe("L7_ETMs/L7_ETMs.tif");
        Files().ShouldBe([".up42-download.json", Raster(results), "data.json", "job.json", "notes.txt"], ignoreOrder: true);
        server.Count(StorageCall).ShouldBe(2);
    }

    [Fact]
    public async Task DownloadResultsAsync_does_not_overwrite_a_file_of_another_origin()
    {
        await using var server = await StartAsync();
        Directory.CreateDirectory(JobFolder);
        File.WriteAllText(Path.Combine(JobFolder, "data.json"), "mine");
        var job = await GetJobAsync(server);

        var error = await Should.ThrowAsync<Up42Exception>(() => job.DownloadResultsAsync(cancellationToken: Cancel));

        error.Message.ShouldBe($"'{Path.Combine(JobFolder, "data.json")}' is there already: pass overwrite: true, or another outputDirectory.");
        Files().ShouldBe(["data.json"]);
        File.ReadAllText(Path.Combine(JobFolder, "data.json")).ShouldBe("mine");
    }

    [Theory]
    [InlineData("short")]
    [InlineData("drop")]
    [InlineData("expired")]
    [InlineData("503")]
    [InlineData("empty")]
    public async Task DownloadResultsAsync_after_a_fault_asks_again_where_expired_with_a_new_address(string fault)
    {
        await using var server = await StartAsync();
        server.On(StorageCall, (count, context) => count <= 2 ? FaultAsync(context, fault) : SendAsync(context, Samples.BerlinTgz));
        var job = await GetJobAsync(server);

        var results = await job.DownloadResultsAsync(cancellationToken: Cancel);

        results.Rasters.Count.ShouldBe(1);
        server.Count(StorageCall).ShouldBe(3);
        server.Count(AddressCall).ShouldBeInRange(fault == "expired" ? 3 : 1, 3);
    }

    [Fact]
    public async Task DownloadResultsAsync_that_stalls_begins_again()
    {
        await using var server = await StartAsync();
        var clock = new FakeTimeProvider();
        server.On(StorageCall, (count, context) => count == 1 ? StallAsync(context) : SendAsync(context, Samples.BerlinTgz));
        var retry = new RetryOptions { AttemptTimeout = TimeSpan.FromMinutes(3), BaseDelay = TimeSpan.Zero };
        using var client = await server.ConnectAsync(server.Options(clock, retry, outputDirectory: _folder.Path));
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);

        // What has arrived is reported when the wait for more has begun.
        var hasStalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var download = job.DownloadResultsAsync(progress: new Reports(_ => hasStalled.TrySetResult()), cancellationToken: Cancel);
        await hasStalled.Task;
        clock.Advance(TimeSpan.FromMinutes(3));

        (await download).Rasters.Count.ShouldBe(1);

        server.Count(StorageCall).ShouldBe(2);
    }

    [Theory]
    [InlineData("expired", "The download of job j failed: [403] Forbidden. It was tried 8 times.")]
    [InlineData("web page", "The download of job j is a web page or XML, neither a tar, a gzipped tar nor a zip archive.")]
    public async Task DownloadResultsAsync_that_can_not_be_mended_leaves_nothing_and_no_signature(string fault, string message)
    {
        await using var server = await StartAsync();
        server.On(StorageCall, (_, context) => FaultAsync(context, fault));
        var job = await GetJobAsync(server);

        var error = await Should.ThrowAsync<Up42Exception>(() => job.DownloadResultsAsync(cancellationToken: Cancel));

        error.Message.ShouldBe(message);
        error.ToString().ShouldNotContain("s1gn4ture");
        _folder.Files.ShouldBeEmpty();
        job.Results.ShouldBeNull();
    }

    [Theory]
    [InlineData(false, "job_j.tgz")]
    [InlineData(true, "job_j.zip")]
    public async Task DownloadResultsAsync_without_unpacking_keeps_the_one_archive(bool zip, string name)
    {
        await using var server = await StartAsync();
        var archive = zip ? Samples.BerlinZip : Samples.BerlinTgz;
        server.On(StorageCall, (_, context) => SendAsync(context, archive));
        var job = await GetJobAsync(server);

        var results = await job.DownloadResultsAsync(unpack: false, cancellationToken: Cancel);

        results.Rasters.Count.ShouldBe(1);
        Files().ShouldBe(["job.json", name], ignoreOrder: true);
        results.Job!.Info.Name.ShouldBe("Ships of Rotterdam");
        File.ReadAllBytes(Path.Combine(JobFolder, name)).ShouldBe(File.ReadAllBytes(archive));
        (await GetJobAsync(server)).Results!.Rasters.Count.ShouldBe(1);
    }

    [Fact]
    public async Task DownloadResultsAsync_of_a_job_that_has_not_succeeded_says_what_to_do()
    {
        await using var server = await StartAsync("FAILED");
        var job = await GetJobAsync(server);

        var error = await Should.ThrowAsync<Up42Exception>(() => job.DownloadResultsAsync(cancellationToken: Cancel));

        error.Message.ShouldBe("Job j is FAILED and has no results: await job.GetLogsAsync() says why.");
        server.Count(AddressCall).ShouldBe(0);
    }

    [Fact]
    public async Task DownloadResultsAsync_of_a_task_goes_to_its_own_folder_and_stays_out_of_the_jobs()
    {
        await using var server = await StartAsync();
        server.On("GET " + JobsServer.JobPath + "/tasks/t1/downloads/results/", Address(server));
        var job = await GetJobAsync(server);
        var task = (await job.GetJobTasksAsync(Cancel))[0];

        var ofTask = await task.DownloadResultsAsync(cancellationToken: Cancel);
        var ofJob = await job.DownloadResultsAsync(cancellationToken: Cancel);

        ofTask.Directory.ShouldBe(Path.Combine(JobFolder, "jobtask_t1"));
        task.Results.ShouldBeSameAs(ofTask);
        ofJob.Rasters.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Display_verbs_without_results_say_how_to_get_them()
    {
        await using var server = await StartAsync();
        IHasResults job = await GetJobAsync(server);

        Should.Throw<Up42Exception>(() => job.ResultsOnDisk).Message.ShouldBe("Download the results first: await job.DownloadResultsAsync()");
    }

    [Fact]
    public async Task DownloadResultsAsync_of_a_collection_keeps_one_jobs_failure_apart_and_merges_the_rest()
    {
        await using var server = await StartAsync();
        server.On("GET /projects/p-1/jobs/k", JobsServer.Job("SUCCEEDED", "k"));
        server.On("GET /projects/p-1/jobs/k/downloads/results/", Address(server));
        server.On("GET /projects/p-1/jobs/f", JobsServer.Job("FAILED", "f"));
        using var client = await server.ConnectAsync(server.Options(outputDirectory: _folder.Path));
        var jobs = await client.GetJobCollectionAsync(["j", "f", "k"], cancellationToken: Cancel);

        var results = await jobs.DownloadResultsAsync(_folder["all"], cancellationToken: Cancel);

        results.ToString().ShouldBe("Results of 2 of 3 jobs, 2 features; without results: 1 FAILED");
        results.Merged!.Select(row => row["job_id"]).ShouldBe(["j", "k"]);
        results["k"].Directory.ShouldBe(_folder["all/job_k"]);
        results.Failures.Single().ToString().ShouldBe("f: Job f is FAILED and has no results: await job.GetLogsAsync() says why.");
        ((IHasResults)results).ResultsOnDisk.Count.ShouldBe(2);
        ((IHasResults)jobs).ResultsOnDisk.Count.ShouldBe(2);
    }

    [Fact]
    public async Task DownloadQuicklooksAsync_brings_those_of_all_tasks_under_safe_names()
    {
        await using var server = await StartAsync();
        var picture = File.ReadAllBytes(Samples.Find("quicklooks/s2_128.jpg"));
        server.On("GET " + JobsServer.JobPath + "/tasks/t1/outputs/quicklooks/", """{"data":["a.png","../../up.png","a b"]}""");
        server.On("GET " + JobsServer.JobPath + "/tasks/t2/outputs/quicklooks/", """{"data":["A.png"]}""");
        foreach (
            var path in new[] { "t1/outputs/quicklooks/a.png", "t1/outputs/quicklooks/..%2F..%2Fup.png", "t1/outputs/quicklooks/a b",
                "t2/outputs/quicklooks/A.png" })
        {
            server.On($"GET {JobsServer.JobPath}/tasks/{path}", async (_, context) =>
            {
                context.Response.ContentType = "image/jpeg";
                await context.Response.Body.WriteAsync(picture);
            });
        }

        var job = await GetJobAsync(server);

        var files = await job.DownloadQuicklooksAsync(cancellationToken: Cancel);

        files.ShouldBe(new[] { "a.png", ".._.._up.png", "a b.png", "A_2.png" }.Select(name => Path.Combine(JobFolder, name)));
        files.ShouldAllBe(file => File.ReadAllBytes(file).SequenceEqual(picture));
        job.Quicklooks.ShouldBe(files);
        Files().Count.ShouldBe(4);
    }

    [Fact]
    public async Task DownloadQuicklooksAsync_of_tasks_without_any_is_empty()
    {
        await using var server = await StartAsync();
        var job = await GetJobAsync(server);

        (await job.DownloadQuicklooksAsync(cancellationToken: Cancel)).ShouldBeEmpty();

        _folder.Files.ShouldBeEmpty();
    }

    private static string Raster(JobResults results) => results.Rasters[0].Name;

    private static string Address(LoopbackServer server) =>
        $$$"""{"data":{"url":"{{{server.Endpoint}}}storage/a?X-Goog-Signature=s1gn4ture"},"error":null}""";

    private static async Task<LoopbackServer> StartAsync(string status = "SUCCEEDED")
    {
        var server = await JobsServer.StartAsync(status);
        server.On(AddressCall, Address(server));
        server.On(StorageCall, (_, context) => SendAsync(context, Samples.BerlinTgz));
        return server;
    }

    private static Task SendAsync(HttpContext context, string path)
    {
        context.Response.ContentType = "application/gzip";
        context.Response.ContentLength = new FileInfo(path).Length;
        return context.Response.SendFileAsync(path);
    }

    private static async Task StallAsync(HttpContext context)
    {
        context.Response.ContentLength = 1_000_000;
        await context.Response.Body.WriteAsync(new byte[1000]);
        await context.Response.Body.FlushAsync();
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    }

    private static async Task FaultAsync(HttpContext context, string fault)
    {
        switch (fault)
        {
            case "short":
                context.Response.ContentLength = 1_000_000;
                await context.Response.Body.WriteAsync(new byte[1000]);
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case "drop":
                context.Abort();
                break;
            case "expired":
                await LoopbackServer.JsonAsync(context, "<Error>s1gn4ture has expired</Error>", 403, "application/xml");
                break;
            case "web page":
                await LoopbackServer.JsonAsync(context, "<html>maintenance</html>", 200, "text/html");
                break;
            case "empty":
                break;
            default:
                await LoopbackServer.StatusAsync(context, 503);
                break;
        }
    }

    private async Task<Job> GetJobAsync(LoopbackServer server)
    {
        var client = await server.ConnectAsync(server.Options(outputDirectory: _folder.Path));
        return await client.GetJobAsync("j", cancellationToken: Cancel);
    }

    private IReadOnlyList<string> Files() => [.. _folder.Files.Select(file => Path.GetRelativePath("project_p-1/job_j", file))];

    private sealed class Reports(Action<TransferProgress>? heard = null) : IProgress<TransferProgress>
    {
        public List<TransferProgress> Heard { get; } = [];

        public void Report(TransferProgress value)
        {
            Heard.Add(value);
            heard?.Invoke(value);
        }
    }
}
