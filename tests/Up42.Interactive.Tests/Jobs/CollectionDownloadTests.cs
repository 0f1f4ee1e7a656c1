using Microsoft.AspNetCore.Http;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Jobs;

public sealed class CollectionDownloadTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DownloadResultsAsync_saves_a_merged_table_whose_paths_start_at_its_folder(bool unpack)
    {
        await using var server = await StartAsync();
        var jobs = await GetAsync(server, "j", "k");

        var results = await jobs.DownloadResultsAsync(_folder["all"], unpack: unpack, cancellationToken: Cancel);

        var saved = FeatureTable.Read(_folder["all/data.json"]);
        saved.ToGeoJson().ShouldBe(results.Merged!.ToGeoJson());
        saved.Select(row => row["job_id"]).ShouldBe(["j", "k"]);
        foreach (var row in saved)
        {
            var path = row.GetText("up42.data_path")!;
            path.ShouldStartWith($"job_{row["job_id"]}/7e17f023");
            File.Exists(_folder[$"all/{path}"]).ShouldBe(unpack);
        }

        results.Directory.ShouldBe(_folder["all"]);
        jobs.Select(job => job.Results!.Rasters.Count).ShouldBe([1, 1]);
    }

    [Fact]
    public async Task DownloadResultsAsync_without_a_folder_merges_in_the_projects()
    {
        await using var server = await StartAsync();
        var jobs = await GetAsync(server, "j", "k");

        await jobs.DownloadResultsAsync(cancellationToken: Cancel);

        File.Exists(_folder["project_p-1/data.json"]).ShouldBeTrue();
        Directory.Exists(_folder["project_p-1/job_k"]).ShouldBeTrue();
        (await GetAsync(server, "k"))[0].Results!.Rasters.Count.ShouldBe(1);
    }

    [Fact]
    public async Task DownloadResultsAsync_says_which_jobs_are_not_finished_and_which_failed()
    {
        await using var server = await StartAsync();
        var jobs = await GetAsync(server, "j", "r", "f");

        var results = await jobs.DownloadResultsAsync(_folder["all"], cancellationToken: Cancel);

        results.ToString().ShouldBe("Results of 1 of 3 jobs, 1 feature; without results: 1 RUNNING (not finished yet), 1 FAILED");
        results.Failures.Select(failure => failure.ToString()).ShouldBe(
        [
            "r: Job r is RUNNING and has no results yet: await job.TrackStatusAsync() waits for them.",
            "f: Job f is FAILED and has no results: await job.GetLogsAsync() says why.",
        ]);
        results.Jobs[1].Job!.Info.Status.ShouldBe(JobStatus.Running);
        results.ToHtml().ShouldContain("not finished yet");
    }

    [Fact]
    public async Task DownloadResultsAsync_of_unfinished_jobs_only_writes_no_table_and_does_not_say_that_they_failed()
    {
        await using var server = await StartAsync();
        var jobs = await GetAsync(server, "r");

        var results = await jobs.DownloadResultsAsync(_folder["all"], cancellationToken: Cancel);

        File.Exists(_folder["all/data.json"]).ShouldBeFalse();
        Should.Throw<Up42Exception>(() => ((IHasResults)results).ResultsOnDisk)
            .Message.ShouldBe("None of the 1 job has results: 1 RUNNING (not finished yet).");
        Should.Throw<Up42Exception>(() => results["r"]).Message.ShouldStartWith("There are no results of job r: Job r is RUNNING");
    }

    [Fact]
    public async Task DownloadResultsAsync_of_results_without_data_json_merges_the_others()
    {
        await using var server = await StartAsync();
        Directory.CreateDirectory(_folder["bare/output"]);
        File.Copy(Samples.Find("quicklooks/quicklook_16e18e15-c941-4aae-97cd-d67b18dc9f6e.jpg"), _folder["bare/output/scene.jpg"]);
        Tool.Run("tar", "-czf", _folder["bare.tgz"], "-C", _folder["bare"], "output");
        server.On("GET /storage/k", (_, context) => SendAsync(context, _folder["bare.tgz"]));
        var jobs = await GetAsync(server, "j", "k");

        var results = await jobs.DownloadResultsAsync(_folder["all"], cancellationToken: Cancel);

        results.ToString().ShouldBe("Results of 2 of 2 jobs, 1 feature");
        FeatureTable.Read(_folder["all/data.json"]).Select(row => row["job_id"]).ShouldBe(["j"]);
    }

    [Fact]
    public async Task DownloadResultsAsync_replaces_a_merged_table_but_no_other_data_json()
    {
        await using var server = await StartAsync();
        var jobs = await GetAsync(server, "j", "k");
        await (await GetAsync(server, "j")).DownloadResultsAsync(_folder["all"], cancellationToken: Cancel);

        await jobs.DownloadResultsAsync(_folder["all"], cancellationToken: Cancel);
        FeatureTable.Read(_folder["all/data.json"]).Count.ShouldBe(2);
        File.Copy(_folder["all/job_j/data.json"], _folder["all/data.json"], overwrite: true);
        var error = await Should.ThrowAsync<Up42Exception>(() => jobs.DownloadResultsAsync(_folder["all"], cancellationToken: Cancel));

        error.Message.ShouldBe(
            $"'{_folder["all/data.json"]}' is there already and is not a merged table: pass overwrite: true, merge: false, or another "
                + $"outputDirectory.");
        (await jobs.DownloadResultsAsync(_folder["all"], merge: false, cancellationToken: Cancel)).Merged.ShouldBeNull();
        FeatureTable.Read(_folder["all/data.json"]).HasColumn("job_id").ShouldBeFalse();
    }

    [Fact]
    public async Task Open_of_the_folder_shows_the_same_without_a_server()
    {
        await using var server = await StartAsync();
        var jobs = await GetAsync(server, "j", "k");
        var downloaded = await jobs.DownloadResultsAsync(_folder["all"], cancellationToken: Cancel);

        var opened = JobCollectionResults.Open(_folder["all"], cancellationToken: TestContext.Current.CancellationToken);

        opened.ToString().ShouldBe(downloaded.ToString());
        opened.Merged!.ToGeoJson().ShouldBe(downloaded.Merged!.ToGeoJson());
        opened["k"].Job!.Info.Name.ShouldBe("Ships of Rotterdam");
    }

    private static async Task<LoopbackServer> StartAsync()
    {
        var server = await JobsServer.StartAsync();
        foreach (var (id, status) in new[] { ("j", "SUCCEEDED"), ("k", "SUCCEEDED"), ("r", "RUNNING"), ("f", "FAILED") })
        {
            server.On($"GET /projects/p-1/jobs/{id}", JobsServer.Job(status, id));
            server.On($"GET /projects/p-1/jobs/{id}/downloads/results/", $$$"""{"data":{"url":"{{{server.Endpoint}}}storage/{{{id}}}"},"error":null}""");
            server.On($"GET /storage/{id}", (_, context) => SendAsync(context, Samples.BerlinTgz));
        }

        return server;
    }

    private static Task SendAsync(HttpContext context, string path)
    {
        context.Response.ContentLength = new FileInfo(path).Length;
        return context.Response.SendFileAsync(path);
    }

    private async Task<JobCollection> GetAsync(LoopbackServer server, params string[] ids)
    {
        var client = await server.ConnectAsync(server.Options(outputDirectory: _folder.Path));
        return await client.GetJobCollectionAsync(ids, cancellationToken: Cancel);
    }
}
