using Microsoft.AspNetCore.Http;

namespace Up42.Interactive.Sandbox;

/// <summary>Who asks: a project's key sees that project, the account sees every one.</summary>
internal sealed record Caller(string? ProjectId)
{
    public static Caller Get(HttpContext context) => (Caller)context.Items[typeof(Caller)]!;

    public bool Sees(string projectId) => SandboxState.HasProject(projectId) && (ProjectId is null || ProjectId == projectId);
}
