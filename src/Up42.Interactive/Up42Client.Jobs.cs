namespace Up42.Interactive;

public sealed partial class Up42Client
{
    /// <summary>Gets a job, also to take up one of an earlier session again. One request.</summary>
    /// <param name="jobId">The job's id.</param>
    /// <param name="projectId">Its project; null: <see cref="ProjectId"/>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses, for instance because the project has no such job.</exception>
    /// <exception cref="Up42Exception">No project is named.</exception>
    public Task<Job> GetJobAsync(string jobId, string? projectId = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobId);
        return Job.GetAsync(_api, ResolveProject(projectId), jobId, cancellationToken);
    }

    /// <summary>Gets a task of a job. One request.</summary>
    /// <param name="jobTaskId">The task's id.</param>
    /// <param name="jobId">The job's id.</param>
    /// <param name="projectId">Its project; null: <see cref="ProjectId"/>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    /// <exception cref="Up42Exception">The job has no such task, or no project is named.</exception>
    public Task<JobTask> GetJobTaskAsync(string jobTaskId, string jobId, string? projectId = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(jobTaskId);
        ArgumentException.ThrowIfNullOrWhiteSpace(jobId);
        return JobTask.GetAsync(_api, ResolveProject(projectId), jobId, jobTaskId, cancellationToken);
    }

    /// <summary>Gets several jobs of one project, each once. One request for each.</summary>
    /// <param name="jobIds">Their ids; what comes twice counts once.</param>
    /// <param name="projectId">Their project; null: <see cref="ProjectId"/>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The jobs there are, in order; <see cref="JobCollection.Failures"/> has the others.</returns>
    /// <exception cref="Up42Exception">None of them could be got, or no project is named.</exception>
    public Task<JobCollection> GetJobCollectionAsync(IEnumerable<string> jobIds, string? projectId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jobIds);
        return JobCollection.GetAsync(_api, ResolveProject(projectId), jobIds, cancellationToken);
    }

    /// <summary>Gets a project. One request.</summary>
    /// <param name="projectId">The project's id; null: <see cref="ProjectId"/>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    /// <exception cref="Up42Exception">No project is named.</exception>
    public Task<Project> GetProjectAsync(string? projectId = null, CancellationToken cancellationToken = default) =>
        Project.GetAsync(_api, ResolveProject(projectId), cancellationToken);

    /// <summary>Gets a workflow. One request.</summary>
    /// <param name="workflowId">The workflow's id.</param>
    /// <param name="projectId">Its project; null: <see cref="ProjectId"/>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    /// <exception cref="Up42Exception">No project is named.</exception>
    public Task<Workflow> GetWorkflowAsync(string workflowId, string? projectId = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(workflowId);
        return Workflow.GetAsync(_api, ResolveProject(projectId), workflowId, cancellationToken);
    }
}
