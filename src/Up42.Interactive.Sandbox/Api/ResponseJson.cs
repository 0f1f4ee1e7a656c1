using System.Globalization;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>The shapes of UP42's answers.</summary>
internal static class ResponseJson
{
    public static string? Date(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    public static JsonObject Person() => new() { ["id"] = SandboxState.Credentials.WorkspaceId, ["type"] = "USER" };

    public static JsonObject Job(JobRun job, DateTimeOffset now)
    {
        var moment = job.At(now);
        return new JsonObject
        {
            ["id"] = job.Id,
            ["displayId"] = job.DisplayId,
            ["projectId"] = job.Workflow.ProjectId,
            ["name"] = job.Name,
            ["description"] = job.Description.Length > 0 ? job.Description : null,
            ["mode"] = job.Mode,
            ["status"] = moment.Status,
            ["createdAt"] = Date(job.CreatedAt),
            ["updatedAt"] = Date(moment.FinishedAt ?? moment.StartedAt ?? job.CreatedAt),
            ["createdBy"] = Person(),
            ["updatedBy"] = Person(),
            ["startedAt"] = Date(moment.StartedAt),
            ["finishedAt"] = Date(moment.FinishedAt),
            ["workflowId"] = job.Workflow.Id,
            ["workflowName"] = job.Workflow.Name,
            ["inputs"] = job.Inputs?.DeepClone(),
        };
    }

    public static JsonArray Tasks(JobRun job, DateTimeOffset now)
    {
        var ids = job.Tasks.Select((_, index) => TaskId(job, index)).ToList();
        return [.. job.At(now).Tasks.Select((task, index) => (JsonNode)new JsonObject
        {
            ["id"] = ids[index],
            ["displayId"] = ids[index][..8],
            ["name"] = task.Plan.Block.TaskName,
            ["status"] = task.Status,
            ["createdAt"] = Date(job.CreatedAt),
            ["startedAt"] = Date(task.StartedAt),
            ["finishedAt"] = Date(task.FinishedAt),
            ["block"] = Block(task.Plan.Block),
            ["blockVersion"] = task.Plan.Block.Version,
            ["parentsIds"] = index == 0 ? [] : new JsonArray(ids[index - 1]),
            ["environment"] = null,
        })];
    }

    public static JsonObject Workflow(WorkflowPlan workflow) => new()
    {
        ["id"] = workflow.Id,
        ["displayId"] = workflow.Id[..8],
        ["name"] = workflow.Name,
        ["description"] = workflow.Description,
        ["createdAt"] = Date(workflow.CreatedAt),
        ["updatedAt"] = Date(workflow.CreatedAt),
        ["createdBy"] = Person(),
        ["totalProcessingTime"] = 0,
    };

    public static JsonArray WorkflowTasks(WorkflowPlan workflow)
    {
        var ids = workflow.Blocks.Select(block => StableId.Create($"{workflow.Id} {block.Name}")).ToList();
        return [.. workflow.Blocks.Select((block, index) => (JsonNode)new JsonObject
        {
            ["id"] = ids[index],
            ["displayId"] = ids[index][..8],
            ["name"] = block.TaskName,
            ["parentsIds"] = index == 0 ? [] : new JsonArray(ids[index - 1]),
            ["block"] = Block(block),
            ["blockVersionTag"] = block.Version,
            ["environment"] = null,
        })];
    }

    public static string TaskId(JobRun job, int index) => StableId.Create($"task {job.Id} {index}");

    private static JsonObject Block(Block block) => new()
    {
        ["id"] = block.Id,
        ["name"] = block.Name,
        ["displayName"] = block.DisplayName,
        ["description"] = block.Description,
        ["type"] = block.Name is "sharpening" or "ndwi" or "ship-detection" ? "PROCESSING" : "DATA",
    };
}
