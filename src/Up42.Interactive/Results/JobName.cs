namespace Up42.Interactive;

/// <summary>The name that files about some results bear.</summary>
internal static class JobName
{
    /// <summary>
    /// The id of the job or job task where folder or archive are named after it, else their name; "jobs" of several. It is safe as part of a file's name.
    /// </summary>
    public static string Create(IReadOnlyList<JobResults> results)
    {
        if (results.Count != 1)
        {
            return "jobs";
        }

        var id = ResultsLayout.IdOf(results[0].Name);
        return id.Length > 0 ? SafeFileName.Create(id) : "results";
    }
}
