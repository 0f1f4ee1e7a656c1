namespace Up42.Interactive;

/// <summary>The card of a processing job: the same for a live one and for one that was saved beside its results.</summary>
internal static class ProcessingJobCardHtml
{
    private const int MaxErrors = 20;

    /// <param name="job">What is known of it.</param>
    /// <param name="next">What one may do next, in words; empty for a job that is only remembered.</param>
    public static Html Render(ProcessingJobSnapshot job, Html next) => Html.Join([Facts(job), Errors(job.Info.Errors), Inputs(job.Info), next]);

    /// <summary>Errors as a list: what kind each is, and what the platform says of it.</summary>
    public static Html Errors(IReadOnlyList<ProcessingError> errors)
    {
        var rest = errors.Count - MaxErrors;
        return errors.Count == 0 ? Html.Empty : Html.Format(
            $"<p>{DisplayText.Count(errors.Count, "error")}:</p><ul>{errors.Take(MaxErrors).Select(Error)}</ul>"
                + $"""{(rest <= 0 ? Html.Empty : Html.Format($"<p>{DisplayText.Count(rest, "more error")} not shown.</p>"))}""");
    }

    private static Html Facts(ProcessingJobSnapshot job) => FactsTable.Create(
        FactsHtml.Title("Processing job", job.Info.Title),
        ("Status", Html.Format($"{StatusHtml.Render(job.Info.Status)} seen {DisplayText.Date(job.SeenAt)}")),
        ("Process", FactsHtml.Code(job.Info.ProcessId)),
        ("Id", FactsHtml.Code(job.Info.Id)),
        ("Workspace", FactsHtml.Code(job.Info.WorkspaceId)),
        ("Created", FactsHtml.Date(job.Info.Created)),
        ("Started", FactsHtml.Date(job.Info.Started)),
        ("Finished", FactsHtml.Date(job.Info.Finished)),
        ("Duration", job.Duration is { } time ? Html.Text(DisplayText.Duration(time) + (job.Info.Finished is null ? " so far" : "")) : Html.Empty),
        ("Cost", Cost(job.Info)),
        ("Results", FactsHtml.Code(job.Info.CollectionId)));

    private static Html Cost(ProcessingJobInfo job) => job.Credits is not { } credits ? Html.Empty : Html.Text(
        CreditText.Format(credits) + (job.Status.IsFailed ? ", not taken" : job.Status == ProcessingStatus.Captured ? "" : ", reserved"));

    private static Html Error(ProcessingError error) =>
        Html.Format($"<li><b>{SingleLine.Format(error.Name)}</b> {SingleLine.Format(error.Message, 1000)}</li>");

    private static Html Inputs(ProcessingJobInfo job) => job.Inputs is { ValueKind: System.Text.Json.JsonValueKind.Object } inputs
        ? Html.Format($"<details><summary>Inputs</summary>{JsonTree.Render(inputs)}</details>")
        : Html.Empty;
}
