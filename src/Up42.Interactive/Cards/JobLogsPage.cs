namespace Up42.Interactive;

/// <summary>The interactive page of logs: <c>logs-view.ts</c> shows its data.</summary>
internal static class JobLogsPage
{
    private const int MaxLines = 20_000;
    private const int MaxTasks = 500;
    private const int MinInteractiveLines = 12;
    private const int MaxLineLength = 2000;
    private const int Height = 480;
    private const long MaxCharacters = 2_000_000;

    /// <summary>The display: static alone where there are few lines.</summary>
    public static Fragment Create(string caption, Html staticHtml, IReadOnlyList<JobTaskLog> logs)
    {
        var lines = logs.Select(log => log.Lines.Count).DefaultIfEmpty().Max();
        return lines <= MinInteractiveLines || logs.Count > MaxTasks
            ? new Fragment { Static = staticHtml }
            : CardPage.Create(
                caption,
                staticHtml,
                JobLogsHtml.Beginning(caption, logs),
                Height,
                StartingLines(logs, lines),
                maxLines => new JobLogsData(caption, [.. logs.Select(log => Task(log, maxLines))]),
                JobLogsJson.Default.JobLogsData);
    }

    // Halving from far too much would compress it all over and over.
    private static int StartingLines(IReadOnlyList<JobTaskLog> logs, int lines)
    {
        var average = 1 + (logs.Sum(log => log.Lines.Sum(line => (long)int.Min(line.Text.Length, MaxLineLength))) / lines);
        return (int)Math.Clamp(MaxCharacters / average, 1, int.Min(lines, MaxLines));
    }

    private static TaskLogData Task(JobTaskLog log, int maxLines)
    {
        var (color, mark) = StatusHtml.Appearance(log.Task.Status);
        var lines = log.Lines.TakeLast(maxLines).ToList();
        return new TaskLogData(
            log.Task.Title,
            log.Task.Status.Value,
            color,
            mark,
            JobLogs.Describe(log.Lines),
            log.Task.Status.IsFailed,
            int.Max(0, log.Lines.Count - maxLines) + 1,
            ShownLevels(lines),
            [.. lines.Select(line => SafeText.Clean(line.Text, MaxLineLength))]);
    }

    // A line without a level, such as those of a traceback, belongs to the one above: chosen with it, marked as it is.
    private static int[] ShownLevels(List<JobLogLine> lines)
    {
        var levels = new int[lines.Count];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = lines[i].Level == JobLogLevel.None && i > 0 ? levels[i - 1] : (int)lines[i].Level;
        }

        return levels;
    }
}
