namespace Up42.Interactive;

/// <summary>An archive of results on the server.</summary>
/// <param name="Of">Whose results, in words: <c>job 7b…</c>.</param>
/// <param name="Path">The call that gives its signed address.</param>
/// <param name="FileStem">What a file of it is called, without the extension.</param>
internal sealed record ResultsSource(string Of, string Path, string FileStem)
{
    public static ResultsSource Job(string projectId, string jobId) =>
        new($"job {jobId}", $"{ApiPaths.Job(projectId, jobId)}/downloads/results/", SafeFileName.Of($"job_{jobId}"));

    public static ResultsSource Task(string projectId, string jobId, string jobTaskId) =>
        new($"job task {jobTaskId}", $"{ApiPaths.Task(projectId, jobId, jobTaskId)}/downloads/results/", SafeFileName.Of($"jobtask_{jobTaskId}"));
}
