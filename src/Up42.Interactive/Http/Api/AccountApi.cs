using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Who has logged in to today's platform.</summary>
internal sealed class AccountApi(ApiConnection connection, AccountLogin login)
{
    /// <summary>The id of the account's workspace; empty where the server gives none.</summary>
    public Task<string> GetWorkspaceIdAsync(CancellationToken cancellationToken) => connection.GetAsync(
        login.UserInfoUrl, response => response.ReadRoot(user => user.FindText("sub") ?? ""), cancellationToken);
}
