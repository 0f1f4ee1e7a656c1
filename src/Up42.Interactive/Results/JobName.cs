namespace Up42.Interactive;

/// <summary>What files about some results are called after.</summary>
internal static class JobName
{
    private static readonly string[] Archives = [".tar.gz", ".tgz", ".tar", ".zip"];
    private static readonly string[] Prefixes = ["jobtask_", "job_"];

    /// <summary>The id of the job, or job task, where folder or archive are named after it, else their name; "jobs" of several. It is safe as part of a file's name.</summary>
    public static string Of(IReadOnlyList<JobResults> results)
    {
        if (results.Count != 1)
        {
            return "jobs";
        }

        var name = results[0].Name;
        var bare = Archives.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } extension ? name[..^extension.Length] : name;
        var id = Prefixes.FirstOrDefault(start => bare.StartsWith(start, StringComparison.Ordinal)) is { } prefix ? bare[prefix.Length..] : bare;
        return id.Length > 0 ? SafeFileName.Of(id) : "results";
    }
}
