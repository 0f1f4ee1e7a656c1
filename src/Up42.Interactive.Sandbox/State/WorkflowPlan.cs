using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>A workflow.</summary>
internal sealed record WorkflowPlan(string ProjectId, string Name, string Description, IReadOnlyList<Block> Blocks)
{
    public string Id => StableId.Create($"workflow {ProjectId} {Name}");

    /// <summary>What a run of it does.</summary>
    public required Func<JsonNode?, IReadOnlyList<TaskPlan>> Plan { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>West, south, east and north of the area that its jobs ask for.</summary>
    public required (double West, double South, double East, double North) Area { get; init; }

    /// <summary>The first and the last day that its jobs ask for.</summary>
    public required (string First, string Last) Dates { get; init; }
}
