using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>What all routes of today's platform have in common.</summary>
internal static class TodayRoutes
{
    /// <summary>Routes below a path, open to the account alone; a query that cannot be understood is a problem that says why.</summary>
    public static RouteGroupBuilder MapToday(this IEndpointRouteBuilder routes, string prefix)
    {
        var group = routes.MapGroup(prefix);
        group.AddEndpointFilter(async (context, next) =>
        {
            if (Caller.Get(context.HttpContext).ProjectId is not null)
            {
                return Envelope.Problem(
                    StatusCodes.Status403Forbidden, "Forbidden", "A project's key opens the job platform only; log in with the account.");
            }

            try
            {
                return await next(context).ConfigureAwait(false);
            }
            catch (BadQueryException error)
            {
                return Envelope.Problem(StatusCodes.Status400BadRequest, "Bad Request", error.Message);
            }
        });
        return group;
    }
}
