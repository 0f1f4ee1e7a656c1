using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>A request's line in the book, written once.</summary>
internal sealed class RequestEntry(HttpContext context, FaultPlan plan)
{
    private bool _isClosed;

    public SandboxFault? Fault { get; set; }

    public static RequestEntry Get(HttpContext context) => (RequestEntry)context.Items[typeof(RequestEntry)]!;

    /// <summary>Writes it down.</summary>
    /// <param name="status">What is answered; null: nothing.</param>
    public void Close(int? status)
    {
        if (!_isClosed)
        {
            _isClosed = true;
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            plan.Note(new SandboxRequest(context.Request.Method, context.Request.Path.Value ?? "/", route?.TrimEnd('/'), status, Fault));
        }
    }
}
