using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>Jobs: what they are, cancelling, cost, results.</summary>
internal static class JobsApi
{
    public static IEndpointRouteBuilder MapJobs(this IEndpointRouteBuilder routes)
    {
        var project = routes.MapProject();
        project.MapGet("/jobs", List);
        var job = project.MapJob();
        job.MapGet("/", (HttpContext context, SandboxState world) => Answer.Data(Wire.Job(JobOf(context), world.Clock.GetUtcNow())));
        job.MapPost("/cancel", Cancel);
        job.MapGet("/credits", (HttpContext context) => Answer.Data(new JsonObject { ["creditsUsed"] = JobOf(context).Credits }));
        job.MapGet("/outputs/data-json", (HttpContext context, SandboxState world) => DataJson(JobOf(context), null, world));
        job.MapGet("/downloads/results", (HttpContext context, Storage storage) =>
            storage.AddressOf(context, JobOf(context), null));
        return routes;
    }

    /// <summary>Routes below a job of the project.</summary>
    public static RouteGroupBuilder MapJob(this IEndpointRouteBuilder project)
    {
        var group = project.MapGroup("/jobs/{jobId}");
        group.AddEndpointFilter(async (context, next) =>
        {
            var values = context.HttpContext.Request.RouteValues;
            var world = (SandboxState)context.HttpContext.RequestServices.GetService(typeof(SandboxState))!;
            if (world.Job((string)values["projectId"]!, (string)values["jobId"]!) is not { } job)
            {
                return Answer.NotFound("Job", (string)values["jobId"]!);
            }

            context.HttpContext.Items[typeof(JobRun)] = job;
            return await next(context).ConfigureAwait(false);
        });
        return group;
    }

    public static JobRun JobOf(HttpContext context) => (JobRun)context.Items[typeof(JobRun)]!;

    /// <summary>The FeatureCollection of a job, or of one of its tasks.</summary>
    public static JsonHttpResult<JsonObject> DataJson(JobRun job, int? task, SandboxState world) =>
        ContentOf(job, task, world) is { } content ? TypedResults.Json(content.DataJson()) : NoResults(job);

    /// <summary>What a job or a task has made; null when it has not, or not yet.</summary>
    public static IJobContent? ContentOf(JobRun job, int? task, SandboxState world)
    {
        var moment = job.At(world.Clock.GetUtcNow());
        return moment.Status != "SUCCEEDED" && task is null ? null
            : moment.Tasks[task ?? ^1] is { Status: "SUCCEEDED" } done ? done.Plan.Content : null;
    }

    public static JsonHttpResult<JsonObject> NoResults(JobRun job) =>
        Answer.Error(StatusCodes.Status404NotFound, $"There are no results of job {job.Id}");

    private static JsonHttpResult<JsonObject> List(string projectId, SandboxState world, int page = 0, int? size = null, string sort = "createdAt,desc")
    {
        var jobs = world.Jobs(projectId);
        var descending = sort.EndsWith(",desc", StringComparison.OrdinalIgnoreCase);
        Comparison<JobRun> compare = sort.Split(',')[0] switch
        {
            "name" => (a, b) => string.CompareOrdinal(a.Name, b.Name),
            "status" => (a, b) => string.CompareOrdinal(a.At(world.Clock.GetUtcNow()).Status, b.At(world.Clock.GetUtcNow()).Status),
            "mode" => (a, b) => string.CompareOrdinal(a.Mode, b.Mode),
            _ => (a, b) => a.CreatedAt.CompareTo(b.CreatedAt),
        };
        var sorted = jobs.OrderBy(job => job, Comparer<JobRun>.Create((a, b) => (descending ? -1 : 1) * compare(a, b))).ThenBy(job => job.Id);
        var length = Math.Clamp(size ?? world.PageSize, 1, 1000);
        var now = world.Clock.GetUtcNow();
        return Answer.Data(new JsonArray([.. sorted.Skip(page * length).Take(length).Select(job => Wire.Job(job, now))]));
    }

    private static JsonHttpResult<JsonObject> Cancel(HttpContext context, SandboxState world)
    {
        var job = JobOf(context);
        return job.Cancel(world.Clock.GetUtcNow())
            ? Answer.Data(Wire.Job(job, world.Clock.GetUtcNow()))
            : Answer.Error(StatusCodes.Status400BadRequest, $"Job {job.Id} has come to its end and can't be cancelled");
    }
}
