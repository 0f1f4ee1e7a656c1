using System.Text.Json.Serialization;

namespace Up42.Interactive;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JobInfo))]
[JsonSerializable(typeof(JobTaskInfo))]
[JsonSerializable(typeof(JobCredits))]
[JsonSerializable(typeof(ProjectInfo))]
[JsonSerializable(typeof(ProjectSetting))]
[JsonSerializable(typeof(WorkflowInfo))]
[JsonSerializable(typeof(WorkflowTaskInfo))]
internal sealed partial class ModelJson : JsonSerializerContext;
