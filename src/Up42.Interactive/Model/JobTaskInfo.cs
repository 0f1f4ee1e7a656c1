using System.Text.Json;
using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>The facts of a job task, that is of one block's run in a job.</summary>
public sealed record JobTaskInfo
{
    /// <summary>The task's id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The task's name in the workflow, for example <c>sentinelhub-s2-aoiclipped:1</c>.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Name { get; init; }

    /// <summary>The status at that time.</summary>
    public JobStatus Status { get; init; }

    /// <summary>When it began to work, UTC; null before that.</summary>
    [JsonConverter(typeof(WireDateConverter))]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, UTC; null before that.</summary>
    [JsonConverter(typeof(WireDateConverter))]
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The block that ran.</summary>
    public JobBlock? Block { get; init; }

    /// <summary>The version of that block, for example <c>1.2.0</c>.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? BlockVersion { get; init; }

    /// <summary>The ids of the tasks whose output this one took; empty for the first.</summary>
    [JsonPropertyName("parentsIds")]
    public IReadOnlyList<string>? ParentIds { get; init; }

    /// <summary>Everything the server said, fields unknown to this library included.</summary>
    [JsonIgnore]
    public JsonElement Raw { get; init; }

    /// <summary>The block's name for readers; the task's own name where there is none.</summary>
    [JsonIgnore]
    public string Title => Block?.DisplayName ?? Block?.Name ?? Name ?? Id;

    /// <summary>Reads a task from its JSON.</summary>
    /// <param name="json">One task object of the wire.</param>
    /// <exception cref="JsonException">It is not a task: the id is missing, or a field has another type.</exception>
    public static JobTaskInfo Parse(JsonElement json) => Read(json) with { Raw = json.Clone() };

    /// <summary>Name, id and status in one line.</summary>
    public override string ToString() => SingleLine.Format($"{Title} {Id}: {Status}");

    private static JobTaskInfo Read(JsonElement json) =>
        json.Deserialize(ModelJson.Default.JobTaskInfo) ?? throw new JsonException("A job task is null.");
}
