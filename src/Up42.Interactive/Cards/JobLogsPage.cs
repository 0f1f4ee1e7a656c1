using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The interactive page of logs: <c>logs-view.ts</c> reads its data.</summary>
internal static class JobLogsPage
{
    private const int MaxLines = 20_000;
    private const int MaxTasks = 500;
    private const int MinInteractiveLines = 12;
    private const int MaxLineLength = 2000;
    private const int Height = 480;
    private const long MaxCharacters = 2_000_000;

    /// <summary>The display: static alone where there are few lines.</summary>
    public static Fragment Fragment(string caption, Html answer, IReadOnlyList<JobTaskLog> logs)
    {
        var lines = logs.Select(log => log.Lines.Count).DefaultIfEmpty().Max();
        return lines <= MinInteractiveLines || logs.Count > MaxTasks
            ? new Fragment { Static = answer }
            : CardPage.Fragment(caption, answer, JobLogsHtml.Beginning(caption, logs), Height, Most(logs, lines), (writer, most) => Write(writer, caption, logs, most));
    }

    // Halving from far too much would compress it all over and over.
    private static int Most(IReadOnlyList<JobTaskLog> logs, int lines)
    {
        var average = 1 + (logs.Sum(log => log.Lines.Sum(line => (long)int.Min(line.Text.Length, MaxLineLength))) / lines);
        return (int)Math.Clamp(MaxCharacters / average, 1, int.Min(lines, MaxLines));
    }

    private static void Write(Utf8JsonWriter writer, string caption, IReadOnlyList<JobTaskLog> logs, int most)
    {
        writer.WriteStartObject();
        writer.WriteString("caption", SafeText.Clean(caption));
        writer.WriteStartArray("tasks");
        foreach (var log in logs)
        {
            Task(writer, log, most);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Task(Utf8JsonWriter writer, JobTaskLog log, int most)
    {
        var (color, mark) = StatusHtml.Look(log.Task.Status);
        writer.WriteStartObject();
        writer.WriteString("title", SafeText.Clean(log.Task.Title));
        writer.WriteString("status", SafeText.Clean(log.Task.Status.Value));
        writer.WriteString("color", color);
        writer.WriteString("mark", mark);
        writer.WriteString("about", JobLogs.Describe(log.Lines));
        writer.WriteBoolean("open", log.Task.Status.IsFailed);
        writer.WriteNumber("first", int.Max(0, log.Lines.Count - most) + 1);
        writer.WriteStartArray("lines");
        foreach (var line in log.Lines.TakeLast(most))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue((int)line.Level);
            writer.WriteStringValue(SafeText.Clean(line.Text, MaxLineLength));
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
