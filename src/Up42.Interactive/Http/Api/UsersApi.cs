using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Who is logged in.</summary>
internal sealed class UsersApi(ApiConnection connection)
{
    /// <summary>The id of the workspace that the credentials belong to; empty where the server gives none.</summary>
    public Task<string> GetWorkspaceIdAsync(CancellationToken cancellationToken) => connection.GetDataAsync(
        "users/me", data => data.ValueKind == JsonValueKind.Object && data.TryGetProperty("id", out var id) ? id.ToString() : "", cancellationToken);
}
