using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.JsonHttpResult<System.Text.Json.Nodes.JsonObject>, Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace Up42.Interactive.Sandbox;

/// <summary>What can be run: licence, price, checks, cost, and running it.</summary>
internal static class ProcessesApi
{
    public static IEndpointRouteBuilder MapProcesses(this IEndpointRouteBuilder routes)
    {
        routes.MapToday("/v2/eulas").MapGet("/{eulaId}", Eula);
        var processes = routes.MapToday("/v2/processing/processes");
        processes.MapGet("/", () => TypedResults.Json(new JsonObject
        {
            ["processes"] = new JsonArray([.. Processes.All.Select(ProcessingJson.Process)]),
            ["links"] = new JsonArray(),
        }));
        var process = processes.MapGroup("/{processId}");
        process.AddEndpointFilter(async (context, next) =>
        {
            var id = (string)context.HttpContext.GetRouteValue("processId")!;
            return Processes.Find(id) is null ? StacApi.Missing("Process", id) : await next(context).ConfigureAwait(false);
        });
        process.MapGet("/", (string processId) => TypedResults.Json(ProcessingJson.Process(Processes.Find(processId)!)));
        process.MapPost("/validation", async (string processId, HttpRequest request, StacStore store) =>
        {
            var (check, _) = await CheckAsync(processId, request, store).ConfigureAwait(false);
            return Refuse(check) is { } problem ? (Answer)problem : TypedResults.Json(new JsonObject());
        });
        process.MapPost("/cost", async (string processId, HttpRequest request, StacStore store) =>
        {
            var (check, _) = await CheckAsync(processId, request, store).ConfigureAwait(false);
            return Refuse(check) is { } problem ? (Answer)problem : Cost(Processes.Find(processId)!, check.Inputs!);
        });
        process.MapPost("/execution", ExecuteAsync);
        return routes;
    }

    private static Answer Eula(string eulaId) => Processes.All.FirstOrDefault(process => process.EulaId == eulaId) is { } process
        ? TypedResults.Json(new JsonObject { ["id"] = eulaId, ["isAccepted"] = process.IsEulaAccepted })
        : StacApi.Missing("EULA", eulaId);

    private static JsonHttpResult<JsonObject> Cost(ProcessPlan process, ProcessInputs inputs)
    {
        var (credits, size) = process.Cost(inputs.Item);
        return TypedResults.Json(new JsonObject
        {
            ["pricingStrategy"] = "area",
            ["totalCredits"] = credits,
            ["totalSize"] = size,
            ["unit"] = "SQ_KM",
        });
    }

    // Wrong values do not keep a job from being made: it ends as invalid.
    private static async Task<Answer> ExecuteAsync(
        HttpContext context, string processId, StacStore store, ProcessingStore jobs, SandboxState state)
    {
        var (check, inputs) = await CheckAsync(processId, context.Request, store).ConfigureAwait(false);
        if (check.SchemaError is not null)
        {
            return Refuse(check)!;
        }

        var workspace = context.Request.Query["workspaceId"].ToString();
        var run = jobs.Run(Processes.Find(processId)!, check, inputs!, workspace.Length > 0 ? workspace : null);
        return TypedResults.Json(ProcessingJson.Job(run, state.Clock.GetUtcNow(), StacApi.JsonOf(context)), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<(InputCheck Check, JsonObject? Inputs)> CheckAsync(string processId, HttpRequest request, StacStore store)
    {
        JsonNode? inputs = null;
        try
        {
            inputs = (await StacApi.ReadAsync(request).ConfigureAwait(false))["inputs"];
        }
        catch (BadQueryException)
        {
            // No inputs: said as what it is, a body that breaks the schema.
        }

        return (InputCheck.Of(Processes.Find(processId)!, inputs, store), inputs as JsonObject);
    }

    private static ProblemHttpResult? Refuse(InputCheck check) => check switch
    {
        { SchemaError: { } error } => TypedResults.Problem(
            title: "Bad Request", statusCode: StatusCodes.Status400BadRequest, extensions: new Dictionary<string, object?> { ["schema-error"] = error }),
        { Errors: { Count: > 0 } errors } => TypedResults.Problem(
            title: "Unprocessable Entity", statusCode: StatusCodes.Status422UnprocessableEntity,
            extensions: new Dictionary<string, object?> { ["errors"] = ProcessingJson.Errors(errors) }),
        _ => null,
    };
}
