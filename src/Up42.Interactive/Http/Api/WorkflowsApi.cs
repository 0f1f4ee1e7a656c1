namespace Up42.Interactive;

/// <summary>Workflows, and running them.</summary>
internal sealed class WorkflowsApi(ApiConnection connection)
{
    public Task<IReadOnlyList<WorkflowInfo>> ListAsync(string projectId, CancellationToken cancellationToken) =>
        connection.GetRecordsAsync(
            Workflows(projectId), WorkflowInfo.Parse, (json, name) => new WorkflowInfo { Id = name, Raw = json.Clone() }, cancellationToken);

    public Task<WorkflowInfo> GetAsync(string projectId, string workflowId, CancellationToken cancellationToken) =>
        connection.GetDataAsync(Workflow(projectId, workflowId), WorkflowInfo.Parse, cancellationToken);

    public Task<IReadOnlyList<WorkflowTaskInfo>> GetTasksAsync(string projectId, string workflowId, CancellationToken cancellationToken) =>
        connection.GetRecordsAsync(
            $"{Workflow(projectId, workflowId)}/tasks",
            WorkflowTaskInfo.Parse,
            (json, name) => new WorkflowTaskInfo { Name = name, Raw = json.Clone() },
            cancellationToken);

    /// <summary>Runs a workflow. It costs credits: sent once, whatever comes back.</summary>
    public Task<JobInfo> RunAsync(string projectId, string workflowId, string jobName, ReadOnlyMemory<byte> inputs, CancellationToken cancellationToken) =>
        connection.PostAsync(
            $"{Workflow(projectId, workflowId)}/jobs?name={Uri.EscapeDataString(jobName)}",
            inputs,
            "see with project.GetJobsAsync() before you run it again.",
            response => response.ReadData(JobInfo.Parse),
            cancellationToken);

    private static string Workflows(string projectId) => $"{ApiPath.Project(projectId)}/workflows";

    private static string Workflow(string projectId, string workflowId) => $"{Workflows(projectId)}/{ApiPath.Segment(workflowId, nameof(workflowId))}";
}
