using System.Text.Json.Serialization;

namespace Up42.Interactive;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JobInfo))]
[JsonSerializable(typeof(JobTaskInfo))]
[JsonSerializable(typeof(JobCredits))]
internal sealed partial class ModelJson : JsonSerializerContext;
