namespace Up42.Interactive;

/// <summary>The tasks of a job: logs, results, quicklooks.</summary>
internal sealed class TasksApi(ApiConnection connection)
{
    /// <summary>All tasks of a job, in the server's order.</summary>
    public Task<IReadOnlyList<JobTaskInfo>> ListAsync(string projectId, string jobId, CancellationToken cancellationToken) =>
        connection.GetRecordsAsync(
            $"{JobsApi.Job(projectId, jobId)}/tasks/",
            JobTaskInfo.Parse,
            (json, name) => new JobTaskInfo { Id = name, Raw = json.Clone() },
            cancellationToken);

    /// <summary>The log as text; 404 where the task has none yet.</summary>
    public Task<string> GetLogAsync(string projectId, string jobId, string taskId, CancellationToken cancellationToken) =>
        connection.GetAsync($"{Task(projectId, jobId, taskId)}/logs", response => response.ReadText(), cancellationToken);

    /// <summary>The results table, a bare FeatureCollection in EPSG:4326.</summary>
    public Task<T> GetResultsAsync<T>(string projectId, string jobId, string taskId, Func<ApiResponse, T> read, CancellationToken cancellationToken) =>
        connection.GetAsync(JobsApi.ResultsPath(Task(projectId, jobId, taskId)), read, cancellationToken);

    /// <summary>A new signed URL of the results' archive.</summary>
    public Task<Uri> GetArchiveUrlAsync(string projectId, string jobId, string taskId, CancellationToken cancellationToken) =>
        connection.GetSignedUrlAsync(JobsApi.ArchivePath(Task(projectId, jobId, taskId)), cancellationToken);

    /// <summary>The ids of the task's quicklooks; 404 where it has none.</summary>
    public Task<IReadOnlyList<string>> GetQuicklookIdsAsync(string projectId, string jobId, string taskId, CancellationToken cancellationToken) =>
        connection.GetListAsync(
            Quicklooks(projectId, jobId, taskId), id => id.GetString() ?? throw new FormatException("A quicklook has no id."), cancellationToken);

    /// <summary>Where a quicklook's picture is.</summary>
    public static string Quicklook(string projectId, string jobId, string taskId, string quicklookId) =>
        Quicklooks(projectId, jobId, taskId) + ApiPath.Segment(quicklookId, nameof(quicklookId));

    private static string Quicklooks(string projectId, string jobId, string taskId) => $"{Task(projectId, jobId, taskId)}/outputs/quicklooks/";

    private static string Task(string projectId, string jobId, string jobTaskId) =>
        $"{JobsApi.Job(projectId, jobId)}/tasks/{ApiPath.Segment(jobTaskId, nameof(jobTaskId))}";
}
