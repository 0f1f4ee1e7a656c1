namespace Up42.Interactive;

/// <summary>What one may do next with a processing job, in words and as code.</summary>
internal static class ProcessingNextHtml
{
    public static Html Render(ProcessingJobSnapshot job)
    {
        var (code, words) = job.Info.Status switch
        {
            { IsSucceeded: true } => (
                "await job.OpenResultsAsync()",
                "looks at the results in storage, job.DownloadResultsAsync() brings them; then job.MapResults() and job.PlotResults() show them."),
            { IsTerminal: true } when job.Info.Status == ProcessingStatus.Unlicensed =>
                ("await up42.GetProcessAsync(…)", "names the licence, which is accepted in UP42's console."),
            { IsTerminal: true } => ("await process.ValidateAsync(…)", "checks inputs before a run."),
            _ => ("await job.TrackStatusAsync()", "waits until it ends."),
        };
        return Html.Format($"<p>Next: <code>{code}</code> {words}</p>");
    }
}
