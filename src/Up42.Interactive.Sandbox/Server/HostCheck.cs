using Microsoft.AspNetCore.Http;

namespace Up42.Interactive.Sandbox;

/// <summary>Serves requests for this machine's own names only: a web page whose name is made to point here gets nothing.</summary>
internal sealed class HostCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => context.Request.Host.Host is "127.0.0.1" or "localhost" or "[::1]"
        ? next(context)
        : Envelope.Problem(StatusCodes.Status421MisdirectedRequest, "Misdirected Request", "The sandbox is served as 127.0.0.1 or localhost.")
            .ExecuteAsync(context);
}
