using Microsoft.AspNetCore.Http;

namespace Up42.Interactive.Sandbox;

/// <summary>Nothing is served without a token but the token itself and signed URLs.</summary>
internal sealed class Authentication(RequestDelegate next, TokenStore tokens)
{
    private const string Scheme = "Bearer ";

    public static string? TokenOf(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsOpen(context.Request.Path))
        {
            if (TokenOf(context) is not { } token || tokens.Admit(token) is not { } caller)
            {
                await RefuseAsync(context).ConfigureAwait(false);
                return;
            }

            context.Items[typeof(Caller)] = caller;
        }

        await next(context).ConfigureAwait(false);
    }

    private static bool IsOpen(PathString path) =>
        path.StartsWithSegments("/oauth/token") || path.StartsWithSegments(LoginApi.TokenPath) || path.StartsWithSegments("/storage");

    public static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Envelope.Problem(StatusCodes.Status401Unauthorized, "Unauthorized", "The access token is missing, unknown or has expired.")
            .ExecuteAsync(context);
    }
}
