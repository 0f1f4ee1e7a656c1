using System.Text.Json;
using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>The facts of a project as the server last gave them.</summary>
public sealed record ProjectInfo
{
    /// <summary>The project's id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The project's name.</summary>
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

    /// <summary>Reads a project from its JSON.</summary>
    /// <param name="json">One project object of the wire.</param>
    /// <exception cref="JsonException">It is not a project: the id is missing, or a field has another type.</exception>
    public static ProjectInfo Parse(JsonElement json) => Read(json) with { Raw = json.Clone() };

    /// <summary>Name and id in one line.</summary>
    public override string ToString() => SingleLine.Format($"{Name} {Id}".TrimStart());

    private static ProjectInfo Read(JsonElement json) =>
        json.Deserialize(ModelJson.Default.ProjectInfo) ?? throw new JsonException("A project is null.");
}
