namespace Up42.Interactive.Cli.Tests.Archives;

public sealed class ArchiveCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Archive_saves_everything_of_jobs_and_goes_on_where_it_was()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: Cancel);
        var (ships, failed) = (Job(sandbox, "Ships waiting"), Job(sandbox, "Failed"));

        var first = await RunAsync(sandbox, ships, failed, "gone", "-o", "out");

        first.ExitCode.ShouldBe(1, first.Error);
        first.Output.ShouldContain("gone  not saved: ");
        first.Output.ShouldContain($"{failed}  Sentinel-2 AOI Brandenburg: FAILED, without results");
        first.Output.ShouldContain("2 of 3 jobs complete in ");
        var saved = JobCollectionResults.Open(_folder["out"], cancellationToken: TestContext.Current.CancellationToken);
        var job = saved[ships].Job!;
        job.Credits.ShouldNotBeNull();
        job.Logs!.Tasks.Count.ShouldBe(job.Tasks!.Count);
        saved[ships].Rasters.ShouldNotBeEmpty();
        saved[ships].Vectors.ShouldNotBeEmpty();
        saved[ships].TaskTables.Keys.ShouldBe(job.Tasks.Select(task => task.Id), ignoreOrder: true);
        ((IHasResults)saved).QuicklooksOnDisk.ShouldNotBeEmpty();
        saved.Failures.ShouldHaveSingleItem().JobId.ShouldBe(failed);
        saved.Jobs.Single(one => one.JobId == failed).Job!.Logs!.Text.ShouldContain("ERROR");
        Files().ShouldAllBe(file => !File.ReadAllText(file).Contains(sandbox.Credentials.ProjectApiKey, StringComparison.Ordinal));

        File.Delete(saved[ships].Rasters[0].Path);
        var second = await RunAsync(sandbox, ships, failed, "-o", "out");

        second.ExitCode.ShouldBe(0, second.Error);
        second.Output.ShouldContain($"{failed}  Sentinel-2 AOI Brandenburg: complete already");
        second.Output.ShouldContain("2 of 2 jobs complete in ");
        File.Exists(saved[ships].Rasters[0].Path).ShouldBeTrue();

        var report = await Up42Tool.RunAsync("report", _folder["out"], "-o", _folder["report.html"]);

        report.ExitCode.ShouldBe(0, report.Error);
        var page = await File.ReadAllTextAsync(_folder["report.html"], Cancel);
        foreach (
            var shown in (
                string[])["<h1>out</h1>", "<h2>Jobs</h2>", "<h2>Features</h2>", "<h2>Bands</h2>", "<h2>Quicklooks</h2>", "<h2>Map</h2>",
                    "Results of 1 of 2 jobs"])
        {
            page.ShouldContain(shown);
        }
    }

    [Fact]
    public async Task Archive_of_a_project_with_a_running_job_saves_it_as_it_is_and_says_that_it_is_not_complete()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: Cancel);
        var running = Job(sandbox, "Takes its time");

        var run = await RunAsync(sandbox, running, "-o", "out");

        run.ExitCode.ShouldBe(1, run.Error);
        run.Output.ShouldContain("and not complete");
        run.Output.ShouldContain("0 of 1 job complete in ");
        JobCollectionResults.Open(_folder["out"], cancellationToken: TestContext.Current.CancellationToken).ToString().ShouldContain("not finished yet");
    }

    [Fact]
    public async Task Archive_without_jobs_and_project_says_what_is_missing()
    {
        var run = await Up42Tool.RunAsync("archive", "-o", _folder["out"]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("Name jobs, or a project with --project.");
        _folder.Files.ShouldBeEmpty();
    }

    private static string Job(SandboxServer sandbox, string description) =>
        sandbox.Jobs.First(job => job.Description.StartsWith(description, StringComparison.Ordinal)).Id;

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_folder["out"], "*.json", SearchOption.AllDirectories);

    private Task<Up42Tool.Result> RunAsync(SandboxServer sandbox, params string[] arguments)
    {
        var process = Up42Tool.Start(
            _folder.Path,
            new Dictionary<string, string>
            {
                ["UP42_ENDPOINT"] = sandbox.Endpoint.ToString(),
                ["UP42_PROJECT_ID"] = sandbox.Credentials.ProjectId,
                ["UP42_PROJECT_API_KEY"] = sandbox.Credentials.ProjectApiKey,
            },
            ["archive", .. arguments]);
        return Up42Tool.EndAsync(process);
    }
}
