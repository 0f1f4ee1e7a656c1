namespace Up42.Interactive;

[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class JobResults : IDisplay
{
    /// <summary>
    /// The results as an HTML fragment: the job's card and logs where they are known, rasters with their facts as they were when the results
    /// were opened, their place, features and files, and what to do next.
    /// </summary>
    public string ToHtml() => new Fragment { Static = Html.Join([JobHtml, StaticHtml, JobResultsHtml.Next(this)]) }.ToHtml();

    /// <summary>The results as markup inside a page or another display.</summary>
    internal Html StaticHtml => JobResultsHtml.Render(this);

    private Html JobHtml => Job is not { } job ? ProcessingJob is { } run ? ProcessingJobCardHtml.Render(run, Html.Empty) : Html.Empty : Html.Join(
    [
        JobCardHtml.Render(job, Html.Empty),
        job.Logs is { Tasks.Count: > 0 } logs ? Html.Format($"<details><summary>Logs</summary>{JobLogsHtml.Render(logs)}</details>") : Html.Empty,
    ]);
}
