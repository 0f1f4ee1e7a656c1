namespace Up42.Interactive;

/// <summary>Logs, each folded; that of a failed task is open. Of long logs the end is shown, where the reason is.</summary>
internal static class JobLogsHtml
{
    private const int MaxTasks = 50;
    private const int OpenLines = 30;
    private const int MaxLines = 200;
    private const int MaxCharacters = 40_000;
    private const int MaxLineLength = 1000;

    public static Html Render(JobLogs logs) => Html.Format($"<p>{logs.ToString()}</p>{logs.Tasks.Take(MaxTasks).Select(Task)}{Rest(logs.Tasks)}");

    /// <summary>The ends of the logs alone, for a frame whose scripts show all.</summary>
    public static Html Beginning(string caption, IReadOnlyList<JobTaskLog> logs) =>
        Html.Format($"<p>{caption}</p>{logs.Take(MaxTasks).Select(Last)}{Rest(logs)}");

    public static Html Task(JobTaskLog log) => Task(log, Lines(log));

    private static Html Last(JobTaskLog log) => Task(log, Html.Format($"<pre>{Tail(log.Lines).TakeLast(OpenLines).Select(Line)}</pre>"));

    private static Html Rest(IReadOnlyList<JobTaskLog> logs) =>
        logs.Count <= MaxTasks
            ? Html.Empty
            : Html.Format($"<p>{DisplayText.Count(logs.Count - MaxTasks, "more task")} not shown; <code>Text</code> has all logs.</p>");

    private static Html Task(JobTaskLog log, Html lines)
    {
        var summary = Html.Format($"{SingleLine.Format(log.Task.Title)} {StatusHtml.Render(log.Task.Status)} {JobLogs.Describe(log.Lines)}");
        var open = Html.Trusted(log.Task.Status.IsFailed ? " open" : "");
        return Html.Format($"<details{open}><summary>{summary}</summary>{lines}</details>");
    }

    private static Html Lines(JobTaskLog log)
    {
        var shown = Tail(log.Lines);
        if (shown.Count == 0)
        {
            return Html.Format($"<p>The log is empty.</p>");
        }

        var notice = shown.Count == log.Lines.Count
            ? Html.Empty
            : Html.Format($"<p>The last {shown.Count} of {DisplayText.Count(log.Lines.Count, "line")}; <code>Text</code> has them all.</p>");
        var earlier = shown.Count - OpenLines;
        var folded = earlier <= 0
            ? Html.Empty
            : Html.Format(
                $"<details><summary>Show {DisplayText.Count(earlier, "earlier line")}</summary><pre>{shown.Take(earlier).Select(Line)}</pre></details>");
        return Html.Format($"{notice}{folded}<pre>{shown.TakeLast(OpenLines).Select(Line)}</pre>");
    }

    private static List<JobLogLine> Tail(IReadOnlyList<JobLogLine> lines)
    {
        var (first, characters) = (lines.Count, 0);
        while (first > 0 && lines.Count - first < MaxLines && (characters += int.Min(lines[first - 1].Text.Length, MaxLineLength)) <= MaxCharacters)
        {
            first--;
        }

        return [.. lines.Skip(first)];
    }

    private static Html Line(JobLogLine line)
    {
        var text = SafeText.Clean(line.Text, MaxLineLength);
        var kind = line.Level switch
        {
            >= JobLogLevel.Error => "bad",
            JobLogLevel.Warning => "warn",
            JobLogLevel.Debug => "quiet",
            _ => null,
        };
        return kind is null ? Html.Format($"{text}\n") : Html.Format($"""<span class="u42-is-{kind}">{text}</span>{"\n"}""");
    }
}
