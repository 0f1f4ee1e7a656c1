using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>Where signed URLs lead.</summary>
internal static class StorageApi
{
    public static IEndpointRouteBuilder MapStorage(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/storage/{projectId}/{jobId}/{name}", [HttpMethods.Get, HttpMethods.Head],
            (HttpContext context, string projectId, string jobId, string name, SignedStorage storage) => storage.ServeAsync(context, projectId, jobId, name));
        return routes;
    }
}
