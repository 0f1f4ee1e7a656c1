namespace Up42.Interactive;

/// <summary>What one may do next with a job or a task, in words and as code.</summary>
internal static class NextStepHtml
{
    public static Html Render(JobSnapshot job)
    {
        var (code, words) = job.Info.Status switch
        {
            { IsSucceeded: true } when job.Info.Mode.IsTest => ("await job.GetResultsTableAsync()", "shows what a real run would find."),
            { IsSucceeded: true } => ("await job.DownloadResultsAsync()", "brings the results; then job.MapResults() and job.PlotResults() show them."),
            { IsTerminal: true } when job.Logs is null => ("await job.GetLogsAsync()", "says what happened."),
            { IsTerminal: true } => ("await workflow.RunJobAsync(…)", "runs it again with other inputs."),
            _ => ("await job.TrackStatusAsync()", "waits until it ends."),
        };
        return Html.Format($"<p>Next: <code>{code}</code> {words}{Also(job)}</p>");
    }

    public static Html Render(JobTaskInfo task)
    {
        var (code, words) = task.Status switch
        {
            { IsSucceeded: true } => ("await task.DownloadResultsAsync()", "brings what this step gave the next one."),
            { IsTerminal: true } => ("await task.GetLogAsync()", "says what happened."),
            _ => ("await task.RefreshAsync()", "asks for its state again."),
        };
        return Html.Format($"<p>Next: <code>{code}</code> {words}</p>");
    }

    private static Html Also(JobSnapshot job)
    {
        Html[] more =
        [
            .. job.Tasks is null ? [Html.Format($"its steps with <code>await job.GetJobTasksAsync()</code>")] : Array.Empty<Html>(),
            .. job.Credits is null && job.Info.Status.IsSucceeded && !job.Info.Mode.IsTest
                ? [Html.Format($"its cost with <code>await job.GetCreditsAsync()</code>")]
                : Array.Empty<Html>(),
        ];
        return more switch
        {
            [] => Html.Empty,
            [var one] => Html.Format($" The card shows {one}."),
            _ => Html.Format($" The card shows {more[0]}, {more[1]}."),
        };
    }
}
