using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>What the service is told of an object before its bytes.</summary>
internal sealed record ObjectMetadata(string ContentType);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ObjectMetadata))]
internal sealed partial class ObjectMetadataJson : JsonSerializerContext;
