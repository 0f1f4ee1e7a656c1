namespace Up42.Interactive;

/// <summary>The log of one job task.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class JobTaskLog : IDisplay
{
    private readonly Lazy<IReadOnlyList<JobLogLine>> _lines;

    internal JobTaskLog(JobTaskInfo task, string text)
    {
        (Task, Text) = (task, text);
        _lines = new(() => Split(text));
    }

    /// <summary>The task that wrote it.</summary>
    public JobTaskInfo Task { get; }

    /// <summary>The whole log.</summary>
    public string Text { get; }

    /// <summary>The log by lines.</summary>
    public IReadOnlyList<JobLogLine> Lines => _lines.Value;

    /// <inheritdoc/>
    public string ToHtml() => JobLogsPage.Create(ToString(), JobLogsHtml.Task(this), [this]).ToHtml();

    /// <summary>For example <c>Sharpening: FAILED, 214 lines, 2 errors</c>.</summary>
    public override string ToString() => SingleLine.Format($"{Task.Title}: {Task.Status}, {JobLogs.Describe(Lines)}");

    private static List<JobLogLine> Split(string text)
    {
        var lines = new List<JobLogLine>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            lines.Add(JobLogLine.Parse(line.ToString()));
        }

        if (lines is [.., { Text.Length: 0 }])
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }
}
