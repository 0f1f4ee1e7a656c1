using Microsoft.AspNetCore.Http;

namespace Up42.Interactive.Sandbox;

/// <summary>Says that the disk is full, or what else keeps the sandbox from writing its results.</summary>
internal sealed class DiskCheck(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (Exception error) when (
            error is (IOException or UnauthorizedAccessException) and not BadHttpRequestException && !context.Response.HasStarted
                && !context.RequestAborted.IsCancellationRequested)
        {
            await Envelope.Problem(
                StatusCodes.Status507InsufficientStorage, "Insufficient Storage",
                $"The sandbox cannot write its results to {Path.GetTempPath()}: {error.Message}")
                .ExecuteAsync(context).ConfigureAwait(false);
        }
    }
}
