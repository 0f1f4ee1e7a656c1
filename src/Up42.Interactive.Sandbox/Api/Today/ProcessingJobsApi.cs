using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>Processing jobs, one and many.</summary>
internal static class ProcessingJobsApi
{
    private const string Path = "/v2/processing/jobs";
    private const int MaxLimit = 1000;

    public static IEndpointRouteBuilder MapProcessingJobs(this IEndpointRouteBuilder routes)
    {
        var jobs = routes.MapToday(Path);
        jobs.MapGet("/", List);
        jobs.MapGet("/{jobId}", Results<JsonHttpResult<JsonObject>, ProblemHttpResult> (
            HttpContext context, string jobId, ProcessingStore store, SandboxState state) => store.Find(jobId) is { } run
                ? TypedResults.Json(ProcessingJson.Job(run, state.Clock.GetUtcNow(), StacApi.JsonOf(context)))
                : StacApi.Missing("Job", jobId));
        return routes;
    }

    /// <summary>The values of a list, whether commas part them or the name is repeated; null: it was not given.</summary>
    public static HashSet<string>? Values(IQueryCollection query, string name) => query[name].Count == 0
        ? null
        : [.. query[name].SelectMany(value => value!.Split(','))];

    /// <summary>A whole number, or null where it was not given.</summary>
    /// <exception cref="BadQueryException">It is not one, or outside its bounds.</exception>
    public static int? Number(IQueryCollection query, string name, int least, int most) => query[name].Count == 0 ? null
        : int.TryParse(query[name], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new BadQueryException($"{name} is not a whole number from {least} to {most}.");

    private static JsonHttpResult<JsonObject> List(HttpContext context, ProcessingStore store, SandboxState state)
    {
        var (query, now) = (context.Request.Query, state.Clock.GetUtcNow());
        var (ids, processes, statuses) = (Values(query, "ids"), Values(query, "processId"), Values(query, "status"));
        var (shortest, longest) = (Number(query, "minDuration", 0, int.MaxValue), Number(query, "maxDuration", 0, int.MaxValue));
        var workspace = query["workspaceId"].Count > 0 ? query["workspaceId"].ToString() : null;
        var limit = Number(query, "limit", 1, MaxLimit) ?? state.PageSize;
        var offset = query["token"].Count > 0 ? PageToken.Parse(query["token"].ToString()) : 0;
        var found = Sort(
            store.Runs.Select(run => (Run: run, Moment: run.At(now))).Where(job =>
                ids?.Contains(job.Run.Id) != false && processes?.Contains(job.Run.Process.Id) != false && statuses?.Contains(job.Moment.Status) != false
                && (workspace is null || job.Run.WorkspaceId == workspace)
                && (shortest is null || job.Moment.Seconds(now) >= shortest) && (longest is null || job.Moment.Seconds(now) <= longest)),
            query["sort"].Count > 0 ? query["sort"].ToString() : "created,desc");
        var links = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = Path + context.Request.QueryString });
        if (offset + limit < found.Count)
        {
            var next = query.Where(field => field.Key != "token").Append(new("token", PageToken.Format(offset + limit)));
            links.Add(new JsonObject { ["rel"] = "next", ["href"] = Path + QueryString.Create(next) });
        }

        var json = StacApi.JsonOf(context);
        return TypedResults.Json(new JsonObject
        {
            ["jobs"] = new JsonArray([.. found.Skip(offset).Take(limit).Select(run => ProcessingJson.Job(run, now, json))]),
            ["links"] = links,
        });
    }

    private static List<ProcessingRun> Sort(IEnumerable<(ProcessingRun Run, ProcessingMoment Moment)> jobs, string sort)
    {
        var isDescending = sort.EndsWith(",desc", StringComparison.OrdinalIgnoreCase);
        Comparison<(ProcessingRun Run, ProcessingMoment Moment)> compare = sort.Split(',')[0] switch
        {
            "processID" => (a, b) => string.CompareOrdinal(a.Run.Process.Id, b.Run.Process.Id),
            "status" => (a, b) => string.CompareOrdinal(a.Moment.Status, b.Moment.Status),
            "created" => (a, b) => a.Run.CreatedAt.CompareTo(b.Run.CreatedAt),
            "creditConsumption.credits" => (a, b) => Credits(a).CompareTo(Credits(b)),
            var field => throw new BadQueryException(
                $"Jobs cannot be sorted by {field}: the fields are processID, status, created, creditConsumption.credits."),
        };
        return [.. jobs.OrderBy(job => job, Comparer<(ProcessingRun, ProcessingMoment)>.Create((a, b) => (isDescending ? -1 : 1) * compare(a, b)))
            .ThenBy(job => job.Run.Id, StringComparer.Ordinal).Select(job => job.Run)];
    }

    private static int Credits((ProcessingRun Run, ProcessingMoment Moment) job) => job.Moment.Status == "captured" ? job.Run.Credits : 0;
}
