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
        job.MapGet("/", (HttpContext context, SandboxState state, OddRecords odd) =>
            Envelope.Data(odd.Job(ResponseJson.Job(JobOf(context), state.Clock.GetUtcNow()))));
        job.MapPost("/cancel", Cancel);
        job.MapGet("/credits", (HttpContext context, OddRecords odd) =>
            Envelope.Data(new JsonObject { ["creditsUsed"] = odd.Credits(JobOf(context).Credits) }));
        job.MapGet("/outputs/data-json", (HttpContext context, SandboxState state) => DataJson(JobOf(context), null, state));
        job.MapGet("/downloads/results", (HttpContext context, SignedStorage storage) =>
            storage.CreateUrl(context, JobOf(context), null));
        return routes;
    }

    /// <summary>Routes below a job of the project.</summary>
    public static RouteGroupBuilder MapJob(this IEndpointRouteBuilder project)
    {
        var group = project.MapGroup("/jobs/{jobId}");
        group.AddEndpointFilter(async (context, next) =>
        {
            var values = context.HttpContext.Request.RouteValues;
            var state = (SandboxState)context.HttpContext.RequestServices.GetService(typeof(SandboxState))!;
            if (state.Job((string)values["projectId"]!, (string)values["jobId"]!) is not { } job)
            {
                return Envelope.NotFound("Job", (string)values["jobId"]!);
            }

            context.HttpContext.Items[typeof(JobRun)] = job;
            return await next(context).ConfigureAwait(false);
        });
        return group;
    }

    public static JobRun JobOf(HttpContext context) => (JobRun)context.Items[typeof(JobRun)]!;

    /// <summary>The FeatureCollection of a job, or of one of its tasks.</summary>
    public static JsonHttpResult<JsonObject> DataJson(JobRun job, int? task, SandboxState state) =>
        ContentOf(job, task, state) is { } content ? TypedResults.Json(content.DataJson()) : NoResults(job);

    /// <summary>What a job or a task has made; null when it has not, or not yet.</summary>
    public static IJobContent? ContentOf(JobRun job, int? task, SandboxState state)
    {
        var moment = job.At(state.Clock.GetUtcNow());
        return moment.Status != "SUCCEEDED" && task is null ? null
            : moment.Tasks[task ?? ^1] is { Status: "SUCCEEDED" } done ? done.Plan.Content : null;
    }

    public static JsonHttpResult<JsonObject> NoResults(JobRun job) =>
        Envelope.Error(StatusCodes.Status404NotFound, $"There are no results of job {job.Id}");

    private static JsonHttpResult<JsonObject> List(
        string projectId, SandboxState state, OddRecords odd, int page = 0, int? size = null, string sort = "createdAt,desc")
    {
        var jobs = state.Jobs(projectId);
        var descending = sort.EndsWith(",desc", StringComparison.OrdinalIgnoreCase);
        Comparison<JobRun> compare = sort.Split(',')[0] switch
        {
            "name" => (a, b) => string.CompareOrdinal(a.Name, b.Name),
            "status" => (a, b) => string.CompareOrdinal(a.At(state.Clock.GetUtcNow()).Status, b.At(state.Clock.GetUtcNow()).Status),
            "mode" => (a, b) => string.CompareOrdinal(a.Mode, b.Mode),
            _ => (a, b) => a.CreatedAt.CompareTo(b.CreatedAt),
        };
        var sorted = jobs.OrderBy(job => job, Comparer<JobRun>.Create((a, b) => (descending ? -1 : 1) * compare(a, b))).ThenBy(job => job.Id);
        var length = Math.Clamp(size ?? state.PageSize, 1, 1000);
        var now = state.Clock.GetUtcNow();
        return Envelope.Data(odd.Page([.. sorted.Skip(page * length).Take(length).Select(job => odd.Job(ResponseJson.Job(job, now)))]));
    }

    private static JsonHttpResult<JsonObject> Cancel(HttpContext context, SandboxState state)
    {
        var job = JobOf(context);
        return job.Cancel(state.Clock.GetUtcNow())
            ? Envelope.Data(ResponseJson.Job(job, state.Clock.GetUtcNow()))
            : Envelope.Error(StatusCodes.Status400BadRequest, $"Job {job.Id} has come to its end and cannot be canceled");
    }
}
