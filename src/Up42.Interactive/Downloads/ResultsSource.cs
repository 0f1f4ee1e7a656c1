namespace Up42.Interactive;

/// <summary>An archive of results on the server.</summary>
/// <param name="Of">Whose results, in words: <c>job 7b…</c>.</param>
/// <param name="FileStem">What a file of it is called, without the extension.</param>
/// <param name="GetUrlAsync">Gets a new signed URL of it.</param>
internal sealed record ResultsSource(string Of, string FileStem, Func<CancellationToken, Task<Uri>> GetUrlAsync)
{
    public static ResultsSource Job(JobsApi jobs, string projectId, string jobId) =>
        new($"job {jobId}", ResultsLayout.JobFolder(jobId), token => jobs.GetArchiveUrlAsync(projectId, jobId, token));

    public static ResultsSource Task(TasksApi tasks, string projectId, string jobId, string jobTaskId) =>
        new($"job task {jobTaskId}", ResultsLayout.TaskFolder(jobTaskId), token => tasks.GetArchiveUrlAsync(projectId, jobId, jobTaskId, token));
}
