using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>Projects and their settings.</summary>
internal static class ProjectsApi
{
    public static IEndpointRouteBuilder MapProjects(this IEndpointRouteBuilder routes)
    {
        var project = routes.MapProject();
        project.MapGet("/", (string projectId) => Envelope.Data(SandboxState.Project(projectId)));
        project.MapGet("/settings", (string projectId, SandboxState state) => Envelope.Data(state.Settings(projectId)));
        return routes;
    }

    /// <summary>Routes below a project; who does not see it is told that it does not exist.</summary>
    public static RouteGroupBuilder MapProject(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/projects/{projectId}");
        group.AddEndpointFilter(async (context, next) =>
        {
            var projectId = (string)context.HttpContext.GetRouteValue("projectId")!;
            return Caller.Get(context.HttpContext).Sees(projectId) ? await next(context).ConfigureAwait(false) : Envelope.NotFound("Project", projectId);
        });
        return group;
    }
}
