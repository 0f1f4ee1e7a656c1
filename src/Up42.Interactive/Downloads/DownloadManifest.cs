using System.Text.Json;
using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>
/// The list of what a download brings to a folder, written before the files get their places: where all of them are there, the download
/// is complete; where some are missing, those that are there are its own all the same. Somebody else may have written it: it is not trusted.
/// </summary>
internal sealed record DownloadManifest
{
    public const string FileName = ResultsLayout.DownloadJson;

    private const long MaxLength = 64 << 20;

    /// <summary>What was downloaded, for example <c>job 7b…</c>.</summary>
    public required string Of { get; init => field = SecretText.Hide(value); }

    /// <summary>The files' lengths in bytes, by path relative to the folder, with forward slashes.</summary>
    public required IReadOnlyDictionary<string, long> Files { get; init; }

    /// <summary>The manifest of a folder; null where there is none, or none that can be read.</summary>
    public static DownloadManifest? Find(string folder)
    {
        try
        {
            var path = Path.Combine(folder, FileName);
            return FileEntry.IsFile(path) && new FileInfo(path).Length <= MaxLength
                ? JsonSerializer.Deserialize(File.ReadAllBytes(path), DownloadJson.Default.DownloadManifest)
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a folder holds the whole of an earlier download.</summary>
    public static bool IsComplete(string folder, string of) =>
        Find(folder) is { } manifest && manifest.IsOf(of) && manifest.Files.Count > 0 && manifest.Files.All(file => HasLength(folder, file.Key, file.Value));

    /// <summary>Whether it lists what such a download brought.</summary>
    public bool IsOf(string of) => Of == SecretText.Hide(of);

    public void Save(string folder) =>
        AtomicFile.Write(Path.Combine(folder, FileName), file => JsonSerializer.Serialize(file, this, DownloadJson.Default.DownloadManifest));

    private static bool HasLength(string folder, string path, long length) =>
        new FileInfo(Path.Combine(folder, path)) is { Exists: true } file && file.Length == length;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DownloadManifest))]
internal sealed partial class DownloadJson : JsonSerializerContext;
