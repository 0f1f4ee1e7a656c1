namespace Up42.Interactive.Cli.Tests.Reports;

/// <summary>A report of each archive, written once by the real <c>up42</c>, all under one title that needs encoding.</summary>
public sealed class ReportRuns : IDisposable
{
    internal const string Title = "Results <i>& more</i>";

    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, (string Page, Up42Tool.Result Run)> _reports = [];

    /// <summary>An archive's page, alone in its folder, and how the run went.</summary>
    internal async Task<(string Page, Up42Tool.Result Run)> GetAsync(string archive)
    {
        if (!_reports.TryGetValue(archive, out var report))
        {
            var page = Path.Combine(Directory.CreateDirectory(_folder[$"{_reports.Count}"]).FullName, "report.html");
            report = _reports[archive] = (page, await Up42Tool.RunAsync("report", archive, "-o", page, "--title", Title));
        }

        report.Run.ExitCode.ShouldBe(0, report.Run.Error);
        return report;
    }

    public void Dispose() => _folder.Dispose();
}
