namespace Up42.Interactive;

/// <summary>The interactive table of a job collection: <c>jobs-table.ts</c> shows its data.</summary>
internal static class JobCollectionPage
{
    private const int MaxRows = 2000;
    private const int HeightOfRow = 31;
    private const int HeightOfRest = 170;
    private const int MaxHeight = 760;

    private static readonly JobColumnData[] Columns =
    [
        new("name", false, "text"), new("status", false, "text"), new("created", false, "date"), new("duration", true, "duration"),
        new("cost", true, "number"), new("workflow", false, "text"), new("id", false, "text"),
    ];

    /// <summary>The display: static alone where there is nothing to sort.</summary>
    public static Fragment Create(JobCollection jobs) => jobs.Count < 2
        ? new Fragment { Static = JobCollectionHtml.Render(jobs) }
        : CardPage.Create(
            $"Jobs: {jobs}",
            JobCollectionHtml.Render(jobs),
            JobCollectionHtml.Beginning(jobs),
            int.Min(MaxHeight, HeightOfRest + (HeightOfRow * jobs.Count)),
            int.Min(jobs.Count, MaxRows),
            maxRows => Data(jobs, maxRows),
            JobsTableJson.Default.JobsTableData);

    private static JobsTableData Data(JobCollection jobs, int maxRows) => new(
        jobs.ToString(),
        "jobs",
        "words, or duration>10min",
        JobCollectionHtml.Totals(jobs) + (maxRows < jobs.Count ? $"; the first {maxRows} are shown" : ""),
        Columns,
        [.. jobs.Take(maxRows).Select(Row)]);

    private static JobCellData[] Row(Job job)
    {
        var (color, mark) = StatusHtml.Appearance(job.Status);
        return
        [
            new(JobCollectionHtml.NameOf(job)),
            new(job.Status.Value, Color: color, Mark: mark),
            new(job.CreatedAt is { } created ? DisplayText.Date(created) : "", job.CreatedAt?.ToUnixTimeMilliseconds()),
            new(job.Duration is { } time ? DisplayText.Duration(time) : "", job.Duration?.TotalSeconds),
            new(job.Snapshot.Credits?.ToString() ?? "", (double?)job.Snapshot.Credits?.CreditsUsed),
            new(job.WorkflowName ?? ""),
            new(job.Id, Code: true),
        ];
    }
}
