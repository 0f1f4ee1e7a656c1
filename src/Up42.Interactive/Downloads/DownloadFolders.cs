namespace Up42.Interactive;

/// <summary>Where downloads go when the caller names no folder.</summary>
internal static class DownloadFolders
{
    public static string OfProject(string? outputDirectory, string projectId) =>
        Path.Combine(Path.GetFullPath(outputDirectory ?? "."), ResultsLayout.ProjectFolder(projectId));

    public static string OfJob(string? outputDirectory, string projectId, string jobId) =>
        Path.Combine(OfProject(outputDirectory, projectId), ResultsLayout.JobFolder(jobId));

    public static string OfProcessingJob(string? outputDirectory, string jobId) =>
        Path.Combine(Path.GetFullPath(outputDirectory ?? "."), ResultsLayout.JobFolder(jobId));

    public static string OfItem(string? outputDirectory, string itemId) =>
        Path.Combine(Path.GetFullPath(outputDirectory ?? "."), ResultsLayout.ItemFolder(itemId));

    public static string OfTask(string? outputDirectory, string projectId, string jobId, string jobTaskId) =>
        Path.Combine(OfJob(outputDirectory, projectId, jobId), ResultsLayout.TaskFolder(jobTaskId));
}
