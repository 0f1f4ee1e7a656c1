using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>Tokens for projects and accounts.</summary>
internal static class TokenApi
{
    public static IEndpointRouteBuilder MapTokens(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/oauth/token", IssueAsync);
        return routes;
    }

    private static async Task<Results<JsonHttpResult<JsonObject>, ProblemHttpResult>> IssueAsync(HttpRequest request, TokenStore tokens, SandboxOptions options)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync().ConfigureAwait(false) : FormCollection.Empty;
        var caller = form["grant_type"].ToString() switch
        {
            "client_credentials" => ProjectOf(request),
            "password" => AccountOf(form["username"].ToString(), form["password"].ToString()),
            _ => null,
        };
        return caller is null
            ? Envelope.Problem(StatusCodes.Status401Unauthorized, "Unauthorized", "The credentials are wrong.")
            : TypedResults.Json(new JsonObject
            {
                ["access_token"] = tokens.Issue(caller),
                ["token_type"] = "bearer",
                ["expires_in"] = (int)options.TokenLifetime.TotalSeconds,
                ["data"] = new JsonObject(),
            });
    }

    private static Caller? AccountOf(string username, string password) =>
        username == SandboxState.Credentials.Username && password == SandboxState.Credentials.Password ? new Caller(ProjectId: null) : null;

    private static Caller? ProjectOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var buffer = new byte[header.Length];
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(header[6..].Trim(), buffer, out var length))
        {
            return null;
        }

        return Encoding.UTF8.GetString(buffer, 0, length) == $"{SandboxState.Credentials.ProjectId}:{SandboxState.Credentials.ProjectApiKey}"
            ? new Caller(SandboxState.ProjectId)
            : null;
    }
}
