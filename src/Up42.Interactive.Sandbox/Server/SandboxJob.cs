namespace Up42.Interactive;

/// <summary>A job that the sandbox has from its start.</summary>
/// <param name="Id">The job's id, the same in every run.</param>
/// <param name="Name">The job's name.</param>
/// <param name="ProjectId">The project it belongs to.</param>
/// <param name="WorkflowId">The workflow it is a run of.</param>
/// <param name="Description">What there is to see in it, one sentence.</param>
public sealed record SandboxJob(string Id, string Name, string ProjectId, string WorkflowId, string Description);
