using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The file <c>processing-job.json</c> beside results: what was known of their processing job.</summary>
internal static class ProcessingJobFile
{
    public const string Name = "processing-job.json";
    private const long MaxLength = 32 << 20;

    /// <summary>What a folder's file says; null where there is none. A file of that name that is something else is just a file.</summary>
    public static ProcessingJobSnapshot? Find(string folder)
    {
        try
        {
            var file = new FileInfo(Path.Combine(folder, Name));
            if (!FileEntry.IsFile(file.FullName) || file.Length > MaxLength)
            {
                return null;
            }

            using var json = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
            return ProcessingJobSnapshot.Parse(json.RootElement);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Writes the file into a folder that is there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="job">What is known.</param>
    /// <param name="clean">Takes secrets out of a text.</param>
    public static void Save(string folder, ProcessingJobSnapshot job, Func<string, string> clean) => AtomicFile.Write(Path.Combine(folder, Name), file =>
    {
        using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteString("seenAt", job.SeenAt);
        writer.WritePropertyName("job");
        JsonSanitizer.Write(writer, job.Info.Raw, clean);
        writer.WriteEndObject();
    });
}
