using System.Net.Http.Headers;
using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>What a server says of a file: its version, length and checksums, as far as it does.</summary>
internal sealed record RemoteFileInfo
{
    /// <summary>The strong ETag of this version; null where there is none, and then the file is not resumed.</summary>
    public string? ETag { get; init; }

    /// <summary>Bytes of the whole.</summary>
    public long? Length { get; init; }

    /// <summary>Base64 of the big-endian CRC-32C.</summary>
    public string? Crc32C { get; init; }

    /// <summary>Base64 of the MD5.</summary>
    public string? Md5 { get; init; }

    [JsonIgnore]
    public EntityTagHeaderValue? Version => ETag is null ? null : EntityTagHeaderValue.Parse(ETag);

    /// <summary>Whether two responses speak of the same bytes, as far as they tell.</summary>
    public bool IsVersionOf(RemoteFileInfo other) => ETag is null
        ? this == other
        : ETag == other.ETag && (Length is null || other.Length is null || Length == other.Length);

    /// <summary>What a response says of the whole file, though it may bring a part.</summary>
    public static RemoteFileInfo Parse(HttpResponseMessage response)
    {
        // What storage unpacks on the way is neither of the stored length nor has it the stored checksums.
        var range = response.Content.Headers.ContentRange;
        var isAsStored = Header(response, "x-goog-stored-content-encoding") is null or "identity";
        var hashes = isAsStored ? Header(response, "x-goog-hash")?.Split(',', StringSplitOptions.TrimEntries) ?? [] : [];
        var stored = isAsStored && long.TryParse(Header(response, "x-goog-stored-content-length"), out var length) ? length : (long?)null;
        return new RemoteFileInfo
        {
            ETag = isAsStored && response.Headers.ETag is { IsWeak: false } tag ? tag.ToString() : null,
            Length = (range is null ? response.Content.Headers.ContentLength : range.Length) ?? stored,
            Crc32C = Hash("crc32c="),
            Md5 = Hash("md5="),
        };

        string? Hash(string name) => Array.Find(hashes, hash => hash.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RemoteFileInfo))]
internal sealed partial class StoredFileJson : JsonSerializerContext;
