namespace Up42.Interactive;

/// <summary>A request that the sandbox has received.</summary>
/// <param name="Method">GET, POST, HEAD.</param>
/// <param name="Path">The path as it came, without the query.</param>
/// <param name="Route">The path's pattern: <c>/projects/{projectId}/jobs/{jobId}</c>; null where nothing is served.</param>
/// <param name="Status">What was answered; null when the connection was dropped before.</param>
/// <param name="Fault">The fault that was injected, or null.</param>
public sealed record SandboxRequest(string Method, string Path, string? Route, int? Status, SandboxFault? Fault);
