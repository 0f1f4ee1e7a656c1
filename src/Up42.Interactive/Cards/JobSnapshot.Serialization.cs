using System.Text.Json;

namespace Up42.Interactive;

// The file job.json beside downloaded results. Job, tasks and credits are kept as the server wrote them.
public sealed partial record JobSnapshot
{
    /// <summary>Reads what <see cref="WriteTo(Utf8JsonWriter)"/> wrote.</summary>
    /// <param name="json">The root of a <c>job.json</c>.</param>
    /// <exception cref="JsonException">It is something else.</exception>
    public static JobSnapshot Parse(JsonElement json)
    {
        try
        {
            return Read(json);
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException)
        {
            throw new JsonException($"A field has another type: {error.Message}", error);
        }
    }

    /// <summary>Writes everything as one JSON object, without the signatures of URLs.</summary>
    /// <param name="writer">Where to; it is not flushed.</param>
    public void WriteTo(Utf8JsonWriter writer) => WriteTo(writer, SecretText.Hide);

    internal void WriteTo(Utf8JsonWriter writer, Func<string, string> clean)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("projectId", clean(ProjectId));
        writer.WriteString("seenAt", SeenAt);
        writer.WritePropertyName("job");
        JsonSanitizer.Write(writer, Info.Raw, clean);
        if (Tasks is not null)
        {
            writer.WriteStartArray("tasks");
            foreach (var task in Tasks)
            {
                JsonSanitizer.Write(writer, task.Raw, clean);
            }

            writer.WriteEndArray();
        }

        if (Logs is not null)
        {
            writer.WriteStartObject("logs");
            foreach (var log in Logs.Tasks)
            {
                writer.WriteString(clean(log.Task.Id), clean(log.Text));
            }

            writer.WriteEndObject();
        }

        if (Credits is not null)
        {
            writer.WritePropertyName("credits");
            JsonSanitizer.Write(writer, Credits.Raw, clean);
        }

        writer.WriteEndObject();
    }

    private static JobSnapshot Read(JsonElement json)
    {
        var info = JobInfo.Parse(Member(json, "job") ?? throw new JsonException("There is no job in it."));
        IReadOnlyList<JobTaskInfo>? tasks = Member(json, "tasks") is { } list ? [.. list.EnumerateArray().Select(JobTaskInfo.Parse)] : null;
        return new JobSnapshot
        {
            Info = info,
            ProjectId = Member(json, "projectId")?.GetString() ?? throw new JsonException("There is no project in it."),
            SeenAt = Member(json, "seenAt")?.GetDateTimeOffset() ?? throw new JsonException("There is no time in it."),
            Tasks = tasks,
            Logs = Member(json, "logs") is { } logs ? new JobLogs(info.Id, [.. ReadLogs(tasks ?? [], logs)]) : null,
            Credits = Member(json, "credits") is { } credits ? JobCredits.Parse(credits) : null,
        };
    }

    private static IEnumerable<JobTaskLog> ReadLogs(IReadOnlyList<JobTaskInfo> tasks, JsonElement logs)
    {
        var texts = logs.EnumerateObject().GroupBy(log => log.Name).ToDictionary(group => group.Key, group => group.Last().Value.GetString() ?? "");
        return tasks.Where(task => texts.ContainsKey(task.Id)).Select(task => new JobTaskLog(task, texts[task.Id]));
    }

    private static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
