namespace Up42.Interactive.Cli.Tests.Reports;

public sealed class JobReportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Report_of_a_job_shows_its_card_and_its_results()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var run = await RunAsync(sandbox, sandbox.Jobs[0].Id, sandbox.Credentials.ProjectApiKey);

        run.ExitCode.ShouldBe(0, run.Error);
        var page = await File.ReadAllTextAsync(_folder["report.html"], TestContext.Current.CancellationToken);
        page.ShouldContain("<h1>Sentinel-2 AOI Berlin</h1>");
        foreach (var heading in (string[])["Results", "Map", "Bands", "Features", "Job"])
        {
            page.ShouldContain($"<h2>{heading}</h2>");
        }

        page.ShouldContain("130 credits");
        page.ShouldNotContain("DownloadResultsAsync");
        page.ShouldNotContain(sandbox.Credentials.ProjectApiKey);
        _folder.Files.ShouldBe(["report.html"]);
    }

    [Fact]
    public async Task Report_of_a_folder_that_was_downloaded_has_the_jobs_card()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var up42 = await Up42Client.AuthenticateAsync(
            Up42Credentials.FromProject(sandbox.Credentials.ProjectId, sandbox.Credentials.ProjectApiKey),
            new Up42ClientOptions { Endpoint = sandbox.Endpoint },
            TestContext.Current.CancellationToken);
        var job = await up42.GetJobAsync(sandbox.Jobs[0].Id, cancellationToken: TestContext.Current.CancellationToken);
        await job.DownloadResultsAsync(_folder["kept"], cancellationToken: TestContext.Current.CancellationToken);

        var source = await ReportSource.OpenAsync(_folder["kept"], "", new StepReporter(TimeProvider.System), TestContext.Current.CancellationToken);

        source.Name.ShouldBe("Sentinel-2 AOI Berlin");
        source.Facts.ShouldContain(fact => fact.Heading == "Job" && fact.Display.ToHtml().Contains("SUCCEEDED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_of_a_job_that_failed_or_with_a_wrong_key_says_so_in_a_sentence()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var failed = sandbox.Jobs.Single(job => job.Description.StartsWith("Failed", StringComparison.Ordinal));

        await ShouldFailAsync(sandbox, failed.Id, sandbox.Credentials.ProjectApiKey, "FAILED");
        await ShouldFailAsync(sandbox, sandbox.Jobs[0].Id, "wrong", "refused the credentials of project");
        await ShouldFailAsync(
            sandbox, $"{sandbox.Endpoint}v2/assets/stac/collections/c/items/i", sandbox.Credentials.ProjectApiKey, "set UP42_USERNAME and UP42_PASSWORD");
    }

    [Fact]
    public async Task Reports_of_todays_platform_show_a_processing_job_an_item_and_an_order()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var up42 = await Up42Client.AuthenticateAsync(
            Up42Credentials.FromAccount(sandbox.Credentials.Username, sandbox.Credentials.Password),
            new Up42ClientOptions { Endpoint = sandbox.Endpoint },
            TestContext.Current.CancellationToken);
        var jobs = await up42.GetProcessingJobsAsync(
            processIds: ["pansharpening"], statuses: [ProcessingStatus.Captured], cancellationToken: TestContext.Current.CancellationToken);
        var item = (await up42.Storage.SearchAsync(text: "Olinda and its coast", cancellationToken: TestContext.Current.CancellationToken))[0];
        var orders = await up42.GetOrdersAsync(cancellationToken: TestContext.Current.CancellationToken);

        await ShouldShowAsync(sandbox, jobs[0].Id, "Results", "Map", "Bands", "Features", "Processing job");
        await ShouldShowAsync(sandbox, item.SelfUrl!, "Results", "Map", "Bands", "Features", "Item");
        await ShouldShowAsync(sandbox, orders[0].Id, "Order", "Items");
        await ShouldShowAsync(sandbox, sandbox.Jobs[0].Id, "Results", "Job");
    }

    private async Task ShouldShowAsync(SandboxServer sandbox, string source, params string[] headings)
    {
        var run = await Up42Tool.EndAsync(Up42Tool.Start(
            _folder.Path,
            new Dictionary<string, string>
            {
                ["UP42_ENDPOINT"] = sandbox.Endpoint.ToString(),
                ["UP42_PROJECT_ID"] = sandbox.Credentials.ProjectId,
                ["UP42_USERNAME"] = sandbox.Credentials.Username,
                ["UP42_PASSWORD"] = sandbox.Credentials.Password,
            },
            "report", source, "-o", _folder["report.html"]));

        run.ExitCode.ShouldBe(0, run.Error);
        var page = await File.ReadAllTextAsync(_folder["report.html"], TestContext.Current.CancellationToken);
        headings.ShouldAllBe(heading => page.Contains($"<h2>{heading}</h2>", StringComparison.Ordinal), source);
        page.ShouldNotContain(sandbox.Credentials.Password);
    }

    private async Task ShouldFailAsync(SandboxServer sandbox, string jobId, string key, string names)
    {
        var run = await RunAsync(sandbox, jobId, key);

        run.ExitCode.ShouldBe(1);
        var sentence = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        sentence.ShouldStartWith("up42: ");
        sentence.ShouldContain(names);
        _folder.Files.ShouldBeEmpty();
    }

    private Task<Up42Tool.Result> RunAsync(SandboxServer sandbox, string jobId, string key)
    {
        var process = Up42Tool.Start(
            _folder.Path,
            new Dictionary<string, string>
            {
                ["UP42_ENDPOINT"] = sandbox.Endpoint.ToString(),
                ["UP42_PROJECT_ID"] = sandbox.Credentials.ProjectId,
                ["UP42_PROJECT_API_KEY"] = key,
            },
            "report", jobId, "-o", _folder["report.html"]);
        return Up42Tool.EndAsync(process);
    }

    public void Dispose() => _folder.Dispose();
}
