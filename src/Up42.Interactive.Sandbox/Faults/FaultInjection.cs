using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Up42.Interactive.Sandbox;

/// <summary>Lets requests go wrong as the plan says.</summary>
internal sealed class FaultInjection(RequestDelegate next, FaultPlan plan, SandboxOptions options, TokenStore tokens)
{
    private const string RedirectMark = "redirected";

    public Task InvokeAsync(HttpContext context)
    {
        var fault = plan.Next(kind => Fits(kind, context));
        RequestEntry.Get(context).Fault = fault;
        return fault switch
        {
            null => next(context),
            SandboxFault.InternalServerError => Envelope.Error(StatusCodes.Status500InternalServerError, "Something went wrong").ExecuteAsync(context),
            SandboxFault.BadGateway => PageAsync(context, StatusCodes.Status502BadGateway, "502 Bad Gateway"),
            SandboxFault.ServiceUnavailable => Unavailable(context),
            SandboxFault.ServiceUnavailableRetryAfter =>
                Unavailable(context, ((int)Math.Ceiling(options.Faults.RetryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture)),
            SandboxFault.TooManyRequests => TooMany(context),
            SandboxFault.TooManyRequestsRetryAfter =>
                TooMany(context, (options.TimeProvider.GetUtcNow() + options.Faults.RetryAfter).ToString("R", CultureInfo.InvariantCulture)),
            SandboxFault.DroppedConnection => Drop(context),
            SandboxFault.SlowResponse => SlowAsync(context),
            SandboxFault.TruncatedBody => CutAsync(context, whole: false),
            SandboxFault.ExpiredToken => ExpireAsync(context),
            SandboxFault.ExpiredUrl => SignedStorage.Refuse("ExpiredToken", "The provided token has expired.", ExpiredStatus()).ExecuteAsync(context),
            SandboxFault.Redirect => RedirectAsync(context),
            SandboxFault.MalformedJson => CutAsync(context, whole: true),
            SandboxFault.HtmlPage => PageAsync(context, StatusCodes.Status200OK, "Maintenance"),
            _ => throw new InvalidOperationException($"There is no fault {fault}."),
        };
    }

    // Google says 400, others 401 or 403.
    private int ExpiredStatus() => (plan.Count(SandboxFault.ExpiredUrl) % 3) switch
    {
        0 => StatusCodes.Status400BadRequest,
        1 => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status401Unauthorized,
    };

    private static Task RedirectAsync(HttpContext context)
    {
        var query = context.Request.QueryString.HasValue ? context.Request.QueryString.Value + "&" : "?";
        context.Response.Headers.Location = $"{context.Request.Path}{query}{RedirectMark}=1";
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        return Task.CompletedTask;
    }

    private static Task Unavailable(HttpContext context, string? retryAfter = null) =>
        RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "Service Unavailable", retryAfter);

    private static Task TooMany(HttpContext context, string? retryAfter = null) =>
        RefuseAsync(context, StatusCodes.Status429TooManyRequests, "Too Many Requests", retryAfter);

    private static Task RefuseAsync(HttpContext context, int status, string title, string? retryAfter)
    {
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return Envelope.Problem(status, title, "Try again later.").ExecuteAsync(context);
    }

    private static Task Drop(HttpContext context)
    {
        RequestEntry.Get(context).Close(null);
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task PageAsync(HttpContext context, int status, string title)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1><p>The server is having a "
                + $"break.</p></body></html>");
    }

    private bool Fits(SandboxFault fault, HttpContext context)
    {
        var isStorage = context.Request.Path.StartsWithSegments("/storage");
        var path = (context.Request.Path.Value ?? "").TrimEnd('/');
        var isJson = !isStorage && !path.EndsWith("/logs", StringComparison.Ordinal) && !path.Contains("/quicklooks/", StringComparison.Ordinal);
        return fault switch
        {
            SandboxFault.ExpiredUrl => isStorage,
            SandboxFault.Redirect => !isStorage && context.Request.Method == HttpMethods.Get && !context.Request.Query.ContainsKey(RedirectMark),
            // A token that has let nobody in yet does not expire: a client would never get through.
            SandboxFault.ExpiredToken => Authentication.TokenOf(context) is { } token && tokens.HasServed(token),
            SandboxFault.MalformedJson or SandboxFault.HtmlPage => isJson,
            _ => true,
        };
    }

    private Task ExpireAsync(HttpContext context)
    {
        tokens.Expire(Authentication.TokenOf(context)!);
        return Authentication.RefuseAsync(context);
    }

    private async Task SlowAsync(HttpContext context)
    {
        await Task.Delay(options.Faults.Slowness, options.TimeProvider, context.RequestAborted).ConfigureAwait(false);
        await next(context).ConfigureAwait(false);
    }

    // The first half of the answer; then either the connection ends, or the half pretends to be the whole.
    private async Task CutAsync(HttpContext context, bool whole)
    {
        var body = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        await next(context).ConfigureAwait(false);
        context.Response.Body = body;
        var half = kept.GetBuffer().AsMemory(0, (int)kept.Length / 2);
        if (!context.Response.HasStarted)
        {
            context.Response.ContentLength = whole ? half.Length : kept.Length;
        }

        await body.WriteAsync(half).ConfigureAwait(false);
        if (!whole)
        {
            await body.FlushAsync().ConfigureAwait(false);
            context.Abort();
        }
    }
}
