using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Up42.Interactive.Sandbox;

/// <summary>Workflows, and running them.</summary>
internal static class WorkflowsApi
{
    public static IEndpointRouteBuilder MapWorkflows(this IEndpointRouteBuilder routes)
    {
        var workflows = routes.MapProject().MapGroup("/workflows");
        workflows.MapGet("/", List);
        workflows.MapGet("/{workflowId}", (string projectId, string workflowId, SandboxState state) =>
            state.Workflow(projectId, workflowId) is { } workflow ? Envelope.Data(ResponseJson.Workflow(workflow)) : NotFound(workflowId));
        workflows.MapGet("/{workflowId}/tasks", (string projectId, string workflowId, SandboxState state) =>
            state.Workflow(projectId, workflowId) is { } workflow ? Envelope.Data(ResponseJson.WorkflowTasks(workflow)) : NotFound(workflowId));
        workflows.MapPost("/{workflowId}/jobs", RunAsync);
        return routes;
    }

    private static JsonHttpResult<JsonObject> NotFound(string workflowId) => Envelope.NotFound("Workflow", workflowId);

    private static JsonHttpResult<JsonObject> List(string projectId, SandboxState state) =>
        Envelope.Data(new JsonArray([.. state.Workflows.Where(workflow => workflow.ProjectId == projectId).Select(ResponseJson.Workflow)]));

    private static async Task<Results<JsonHttpResult<JsonObject>, ProblemHttpResult>> RunAsync(
        string projectId, string workflowId, string? name, HttpRequest request, SandboxState state)
    {
        if (state.Workflow(projectId, workflowId) is not { } workflow)
        {
            return NotFound(workflowId);
        }

        JsonObject? inputs;
        try
        {
            inputs = await JsonNode.ParseAsync(request.Body).ConfigureAwait(false) as JsonObject;
        }
        catch (JsonException)
        {
            inputs = null;
        }

        var missing = workflow.Blocks.Select(block => block.TaskName).FirstOrDefault(task => inputs?.ContainsKey(task) != true);
        if (missing is not null)
        {
            return Envelope.Problem(StatusCodes.Status400BadRequest, "Invalid input parameters", $"There are no parameters for the task {missing}.");
        }

        return state.Run(workflow, name, inputs) is { } job
            ? Envelope.Data(ResponseJson.Job(job, state.Clock.GetUtcNow()))
            : Envelope.Error(StatusCodes.Status400BadRequest, $"The project runs {state.MaxConcurrentJobs} jobs already (MAX_CONCURRENT_JOBS)");
    }
}
