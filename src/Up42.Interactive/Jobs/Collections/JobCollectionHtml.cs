using System.Globalization;

namespace Up42.Interactive;

/// <summary>Many jobs as tables: the first open, more to unfold, the rest in words.</summary>
internal static class JobCollectionHtml
{
    public const int OpenRows = RowsHtml.OpenRows;
    private const int MaxNameOnOneLine = 30;

    public static Html Render(JobCollection jobs) => Html.Join([Table(jobs, RowsHtml.MaxRows), Failures(jobs.Failures)]);

    /// <summary>The first rows alone, for a frame whose scripts show all.</summary>
    public static Html Beginning(JobCollection jobs) => Html.Join([Table(jobs, OpenRows), Failures(jobs.Failures)]);

    /// <summary>What the failures of the last call were; empty where there were none.</summary>
    public static Html Failures(IReadOnlyList<JobFailure> failures) => failures.Count == 0 ? Html.Empty : RowsHtml.Table(
        $"{DisplayText.Count(failures.Count, "job")} failed in the last call",
        RowsHtml.Header("job", "why"),
        [.. failures.Take(RowsHtml.MaxRows).Select(failure => Html.Format(
            $"""<tr><th scope="row">{failure.JobId}</th><td>{SingleLine.Format(failure.Error.Message)}</td></tr>{"\n"}"""))],
        failures.Count);

    /// <summary>How long all took together, what those cost that said it, and when that was seen.</summary>
    public static string Totals(JobCollection jobs)
    {
        var times = jobs.Select(job => job.Duration).OfType<TimeSpan>().ToList();
        var costs = jobs.Select(job => job.Snapshot.Credits).OfType<JobCredits>().ToList();
        string[] parts =
        [
            DisplayText.Count(jobs.Count, "job"),
            .. times.Count == 0 ? Array.Empty<string>() : [$"{DisplayText.Duration(times.Aggregate(Add))} of work"],
            .. costs.Count == 0 ? Array.Empty<string>()
                : [new JobCredits { CreditsUsed = CreditText.Sum(costs.Select(cost => cost.CreditsUsed).OfType<decimal>()) }
                    + (costs.Count == jobs.Count ? "" : $" for the {costs.Count.ToString("N0", CultureInfo.InvariantCulture)} whose cost is known")],
            Seen(jobs),
        ];
        return $"In all: {string.Join(", ", parts)}";
    }

    private static TimeSpan Add(TimeSpan one, TimeSpan other) => one > TimeSpan.MaxValue - other ? TimeSpan.MaxValue : one + other;

    private static Html Table(JobCollection jobs, int most) => RowsHtml.Table(
        jobs.ToString(),
        RowsHtml.Header("name", "status", "created", "duration", "cost", "workflow", "id"),
        [.. jobs.Take(most).Select(Job)],
        jobs.Count,
        jobs.Count == 0 ? Html.Empty : Html.Format($"""<tfoot><tr><td colspan="7">{Totals(jobs)}</td></tr></tfoot>"""));

    private static Html Job(Job job) => Html.Format(
        $"""<tr>{Name(job)}<td>{StatusHtml.Render(job.Status)}</td><td class="u42-n">{FactsHtml.Date(job.CreatedAt)}</td>"""
            + $"""<td align="right">{FactsHtml.Duration(job.Duration)}</td><td align="right">{job.Snapshot.Credits?.ToString()}</td>"""
            + $"""<td>{job.WorkflowName}</td><td class="u42-k"><code>{job.Id}</code></td></tr>{'\n'}""");

    private static Html Name(Job job)
    {
        var name = NameOf(job);
        return name.Length <= MaxNameOnOneLine
            ? Html.Format($"""<th scope="row" class="u42-n">{name}</th>""")
            : Html.Format($"""<th scope="row">{name}</th>""");
    }

    public static string NameOf(Job job) => $"{job.Name}{(job.Mode.IsTest ? " (test run)" : "")}";

    private static string Seen(JobCollection jobs)
    {
        var (first, last) = (jobs.Min(job => job.SeenAt), jobs.Max(job => job.SeenAt));
        return DisplayText.Date(first) == DisplayText.Date(last)
            ? $"seen {DisplayText.Date(last)}"
            : $"seen between {DisplayText.Date(first)} and {DisplayText.Date(last)}";
    }
}
