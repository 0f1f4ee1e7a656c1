using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>A block of a workflow.</summary>
internal sealed record Block(string Name, string DisplayName, string Version, string Description)
{
    public string Id => StableId.Create("block " + Name);

    /// <summary>The task's name in inputs and listings.</summary>
    public string TaskName => Name + ":1";
}

/// <summary>What one task of a job will do.</summary>
internal sealed record TaskPlan(Block Block, TimeSpan Duration, params IReadOnlyList<LogLine> Log)
{
    /// <summary>True when it ends in an error: what comes after it never starts.</summary>
    public bool Fails { get; init; }

    /// <summary>Writes its log as JSON lines instead of text.</summary>
    public bool LogsJson { get; init; }

    /// <summary>What it leaves; null: the job's last results.</summary>
    public IJobContent? Content { get; init; }

    /// <summary>Whether it has quicklooks.</summary>
    public bool HasQuicklooks { get; init; }
}

/// <summary>A line of a task's log.</summary>
/// <param name="After">The share of the task's duration after which it is written, 0…1.</param>
/// <param name="Level">INFO, WARNING, ERROR.</param>
/// <param name="Text">The message.</param>
internal sealed record LogLine(double After, string Level, string Text);

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
