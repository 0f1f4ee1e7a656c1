using System.Text.Json;
using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>One step of a workflow.</summary>
public sealed record WorkflowTaskInfo
{
    /// <summary>The step's id.</summary>
    public string? Id { get; init; }

    /// <summary>The step's name, the key of its input parameters, for example <c>sentinelhub-s2-aoiclipped:1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The block that the step runs.</summary>
    public JobBlock? Block { get; init; }

    /// <summary>The version of that block.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? BlockVersionTag { get; init; }

    /// <summary>Everything the server said, fields unknown to this library included.</summary>
    [JsonIgnore]
    public JsonElement Raw { get; init; }

    /// <summary>Reads a step from its JSON.</summary>
    /// <param name="json">One workflow task object of the wire.</param>
    /// <exception cref="JsonException">It is not a step: the name is missing, or a field has another type.</exception>
    public static WorkflowTaskInfo Parse(JsonElement json) => Read(json) with { Raw = json.Clone() };

    /// <summary>The step's name.</summary>
    public override string ToString() => SingleLine.Format(Name);

    private static WorkflowTaskInfo Read(JsonElement json) =>
        json.Deserialize(ModelJson.Default.WorkflowTaskInfo) ?? throw new JsonException("A workflow task is null.");
}
