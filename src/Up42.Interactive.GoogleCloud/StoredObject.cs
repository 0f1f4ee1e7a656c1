using System.Text.Json;
using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>What the service says of an object that it stored. Source: the JSON API's resource "object".</summary>
internal sealed record StoredObject
{
    public string? Generation { get; init; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public long? Size { get; init; }

    [JsonPropertyName("crc32c")]
    public string? Crc32C { get; init; }

    [JsonPropertyName("md5Hash")]
    public string? Md5 { get; init; }

    public static StoredObject Parse(Stream json) =>
        JsonSerializer.Deserialize(json, StoredObjectJson.Default.StoredObject) ?? throw new JsonException("An object is null.");

    /// <summary>In what the object differs from what was sent, in words; null where it is the same.</summary>
    public string? DifferenceTo(HashingStream sent) =>
        Size is { } size && size != sent.Count ? $"{size} of {sent.Count} bytes are stored"
        : Crc32C is null && Md5 is null ? "the service tells no checksum"
        : Crc32C is not null && Crc32C != sent.Crc32C ? $"the CRC-32C is {SingleLine.Format(Crc32C)}, not {sent.Crc32C}"
        : Md5 is not null && Md5 != sent.Md5 ? $"the MD5 is {SingleLine.Format(Md5)}, not {sent.Md5}"
        : null;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredObject))]
internal sealed partial class StoredObjectJson : JsonSerializerContext;
