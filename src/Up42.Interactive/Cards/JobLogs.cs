namespace Up42.Interactive;

/// <summary>The logs of a job, one per task.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class JobLogs : IDisplay
{
    internal JobLogs(string jobId, IReadOnlyList<JobTaskLog> tasks) => (JobId, Tasks) = (jobId, tasks);

    /// <summary>The job's id.</summary>
    public string JobId { get; }

    /// <summary>The logs in the order of the tasks.</summary>
    public IReadOnlyList<JobTaskLog> Tasks { get; }

    /// <summary>All logs as plain text, each under a line that names its task.</summary>
    public string Text => string.Join("\n", Tasks.Select(log => $"--- {log.Task.Title} ({log.Task.Id}): {log.Task.Status}\n{log.Text.TrimEnd()}\n"));

    /// <summary>The log of one task.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <exception cref="ArgumentException">The job has no such task; the message lists those it has.</exception>
    public JobTaskLog this[string taskId]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(taskId);
            return Tasks.FirstOrDefault(log => log.Task.Id == taskId) ?? throw new ArgumentException(
                $"Job {JobId} has no log of a task {taskId}; it has: {string.Join(", ", Tasks.Select(log => log.Task.Id))}.", nameof(taskId));
        }
    }

    /// <summary>For example <c>Logs of job 7b…: 2 tasks, 230 lines, 2 errors</c>; <see cref="Text"/> is the whole.</summary>
    public override string ToString() =>
        SingleLine.Format($"Logs of job {JobId}: {DisplayText.Count(Tasks.Count, "task")}, {Describe([.. Tasks.SelectMany(log => log.Lines)])}");

    /// <inheritdoc/>
    public string ToHtml() => JobLogsPage.Create(ToString(), JobLogsHtml.Render(this), Tasks).ToHtml();

    internal static string Describe(IReadOnlyList<JobLogLine> lines)
    {
        var errors = lines.Count(line => line.Level >= JobLogLevel.Error);
        return DisplayText.Count(lines.Count, "line") + (errors == 0 ? "" : ", " + DisplayText.Count(errors, "error"));
    }
}
