namespace Up42.Interactive.Sandbox;

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
