using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>The tasks of a job: logs, results, quicklooks.</summary>
internal static class TasksApi
{
    public static IEndpointRouteBuilder MapTasks(this IEndpointRouteBuilder routes)
    {
        var tasks = routes.MapProject().MapJob().MapGroup("/tasks");
        tasks.MapGet("/", (HttpContext context, SandboxState state, OddRecords odd) =>
            Envelope.Data(odd.Tasks(ResponseJson.Tasks(JobsApi.JobOf(context), state.Clock.GetUtcNow()))));
        var task = tasks.MapGroup("/{taskId}");
        task.AddEndpointFilter(async (context, next) =>
        {
            var taskId = (string)context.HttpContext.GetRouteValue("taskId")!;
            return IndexOf(context.HttpContext) >= 0 ? await next(context).ConfigureAwait(false) : Envelope.NotFound("Job task", taskId);
        });
        task.MapGet("/logs", Logs);
        task.MapGet("/outputs/data-json", (HttpContext context, SandboxState state) =>
            JobsApi.DataJson(JobsApi.JobOf(context), IndexOf(context), state));
        task.MapGet("/downloads/results", (HttpContext context, SignedStorage storage) =>
            storage.CreateUrl(context, JobsApi.JobOf(context), IndexOf(context)));
        task.MapGet("/outputs/quicklooks", Quicklooks);
        task.MapGet("/outputs/quicklooks/{quicklookId}", QuicklookAsync);
        return routes;
    }

    private static int IndexOf(HttpContext context)
    {
        var (job, taskId) = (JobsApi.JobOf(context), (string)context.GetRouteValue("taskId")!);
        return Enumerable.Range(0, job.Tasks.Count).Where(index => ResponseJson.TaskId(job, index) == taskId).DefaultIfEmpty(-1).First();
    }

    private static ContentHttpResult Logs(HttpContext context, SandboxState state)
    {
        var task = JobsApi.JobOf(context).At(state.Clock.GetUtcNow()).Tasks[IndexOf(context)];
        var text = new StringBuilder();
        foreach (var line in task.Plan.Log.Where(line => task.StartedAt is not null && line.After <= task.Share))
        {
            var at = task.StartedAt!.Value + (line.After * task.Plan.Duration);
            _ = task.Plan.LogsJson
                ? text.Append(new JsonObject { ["timestamp"] = ResponseJson.Date(at), ["level"] = line.Level, ["message"] = line.Text }.ToJsonString())
                : text.Append(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd HH:mm:ss,fff} - {task.Plan.Block.Name} - {line.Level} - {line.Text}");
            text.Append('\n');
        }

        return TypedResults.Text(text.ToString(), "text/plain", Encoding.UTF8);
    }

    private static JsonHttpResult<JsonObject> Quicklooks(HttpContext context, SandboxState state) =>
        Envelope.Data(QuicklookIdOf(context, state) is { } id ? new JsonArray(id) : []);

    private static async Task<Results<FileContentHttpResult, JsonHttpResult<JsonObject>>> QuicklookAsync(
        HttpContext context, string quicklookId, SandboxState state)
    {
        if (QuicklookIdOf(context, state) != quicklookId)
        {
            return Envelope.NotFound("Quicklook", quicklookId);
        }

        var content = JobsApi.ContentOf(JobsApi.JobOf(context), IndexOf(context), state)!;
        return TypedResults.File(await ArchiveStore.GetQuicklookAsync(content).ConfigureAwait(false), "image/png");
    }

    private static string? QuicklookIdOf(HttpContext context, SandboxState state)
    {
        var (job, index) = (JobsApi.JobOf(context), IndexOf(context));
        return job.Tasks[index].HasQuicklooks && JobsApi.ContentOf(job, index, state) is { } content
            ? StableId.Create("quicklook " + content.Name) + ".png"
            : null;
    }
}
