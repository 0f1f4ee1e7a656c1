namespace Up42.Interactive;

/// <summary>Many jobs as tables: the first open, more to unfold, the rest in words.</summary>
internal static class JobCollectionHtml
{
    private const int OpenRows = 20;
    private const int MostRows = 200;
    private const int LongestOnOneLine = 30;

    public static Html Of(JobCollection jobs) => Html.Join(
    [
        Table(jobs.ToString(), Header("name", "status", "created", "duration", "workflow", "id"), [.. jobs.Take(MostRows).Select(Job)], jobs.Count),
        Failures(jobs.Failures),
        jobs.Count == 0 ? Html.Empty : Html.Format($"<p>{Seen(jobs)}</p>"),
    ]);

    public static Html Of(JobCollectionResults results) =>
        Table(results.ToString(), Header("name", "results", "id"), [.. results.Jobs.Take(MostRows).Select(Outcome)], results.Jobs.Count);

    private static Html Job(Job job) => Html.Format(
        $"""
        <tr>{Name(job)}<td>{StatusHtml.Of(job.Status)}</td><td class="u42-n">{FactsHtml.Date(job.CreatedAt)}</td><td class="u42-n">{FactsHtml.Duration(job.Duration)}</td><td>{job.WorkflowName}</td><td><code>{job.Id}</code></td></tr>

        """);

    private static Html Name(Job job)
    {
        var name = $"{job.Name}{(job.Mode.IsTest ? " (test run)" : "")}";
        return name.Length <= LongestOnOneLine ? Html.Format($"""<th scope="row" class="u42-n">{name}</th>""") : Html.Format($"""<th scope="row">{name}</th>""");
    }

    private static Html Outcome(JobOutcome<JobResults> outcome) => Html.Format(
        $"""
        <tr><th scope="row">{outcome.Job.Name}</th><td>{(outcome.IsOk ? outcome.Value.ToString() : $"none: {OneLine.Of(outcome.Error!.Message)}")}</td><td><code>{outcome.Job.Id}</code></td></tr>

        """);

    private static Html Failures(IReadOnlyList<JobFailure> failures) => failures.Count == 0 ? Html.Empty : Table(
        $"{Words.Count(failures.Count, "job")} failed in the last call",
        Header("job", "why"),
        [.. failures.Take(MostRows).Select(failure => Html.Format($"""<tr><th scope="row">{failure.JobId}</th><td>{OneLine.Of(failure.Error.Message)}</td></tr>{"\n"}"""))],
        failures.Count);

    private static string Seen(JobCollection jobs)
    {
        var (first, last) = (jobs.Min(job => job.SeenAt), jobs.Max(job => job.SeenAt));
        return Words.Date(first) == Words.Date(last) ? $"Seen {Words.Date(last)}." : $"Seen between {Words.Date(first)} and {Words.Date(last)}.";
    }

    private static Html Header(params IEnumerable<string> columns) =>
        Html.Format($"<thead><tr>{columns.Select(column => Html.Format($"""<th scope="col">{column}</th>"""))}</tr></thead>");

    private static Html Table(string caption, Html header, IReadOnlyList<Html> rows, int count)
    {
        var more = rows.Count <= OpenRows ? Html.Empty : Html.Format(
            $"<details><summary>Show {rows.Count - OpenRows} more</summary><table><caption>{caption}, continued</caption>{header}<tbody>{rows.Skip(OpenRows)}</tbody></table></details>");
        var rest = count <= rows.Count ? Html.Empty : Html.Format($"<p>{count - rows.Count} more are not shown.</p>");
        return Html.Format($"<table><caption>{caption}</caption>{header}<tbody>{rows.Take(OpenRows)}</tbody></table>{more}{rest}");
    }
}
