using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>Names each request and writes it down.</summary>
internal sealed class RequestLog(RequestDelegate next, FaultPlan plan)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers["x-request-id"] = Guid.NewGuid().ToString("N")[..12];
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            var fault = (SandboxFault?)context.Items[typeof(SandboxFault)];
            var answered = fault != SandboxFault.DroppedConnection && !(context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted);
            plan.Note(new SandboxRequest(context.Request.Method, context.Request.Path.Value ?? "/",
                (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimEnd('/'), answered ? context.Response.StatusCode : null, fault));
        }
    }
}
