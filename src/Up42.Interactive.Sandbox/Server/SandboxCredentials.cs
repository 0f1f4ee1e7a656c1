namespace Up42.Interactive;

/// <summary>What opens the sandbox: a project with its key, or an account. They are invented and open nothing else.</summary>
public sealed class SandboxCredentials
{
    /// <summary>The project with the jobs to play with.</summary>
    public required string ProjectId { get; init; }

    /// <summary>The project's key.</summary>
    public required string ProjectApiKey { get; init; }

    /// <summary>The account's name: it opens today's platform, and on the job platform every project.</summary>
    public required string Username { get; init; }

    /// <summary>The account's password.</summary>
    public required string Password { get; init; }

    /// <summary>The account's workspace.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>The project's id; no secret.</summary>
    public override string ToString() => $"project {ProjectId}";
}
