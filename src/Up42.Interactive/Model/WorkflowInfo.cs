using System.Text.Json;
using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>The facts of a workflow as the server last gave them.</summary>
public sealed record WorkflowInfo
{
    /// <summary>The workflow's id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The workflow's name.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Name { get; init; }

    /// <summary>A description, where somebody wrote one.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Description { get; init; }

    /// <summary>When it was made, UTC.</summary>
    [JsonConverter(typeof(WireDateConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Everything the server said, fields unknown to this library included.</summary>
    [JsonIgnore]
    public JsonElement Raw { get; init; }

    /// <summary>Reads a workflow from its JSON.</summary>
    /// <param name="json">One workflow object of the wire.</param>
    /// <exception cref="JsonException">It is not a workflow: the id is missing, or a field has another type.</exception>
    public static WorkflowInfo Parse(JsonElement json) => Read(json) with { Raw = json.Clone() };

    /// <summary>Name and id in one line.</summary>
    public override string ToString() => SingleLine.Format($"{Name} {Id}".TrimStart());

    private static WorkflowInfo Read(JsonElement json) =>
        json.Deserialize(ModelJson.Default.WorkflowInfo) ?? throw new JsonException("A workflow is null.");
}
