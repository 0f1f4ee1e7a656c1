namespace Up42.Interactive;

/// <summary>The tasks of a job as a row of steps, which wraps where it is narrow; a plain numbered list where styles are stripped.</summary>
internal static class StepsHtml
{
    private const int MaxSteps = 50;

    /// <param name="tasks">The tasks.</param>
    /// <param name="seenAt">What the time of a running task is counted to.</param>
    public static Html Render(IReadOnlyList<JobTaskInfo> tasks, DateTimeOffset seenAt)
    {
        var steps = InOrder(tasks);
        var rest = steps.Count - MaxSteps;
        var items = steps.Take(MaxSteps).Select((task, index) => Step(task, index > 0, seenAt));
        var note = rest <= 0 ? Html.Empty : Html.Format($"<p>{DisplayText.Count(rest, "more task")} not shown.</p>");
        return Html.Format(
            $"""<p><b>{DisplayText.Count(tasks.Count, "task")}</b></p>"""
            + $"""<ol style="display:flex;flex-wrap:wrap;list-style-type:none;margin:0 0 6px 0;padding:0">{items}</ol>{note}""");
    }

    /// <summary>Parents before children, else as the server gave them; a circle is cut at its first task.</summary>
    private static List<JobTaskInfo> InOrder(IReadOnlyList<JobTaskInfo> tasks)
    {
        var ids = tasks.Select(task => task.Id).ToHashSet();
        var waitsFor = tasks.Select(task => (task.ParentIds ?? []).Where(parent => parent != task.Id && ids.Contains(parent)).Distinct().ToList()).ToList();
        var children = waitsFor.SelectMany((parents, child) => parents.Select(parent => (parent, child))).ToLookup(pair => pair.parent, pair => pair.child);
        var (open, done, ready) = (waitsFor.Select(parents => parents.Count).ToArray(), new HashSet<string>(), new PriorityQueue<int, int>());
        var (ordered, isPlaced) = (new List<JobTaskInfo>(tasks.Count), new bool[tasks.Count]);
        ready.EnqueueRange(Enumerable.Range(0, tasks.Count).Where(index => open[index] == 0).Select(index => (index, index)));
        for (var first = 0; ordered.Count < tasks.Count;)
        {
            if (!ready.TryDequeue(out var next, out _))
            {
                next = first = Array.IndexOf(isPlaced, false, first);
            }

            if (isPlaced[next])
            {
                continue;
            }

            isPlaced[next] = true;
            ordered.Add(tasks[next]);
            foreach (var child in done.Add(tasks[next].Id) ? children[tasks[next].Id] : [])
            {
                if (--open[child] == 0)
                {
                    ready.Enqueue(child, child);
                }
            }
        }

        return ordered;
    }

    private static Html Step(JobTaskInfo task, bool follows, DateTimeOffset seenAt)
    {
        var arrow = follows ? Html.Trusted("""<span aria-hidden="true" style="padding:0 9px">→</span>""") : Html.Empty;
        return Html.Format(
            $"""<li style="display:flex;align-items:center;margin:0 0 8px 0">{arrow}"""
                + $"""<div style="border:1px solid #8592a1;border-radius:7px;padding:6px 11px"><b>{SingleLine.Format(task.Title)}</b> """
                + $"""{SingleLine.Format(task.BlockVersion ?? "")}"""
                + $"""<br>{StatusHtml.Render(task.Status)} {Time(task, seenAt)}<br>{FactsHtml.Code(SingleLine.Format(task.Id))}</div></li>{'\n'}""");
    }

    private static string Time(JobTaskInfo task, DateTimeOffset seenAt) => task switch
    {
        { StartedAt: { } start, FinishedAt: { } end } when end >= start => DisplayText.Duration(end - start),
        { StartedAt: { } start, Status.IsTerminal: false } when seenAt >= start => $"{DisplayText.Duration(seenAt - start)} so far",
        _ => "",
    };
}
