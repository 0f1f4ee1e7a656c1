using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>A job: a plan and the time it began. What it is at a moment follows from the clock.</summary>
internal sealed class JobRun
{
    private readonly Lock _lock = new();
    private DateTimeOffset? _canceledAt;

    public required string Id { get; init; }

    public required WorkflowPlan Workflow { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required IReadOnlyList<TaskPlan> Tasks { get; init; }

    public string Mode { get; init; } = "DEFAULT";

    public JsonNode? Inputs { get; init; }

    public decimal Credits { get; init; }

    public string Description { get; init; } = "";

    /// <summary>True when a request has started it, false for those that were there from the start.</summary>
    public bool WasRun { get; init; }

    /// <summary>Whom it was stopped by at its creation: a job that lies there canceled.</summary>
    public TimeSpan? CanceledAfter
    {
        init => _canceledAt = CreatedAt + value;
    }

    /// <summary>How many times faster than usual it waits for its turn; how long its tasks take, they say.</summary>
    public double Speed { get; init; } = 1;

    public string DisplayId => Id[..8];

    public DateTimeOffset StartedAt => CreatedAt + NotStarted + Pending;

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset EndsAt => TaskTimes.LastOrDefault(times => times.Began).End is var end && end == default ? StartedAt : end;

    private TimeSpan NotStarted => TimeSpan.FromSeconds(2) / Speed;

    private TimeSpan Pending => TimeSpan.FromSeconds(5) / Speed;

    private TimeSpan Canceling => TimeSpan.FromSeconds(4) / Speed;

    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End, bool Began)> TaskTimes
    {
        get
        {
            var (start, began) = (StartedAt, true);
            foreach (var task in Tasks)
            {
                yield return (start, start + task.Duration, began);
                (start, began) = (start + task.Duration, began && !task.Fails);
            }
        }
    }

    /// <summary>The state at a moment.</summary>
    public JobMoment At(DateTimeOffset now)
    {
        var canceledAt = CanceledAt;
        var seen = canceledAt < now ? canceledAt.Value : now;
        var tasks = Tasks.Zip(TaskTimes, (task, times) => TaskAt(task, times, seen, canceledAt <= now)).ToList();
        var end = EndsAt;
        var (status, finished) = canceledAt switch
        {
            { } stop when stop + Canceling <= now => ("CANCELLED", stop + Canceling),
            { } stop when stop <= now => ("CANCELLING", (DateTimeOffset?)null),
            _ when now < CreatedAt + NotStarted => ("NOT STARTED", null),
            _ when now < StartedAt => ("PENDING", null),
            _ when now < end => ("RUNNING", null),
            _ => (Tasks.Any(task => task.Fails) ? "FAILED" : "SUCCEEDED", end),
        };
        return new JobMoment(status, seen < StartedAt ? null : StartedAt, finished, tasks);
    }

    /// <summary>Asks it to stop; false when it has come to an end already.</summary>
    public bool Cancel(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (now >= EndsAt || _canceledAt + Canceling <= now)
            {
                return false;
            }

            _canceledAt ??= now;
            return true;
        }
    }

    private DateTimeOffset? CanceledAt
    {
        get
        {
            lock (_lock)
            {
                return _canceledAt;
            }
        }
    }

    private static TaskMoment TaskAt(TaskPlan task, (DateTimeOffset Start, DateTimeOffset End, bool Began) times, DateTimeOffset now, bool stopped)
    {
        if (!times.Began || now < times.Start)
        {
            return new TaskMoment(task, stopped ? "CANCELLED" : "NOT STARTED", null, null, 0);
        }

        var share = Math.Min(1, (now - times.Start) / task.Duration);
        return share < 1
            ? new TaskMoment(task, stopped ? "CANCELLED" : "RUNNING", times.Start, stopped ? now : null, share)
            : new TaskMoment(task, task.Fails ? "FAILED" : "SUCCEEDED", times.Start, times.End, 1);
    }
}

/// <summary>A job at a moment.</summary>
internal sealed record JobMoment(string Status, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, IReadOnlyList<TaskMoment> Tasks)
{
    public bool IsTerminal => FinishedAt is not null;
}

/// <summary>A task at a moment; <paramref name="Share"/> of its work is done.</summary>
internal sealed record TaskMoment(TaskPlan Plan, string Status, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, double Share);
