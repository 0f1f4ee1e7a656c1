using Microsoft.AspNetCore.Http;

namespace Up42.Interactive.Sandbox;

/// <summary>Names each request, and writes it down before its sender can see the answer.</summary>
internal sealed class RequestLog(RequestDelegate next, FaultPlan plan)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var entry = new RequestEntry(context, plan);
        context.Items[typeof(RequestEntry)] = entry;
        context.Response.Headers["x-request-id"] = Guid.NewGuid().ToString("N")[..12];
        context.Response.OnStarting(() =>
        {
            entry.Close(context.Response.StatusCode);
            return Task.CompletedTask;
        });
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The sender has gone.
        }
        finally
        {
            if (context.RequestAborted.IsCancellationRequested)
            {
                entry.Close(null);
            }
        }
    }
}
