namespace Up42.Interactive;

/// <summary>What was known of a job at one time: its facts, tasks, logs and cost. It is what a card shows, and what is saved beside results.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial record JobSnapshot : IDisplay
{
    /// <summary>The facts.</summary>
    public required JobInfo Info { get; init; }

    /// <summary>The project that the job belongs to.</summary>
    public required string ProjectId { get; init; }

    /// <summary>When the server said so, UTC.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The tasks; null where they were not requested.</summary>
    public IReadOnlyList<JobTaskInfo>? Tasks { get; init; }

    /// <summary>The logs; null where they were not requested.</summary>
    public JobLogs? Logs { get; init; }

    /// <summary>The cost; null where it was not requested.</summary>
    public JobCredits? Credits { get; init; }

    /// <summary>From start to end; while it runs, from start to <see cref="SeenAt"/>; null before the start.</summary>
    public TimeSpan? Duration => (Info.FinishedAt ?? (Info.Status.IsTerminal ? null : SeenAt)) - Info.StartedAt is { } time
        ? time < TimeSpan.Zero ? TimeSpan.Zero : time
        : null;

    /// <summary>The job's card.</summary>
    public string ToHtml() => new Fragment { Static = JobCardHtml.Render(this, Html.Empty) }.ToHtml();

    /// <summary>Name, id and status in one line.</summary>
    public override string ToString() => Info.ToString();
}
