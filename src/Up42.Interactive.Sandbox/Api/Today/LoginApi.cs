using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>The login of today's platform, under the paths of its identity provider.</summary>
internal static class LoginApi
{
    public const string TokenPath = Realm + "/token";

    private const string Realm = "/realms/public/protocol/openid-connect";
    private const string ClientId = "up42-sdk";

    public static IEndpointRouteBuilder MapLogin(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(TokenPath, IssueAsync);
        routes.MapToday(Realm).MapGet("/userinfo", UserInfo);
        return routes;
    }

    private static JsonHttpResult<JsonObject> UserInfo() => TypedResults.Json(new JsonObject
    {
        ["sub"] = SandboxState.Credentials.WorkspaceId,
        ["email_verified"] = true,
        ["name"] = "Sandbox analyst",
        ["preferred_username"] = SandboxState.Credentials.Username,
        ["email"] = SandboxState.Credentials.Username,
    });

    private static async Task<Results<JsonHttpResult<JsonObject>, ProblemHttpResult>> IssueAsync(HttpRequest request, TokenStore tokens, SandboxOptions options)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync().ConfigureAwait(false) : FormCollection.Empty;
        if (form["grant_type"] != "password")
        {
            return Refuse(StatusCodes.Status400BadRequest, "Bad Request", "unsupported_grant_type", "The grant type is not password.");
        }

        if (form["client_id"] != ClientId)
        {
            return Refuse(StatusCodes.Status401Unauthorized, "Unauthorized", "invalid_client", $"The client is not {ClientId}.");
        }

        var (username, password) = (form["username"].ToString(), form["password"].ToString());
        return username == SandboxState.Credentials.Username && password == SandboxState.Credentials.Password
            ? TypedResults.Json(new JsonObject
            {
                ["access_token"] = tokens.Issue(new Caller(ProjectId: null)),
                ["expires_in"] = (int)options.TokenLifetime.TotalSeconds,
                ["refresh_expires_in"] = 0,
                ["token_type"] = "Bearer",
                ["scope"] = form["scope"].ToString(),
            })
            : Refuse(StatusCodes.Status401Unauthorized, "Unauthorized", "invalid_grant", "Invalid user credentials.");
    }

    // A problem document that OAuth's clients understand too.
    private static ProblemHttpResult Refuse(int status, string title, string error, string description) => TypedResults.Problem(
        description, statusCode: status, title: title, extensions: new Dictionary<string, object?> { ["error"] = error, ["error_description"] = description });
}
