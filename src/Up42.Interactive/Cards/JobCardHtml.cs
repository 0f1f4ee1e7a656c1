namespace Up42.Interactive;

/// <summary>The card of a job: the same for a live job and for one whose facts were saved beside its results.</summary>
internal static class JobCardHtml
{
    private const int MaxErrorLines = 3;

    /// <param name="job">What is known of it.</param>
    /// <param name="next">What one may do next, in words; empty for a job that is only remembered.</param>
    public static Html Render(JobSnapshot job, Html next) => Html.Join(
    [
        Html.Format($"""<div style="display:flex;flex-wrap:wrap;column-gap:36px"><div>{Facts(job)}</div>{Area(job)}</div>"""),
        job.Tasks is { Count: > 0 } tasks ? StepsHtml.Render(tasks, job.SeenAt) : Html.Empty,
        Errors(job),
        Inputs(job),
        next,
    ]);

    private static Html Facts(JobSnapshot job) => FactsTable.Create(
        FactsHtml.Title("Job", job.Info.Name),
        ("Status", Html.Format($"{StatusHtml.Render(job.Info.Status)} seen {DisplayText.Date(job.SeenAt)}")),
        ("Progress", Progress(job)),
        ("Id", FactsHtml.Code(job.Info.Id)),
        ("Project", FactsHtml.Code(job.ProjectId)),
        ("Workflow", FactsHtml.NameAndId(job.Info.WorkflowName, job.Info.WorkflowId)),
        ("Mode", job.Info.Mode.IsTest ? Html.Text("test run") : job.Info.Mode == JobMode.Default ? Html.Empty : FactsHtml.Text(job.Info.Mode.Value)),
        ("Description", FactsHtml.Text(job.Info.Description)),
        ("Created", FactsHtml.Date(job.Info.CreatedAt)),
        ("Started", FactsHtml.Date(job.Info.StartedAt)),
        ("Finished", FactsHtml.Date(job.Info.FinishedAt)),
        ("Duration", job.Duration is { } time ? Html.Text(DisplayText.Duration(time) + (job.Info.Status.IsTerminal ? "" : " so far")) : Html.Empty),
        ("Cost", job.Credits is { } credits ? Html.Text(credits.ToString()) : Html.Empty));

    private static Html Area(JobSnapshot job) =>
        job.Info.Inputs is { } inputs && InputArea.Find(inputs) is { } area
            ? OutlineHtml.Render(area, $"Area of interest: {(area.Kind.Length <= 30 ? area.Kind : string.Concat(area.Kind.AsSpan(0, 29), "…"))}")
            : Html.Empty;

    private static Html Progress(JobSnapshot job)
    {
        if (!job.Info.Status.InProgress || job.Tasks is not { Count: > 0 } tasks)
        {
            return Html.Empty;
        }

        var ended = tasks.Count(task => task.Status.IsTerminal);
        return Html.Format(
            $"""<progress max="{tasks.Count}" value="{ended}" aria-label="Tasks that have ended"></progress>"""
                + $""" {ended} of {DisplayText.Count(tasks.Count, "task")} ended""");
    }

    // Where the logs are known, a failed job says at once why.
    private static Html Errors(JobSnapshot job)
    {
        var lines = job.Info.Status.IsFailed && job.Logs is { } logs
            ? logs.Tasks.Where(log => log.Task.Status.IsFailed).SelectMany(log => log.Lines).Where(line => line.Level >= JobLogLevel.Error)
                .TakeLast(MaxErrorLines).ToList()
            : [];
        return lines.Count == 0
            ? Html.Empty
            : Html.Format($"<p>Its log ends:</p><ul>{lines.Select(line => Html.Format($"<li>{SingleLine.Format(line.Text)}</li>"))}</ul>");
    }

    private static Html Inputs(JobSnapshot job) => job.Info.Inputs is { ValueKind: System.Text.Json.JsonValueKind.Object } inputs
        ? Html.Format($"<details><summary>Input parameters</summary>{JsonTree.Render(inputs)}</details>")
        : Html.Empty;
}
