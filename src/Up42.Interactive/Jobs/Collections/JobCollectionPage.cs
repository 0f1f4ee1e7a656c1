using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The interactive table of a job collection: <c>jobs-table.ts</c> reads its data.</summary>
internal static class JobCollectionPage
{
    private const int MaxRows = 2000;
    private const int HeightOfRow = 31;
    private const int HeightOfRest = 150;
    private static readonly string[] Columns = ["name", "status", "created", "duration", "cost", "workflow", "id"];

    /// <summary>The display: static alone where there is nothing to sort.</summary>
    public static Fragment Fragment(JobCollection jobs) => jobs.Count < 2
        ? new Fragment { Static = JobCollectionHtml.Render(jobs) }
        : CardPage.Fragment(
            $"Jobs: {jobs}",
            JobCollectionHtml.Render(jobs),
            JobCollectionHtml.Beginning(jobs),
            int.Min(560, HeightOfRest + (HeightOfRow * jobs.Count)),
            int.Min(jobs.Count, MaxRows),
            (writer, most) => Write(writer, jobs, most));

    private static void Write(Utf8JsonWriter writer, JobCollection jobs, int most)
    {
        writer.WriteStartObject();
        writer.WriteString("caption", jobs.ToString());
        writer.WriteString("totals", JobCollectionHtml.Totals(jobs) + (most < jobs.Count ? $"; the first {most} are shown" : ""));
        writer.WriteStartArray("columns");
        foreach (var column in Columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column);
            writer.WriteBoolean("right", column is "duration" or "cost");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rows");
        foreach (var job in jobs.Take(most))
        {
            writer.WriteStartArray();
            Row(writer, job);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter writer, Job job)
    {
        var (color, mark) = StatusHtml.Look(job.Status);
        Cell(writer, JobCollectionHtml.NameOf(job));
        Cell(writer, job.Status.Value, color: color, mark: mark);
        Cell(writer, job.CreatedAt is { } created ? DisplayText.Date(created) : "", job.CreatedAt?.ToUnixTimeMilliseconds());
        Cell(writer, job.Duration is { } time ? DisplayText.Duration(time) : "", job.Duration?.TotalSeconds);
        Cell(writer, job.Snapshot.Credits?.ToString(), (double?)job.Snapshot.Credits?.CreditsUsed);
        Cell(writer, job.WorkflowName);
        Cell(writer, job.Id, code: true);
    }

    private static void Cell(Utf8JsonWriter writer, string? text, double? key = null, string? color = null, string? mark = null, bool code = false)
    {
        writer.WriteStartObject();
        writer.WriteString("text", SafeText.Clean(text));
        if (key is { } number)
        {
            writer.WriteNumber("key", number);
        }

        if (color is not null)
        {
            writer.WriteString("color", color);
            writer.WriteString("mark", mark);
        }

        if (code)
        {
            writer.WriteBoolean("code", true);
        }

        writer.WriteEndObject();
    }
}
