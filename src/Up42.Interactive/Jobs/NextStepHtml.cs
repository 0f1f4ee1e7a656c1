namespace Up42.Interactive;

/// <summary>What one may do next with a job, in words and as code.</summary>
internal static class NextStepHtml
{
    public static Html Of(JobSnapshot job)
    {
        var (code, words) = job.Info.Status switch
        {
            { IsSucceeded: true } when job.Info.Mode.IsTest => ("await job.GetResultsTableAsync()", "shows what a real run would find."),
            { IsSucceeded: true } => ("await job.DownloadResultsAsync()", "brings the results; then PlotResults() and MapResults() show them."),
            { IsTerminal: true } when job.Logs is null => ("await job.GetLogsAsync()", "says what happened."),
            { IsTerminal: true } => ("await workflow.RunJobAsync(…)", "runs it again with other inputs."),
            _ => ("await job.TrackStatusAsync()", "waits until it ends."),
        };
        return Html.Format($"<p>Next: <code>{code}</code> {words}</p>");
    }
}
