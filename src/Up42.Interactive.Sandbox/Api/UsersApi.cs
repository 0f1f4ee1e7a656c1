using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>Who the caller is.</summary>
internal static class UsersApi
{
    public static IEndpointRouteBuilder MapUsers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/users/me", () => Envelope.Data(new JsonObject
        {
            ["id"] = SandboxState.Credentials.WorkspaceId,
            ["email"] = SandboxState.Credentials.Username,
            ["name"] = "Sandbox analyst",
        }));
        return routes;
    }
}
