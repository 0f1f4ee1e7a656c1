using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>A processing job: its steps and when it passes them. What it is at a moment follows from the clock.</summary>
internal sealed record ProcessingRun
{
    private static readonly string[] Ended = ["successful", "failed", "invalid", "rejected", "unlicensed"];

    public required string Id { get; init; }

    public required ProcessPlan Process { get; init; }

    public required string? WorkspaceId { get; init; }

    /// <summary>The inputs as they came.</summary>
    public required JsonObject Inputs { get; init; }

    /// <summary>Each status with the time at which it is reached.</summary>
    public required IReadOnlyList<(string Status, DateTimeOffset At)> Steps { get; init; }

    public int Credits { get; init; }

    /// <summary>The collection that it makes; null: none.</summary>
    public string? CollectionId { get; init; }

    public IReadOnlyList<(string Name, string Message)> Errors { get; init; } = [];

    public DateTimeOffset CreatedAt => Steps[0].At;

    /// <summary>The state at a moment.</summary>
    public ProcessingMoment At(DateTimeOffset now)
    {
        var passed = Steps.TakeWhile(step => step.At <= now).DefaultIfEmpty(Steps[0]).ToList();
        DateTimeOffset? TimeOf(params string[] statuses) =>
            passed.Where(step => statuses.Contains(step.Status)).Select(step => (DateTimeOffset?)step.At).FirstOrDefault();
        return new ProcessingMoment(passed[^1].Status, TimeOf("running"), TimeOf(Ended), passed[^1].At);
    }
}

/// <summary>A processing job at a moment.</summary>
internal sealed record ProcessingMoment(string Status, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Whether its result is there.</summary>
    public bool HasResult => Status is "successful" or "captured";

    /// <summary>Whether what went wrong is known.</summary>
    public bool HasErrors => Status is "invalid" or "rejected" or "unlicensed" or "failed" or "released";

    /// <summary>Seconds of work until the end, or until now.</summary>
    public double Seconds(DateTimeOffset now) => StartedAt is { } start ? ((FinishedAt ?? now) - start).TotalSeconds : 0;
}
