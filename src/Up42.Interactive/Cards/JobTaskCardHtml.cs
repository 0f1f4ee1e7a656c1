namespace Up42.Interactive;

/// <summary>The card of a job task.</summary>
internal static class JobTaskCardHtml
{
    public static Html Render(JobTaskInfo task, string jobId, DateTimeOffset seenAt) => FactsTable.Create(
        FactsHtml.Title("Job task", task.Title),
        ("Status", Html.Format($"{StatusHtml.Render(task.Status)} seen {DisplayText.Date(seenAt)}")),
        ("Id", FactsHtml.Code(task.Id)),
        ("Job", FactsHtml.Code(jobId)),
        ("Name", FactsHtml.Text(task.Name)),
        ("Block", FactsHtml.Text($"{task.Block?.Name} {task.BlockVersion}".Trim())),
        ("After", task.ParentIds is { Count: > 0 } parents
            ? Html.Join(parents.Take(20).Select(parent => Html.Format($"{FactsHtml.Code(parent)} ")))
            : Html.Empty),
        ("Started", FactsHtml.Date(task.StartedAt)),
        ("Finished", FactsHtml.Date(task.FinishedAt)),
        ("Duration", FactsHtml.Duration(task.FinishedAt - task.StartedAt)));
}
