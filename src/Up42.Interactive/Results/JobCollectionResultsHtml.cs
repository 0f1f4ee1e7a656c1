namespace Up42.Interactive;

/// <summary>The static markup of the results of several jobs: one row a job, and the features of all.</summary>
internal static class JobCollectionResultsHtml
{
    private const int MaxCards = 20;

    public static Html Render(JobCollectionResults results) => Html.Join(
    [
        Jobs(results),
        results.Merged is { Count: > 0 } merged
            ? Html.Format($"<details><summary>{DisplayText.Count(merged.Count, "feature")}</summary>{merged.StaticHtml}</details>")
            : Html.Empty,
    ]);

    /// <summary>The jobs without the features: one row a job, and their cards to unfold.</summary>
    public static Html Jobs(JobCollectionResults results) => Html.Join(
    [
        RowsHtml.Table(
            results.ToString(),
            RowsHtml.Header("job", "status", "results"),
            [.. results.Jobs.Take(RowsHtml.MaxRows).Select(job => Row(job, results.Directory))],
            results.Jobs.Count),
        .. results.Remarks.Select(remark => Html.Format($"<p>{remark}</p>")),
        .. results.Jobs.Select(outcome => outcome.Job).OfType<JobSnapshot>().Take(MaxCards).Select(Card),
    ]);

    private static Html Card(JobSnapshot job) =>
        Html.Format($"<details><summary>{job.Info.Name ?? job.Info.Id}</summary>{JobCardHtml.Render(job, Html.Empty)}</details>");

    private static Html Row(JobResultsOutcome outcome, string folder) => Html.Format(
        $"""<tr><th scope="row">{outcome.Job?.Info.Name ?? (outcome.IsOk ? outcome.Value.Title : outcome.JobId)}"""
            + $"""<br><code>{outcome.JobId}</code></th><td>{(outcome.Job is { } job ? StatusHtml.Render(job.Info.Status) : Html.Text("unknown"))}</td>"""
            + $"""<td>{Results(outcome, folder)}</td></tr>{'\n'}""");

    private static string Results(JobResultsOutcome outcome, string folder) =>
        outcome.IsOk ? outcome.Value.Contents : $"none: {SingleLine.Format(LocalPaths.Shorten(outcome.Error!.Message, folder))}";
}
