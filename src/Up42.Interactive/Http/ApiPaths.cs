namespace Up42.Interactive;

/// <summary>The addresses of the contract, relative to the endpoint.</summary>
internal static class ApiPaths
{
    public const string Token = "oauth/token";

    public const string Me = "users/me";

    public static string Project(string projectId) => $"projects/{Segment(projectId, nameof(projectId))}";

    public static string Settings(string projectId) => $"{Project(projectId)}/settings";

    public static string Jobs(string projectId) => $"{Project(projectId)}/jobs";

    public static string Job(string projectId, string jobId) => $"{Jobs(projectId)}/{Segment(jobId, nameof(jobId))}";

    public static string Task(string projectId, string jobId, string jobTaskId) =>
        $"{Job(projectId, jobId)}/tasks/{Segment(jobTaskId, nameof(jobTaskId))}";

    public static string Tasks(string projectId, string jobId) => $"{Job(projectId, jobId)}/tasks/";

    public static string Workflows(string projectId) => $"{Project(projectId)}/workflows";

    public static string Workflow(string projectId, string workflowId) => $"{Workflows(projectId)}/{Segment(workflowId, nameof(workflowId))}";

    /// <summary>An id as one segment of a path. Dots alone would climb out of it.</summary>
    public static string Segment(string id, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, parameterName);
        return id.Trim('.').Length > 0
            ? Uri.EscapeDataString(id.Trim())
            : throw new ArgumentException($"'{id}' is not an id.", parameterName);
    }
}
