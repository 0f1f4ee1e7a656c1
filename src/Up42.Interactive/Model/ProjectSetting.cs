using System.Text.Json;
using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>A setting of a project.</summary>
public sealed record ProjectSetting
{
    internal const string MaxConcurrentJobs = "MAX_CONCURRENT_JOBS";

    /// <summary>Its name, for example <c>MAX_CONCURRENT_JOBS</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its value as the server writes it.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Value { get; init; }

    /// <summary>For example <c>MAX_CONCURRENT_JOBS = 10</c>.</summary>
    public override string ToString() => SingleLine.Format($"{Name} = {Value}");

    internal static ProjectSetting Parse(JsonElement json) =>
        json.Deserialize(ModelJson.Default.ProjectSetting) ?? throw new JsonException("A setting is null.");
}
