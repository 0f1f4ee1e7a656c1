using System.Text;
using System.Text.RegularExpressions;

namespace Up42.Interactive.Cli.Tests.Reports;

/// <summary>Reports on paper: at most three pages, and on no screen anything cut.</summary>
[Trait("Tier", "Long")]
public sealed partial class ReportPaperTests(Browser browser, ReportRuns reports) : IClassFixture<ReportRuns>, IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("berlin-sentinel2/result_tif.tgz")]
    [InlineData("landsat-olinda.tgz")]
    public async Task Report_of_an_archive_is_of_three_pages_at_most_and_nowhere_cut(string archive) =>
        await HoldsAsync((await reports.GetAsync(Samples.Find(archive))).Page);

    [Theory]
    [InlineData("Lake monitoring 2023-07-11")]
    [InlineData("Ship detection Suez anchorage")]
    public async Task Report_of_a_job_is_of_three_pages_at_most_and_nowhere_cut(string job)
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string>
        {
            ["UP42_ENDPOINT"] = sandbox.Endpoint.ToString(),
            ["UP42_PROJECT_ID"] = sandbox.Credentials.ProjectId,
            ["UP42_PROJECT_API_KEY"] = sandbox.Credentials.ProjectApiKey,
        };
        var process = Up42Tool.Start(
            _folder.Path, environment, "report", sandbox.Jobs.Single(each => each.Name == job).Id, "-o", _folder["report.html"]);
        var run = await Up42Tool.EndAsync(process);

        run.ExitCode.ShouldBe(0, run.Error);
        await HoldsAsync(_folder["report.html"]);
    }

    public void Dispose() => _folder.Dispose();

    private async Task HoldsAsync(string path)
    {
        await using var page = await browser.OpenAsync(path);
        await page.StartFramesAsync();
        var paper = await page.Page.PdfAsync(new() { Format = "A4", PrintBackground = true });

        PdfPage().Count(Encoding.Latin1.GetString(paper)).ShouldBeInRange(1, 3);
        (await PageModes.FindCutAsync(browser, path)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.NonBacktracking)]
    private static partial Regex PdfPage();
}
