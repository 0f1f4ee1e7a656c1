using System.Text.Json;
using Up42.Interactive.Tests.Http;
using Up42.Interactive.Tests.Jobs;

namespace Up42.Interactive.Tests.Downloads;

public sealed class ResultsDownloadTests : IDisposable
{
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
        var progress = new Heard();

        var results = await job.DownloadResultsAsync(progress: progress, cancellationToken: Cancel);

        results.Directory.ShouldBe(JobFolder);
        job.Results.ShouldBeSameAs(results);
        results.Rasters.Count.ShouldBe(1);
        results.Table.Count.ShouldBe(1);
        Files().ShouldBe([".up42-download.json", Raster(results), "data.json", "job.json"]);
        var length = new FileInfo(Samples.BerlinTgz).Length;
        progress.Reports[^1].ShouldSatisfyAllConditions(
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
        server.On(DownloadServer.StorageCall, (_, context) => DownloadServer.SendAsync(context, Samples.OlindaTgz));

        var results = await job.DownloadResultsAsync(overwrite: true, cancellationToken: Cancel);

        results.Rasters.Count.ShouldBe(1);
        results.Rasters[0].Name.ShouldBe("L7_ETMs/L7_ETMs.tif");
        Files().ShouldBe([".up42-download.json", Raster(results), "data.json", "job.json", "notes.txt"], ignoreOrder: true);
        server.Count(DownloadServer.StorageCall).ShouldBe(2);
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
    [InlineData(false, "job_j.tgz")]
    [InlineData(true, "job_j.zip")]
    public async Task DownloadResultsAsync_without_unpacking_keeps_the_one_archive(bool zip, string name)
    {
        await using var server = await StartAsync();
        var archive = zip ? Samples.BerlinZip : Samples.BerlinTgz;
        server.On(DownloadServer.StorageCall, (_, context) => DownloadServer.SendAsync(context, archive));
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
        server.Count(DownloadServer.AddressCall).ShouldBe(0);
    }

    [Fact]
    public async Task DownloadResultsAsync_of_a_task_goes_to_its_own_folder_and_stays_out_of_the_jobs()
    {
        await using var server = await StartAsync();
        server.On("GET " + JobsServer.JobPath + "/tasks/t1/downloads/results/", DownloadServer.Address(server));
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
        server.On("GET /projects/p-1/jobs/k/downloads/results/", DownloadServer.Address(server));
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
        foreach (var (task, name) in new[] { ("t1", "a.png"), ("t1", "..%2F..%2Fup.png"), ("t1", "a b"), ("t2", "A.png") })
        {
            server.On($"GET {JobsServer.JobPath}/tasks/{task}/outputs/quicklooks/{name}", async (_, context) =>
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

    private IReadOnlyList<string> Files() => [.. _folder.Files.Select(file => Path.GetRelativePath("project_p-1/job_j", file))];

    private static Task<LoopbackServer> StartAsync(string status = "SUCCEEDED") =>
        DownloadServer.StartAsync((_, context) => DownloadServer.SendAsync(context, Samples.BerlinTgz), status);

    private Task<Job> GetJobAsync(LoopbackServer server) => DownloadServer.GetJobAsync(server, _folder.Path);
}
