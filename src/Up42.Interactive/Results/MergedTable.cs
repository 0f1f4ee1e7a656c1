namespace Up42.Interactive;

/// <summary>The tables of several jobs as one.</summary>
internal static class MergedTable
{
    private const string JobId = "job_id";

    /// <summary>All features, with their job's id, and with paths relative to a folder.</summary>
    public static FeatureTable Create(string folder, IReadOnlyList<JobResultsOutcome> jobs) => Create(folder, jobs, Limits.Default);

    /// <summary>The same within other limits.</summary>
    public static FeatureTable Create(string folder, IReadOnlyList<JobResultsOutcome> jobs, Limits limits)
    {
        var tables = Merged(jobs, limits).Select(job => Own(folder, job)).ToList();
        return tables.Count == 0 ? FeatureTable.Empty : FeatureTable.Concat(tables);
    }

    /// <summary>What is not in it, a sentence; null where all features are.</summary>
    public static string? Remark(IReadOnlyList<JobResultsOutcome> jobs) => Remark(jobs, Limits.Default);

    /// <summary>The same within other limits.</summary>
    public static string? Remark(IReadOnlyList<JobResultsOutcome> jobs, Limits limits)
    {
        var left = jobs.Where(HasFeatures).Except(Merged(jobs, limits)).ToList();
        return left.Count == 0 ? null
            : $"One table holds up to {NumberText.Format(limits.Rows)} features: those of {DisplayText.AndOthers($"job {left[0].JobId}", left.Count)} "
                + "are not in it, and shown where the job is opened alone.";
    }

    private static bool HasFeatures(JobResultsOutcome job) => job.IsOk && job.Value.Table.Count > 0;

    /// <summary>The jobs whose features fit into one table.</summary>
    private static IEnumerable<JobResultsOutcome> Merged(IReadOnlyList<JobResultsOutcome> jobs, Limits limits)
    {
        var rows = 0L;
        foreach (var job in jobs.Where(HasFeatures).Where(job => rows + job.Value.Table.Count <= limits.Rows))
        {
            rows += job.Value.Table.Count;
            yield return job;
        }
    }

    /// <summary>Whether a file is such a table, which another one may replace.</summary>
    public static bool IsAt(string path)
    {
        try
        {
            return FeatureTable.Read(path) is var table && (table.Count == 0 || table.HasColumn(JobId));
        }
        catch (Up42Exception)
        {
            return false;
        }
    }

    private static FeatureTable Own(string folder, JobResultsOutcome job)
    {
        var table = job.Value.Table.WithText(JobId, job.JobId);
        var below = Path.GetRelativePath(folder, job.Value.Directory).Replace('\\', '/');

        // What was unpacked elsewhere has the path it would have in the job's own folder.
        var isElsewhere = job.Value.Archive is not null || below.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(below);
        var prefix = isElsewhere ? $"{ResultsLayout.JobFolder(job.JobId)}/" : below == "." ? "" : $"{below}/";
        return table.HasColumn(ResultsLayout.DataPathColumn)
            ? table.WithColumn(ResultsLayout.DataPathColumn, row => row.GetText(ResultsLayout.DataPathColumn) is { } path ? prefix + path : null)
            : table;
    }
}
