using System.Text.Json;
using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>The facts of a job as the server last gave them, or as they were saved beside its results.</summary>
public sealed record JobInfo
{
    /// <summary>The job's id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The short id that UP42's console shows, where there is one.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? DisplayId { get; init; }

    /// <summary>The name given when it was run.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Name { get; init; }

    /// <summary>A description, where somebody wrote one.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Description { get; init; }

    /// <summary>A real run or a test run.</summary>
    public JobMode Mode { get; init; }

    /// <summary>The status at that time.</summary>
    public JobStatus Status { get; init; }

    /// <summary>When it was created, UTC.</summary>
    [JsonConverter(typeof(WireDateConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it began to work, UTC; null before that.</summary>
    [JsonConverter(typeof(WireDateConverter))]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, UTC; null before that.</summary>
    [JsonConverter(typeof(WireDateConverter))]
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The id of the workflow that was run.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? WorkflowId { get; init; }

    /// <summary>The name of that workflow.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? WorkflowName { get; init; }

    /// <summary>The project's id, where the server says it.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? ProjectId { get; init; }

    /// <summary>The input parameters: an object with one member per task, <c>{"task-name:1": {…}}</c>.</summary>
    public JsonElement? Inputs { get; init; }

    /// <summary>Everything the server said, fields unknown to this library included.</summary>
    [JsonIgnore]
    public JsonElement Raw { get; init; }

    /// <summary>Whether it will not change any more: by its status, or by an end where the status is not known.</summary>
    [JsonIgnore]
    internal bool HasEnded => Status.IsTerminal || (!Status.IsKnown && FinishedAt is not null);

    /// <summary>Reads a job from its JSON.</summary>
    /// <param name="json">One job object of the wire.</param>
    /// <exception cref="JsonException">It is not a job: the id is missing, or a field has another type.</exception>
    public static JobInfo Parse(JsonElement json) => Read(json) with { Raw = json.Clone() };

    /// <summary>Name, id and status in one line.</summary>
    public override string ToString() => SingleLine.Format($"{Name} {Id}: {Status}".TrimStart());

    private static JobInfo Read(JsonElement json) =>
        json.Deserialize(ModelJson.Default.JobInfo) ?? throw new JsonException("A job is null.");
}
