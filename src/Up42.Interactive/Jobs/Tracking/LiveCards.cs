namespace Up42.Interactive;

/// <summary>The cards of work on jobs.</summary>
internal static class LiveCards
{
    /// <summary>A job that somebody waits for.</summary>
    public static LiveCard Job(Job job, TimeSpan waited)
    {
        var time = job.Info.HasEnded
            ? job.Duration is { } ran ? $"ran {DisplayText.Duration(ran)}" : ""
            : $"waiting for {DisplayText.Duration(waited)}";
        return new LiveCard
        {
            Text = SingleLine.Format($"Job {job.Info}{(time.Length == 0 ? "" : $", {time}")}"),
            Line = Html.Format($"Job <b>{SingleLine.Format(job.Name ?? job.Id)}</b> {StatusHtml.Render(job.Status)} {time}"),
            IsBusy = !job.Info.HasEnded,
        };
    }

    /// <summary>Jobs that somebody waits for.</summary>
    /// <param name="jobs">Those that were started.</param>
    /// <param name="count">How many there will be.</param>
    /// <param name="waited">Since when.</param>
    public static LiveCard Jobs(IReadOnlyCollection<Job> jobs, int count, TimeSpan waited)
    {
        var ended = jobs.Count(job => job.Info.HasEnded);
        var open = count > jobs.Count ? $"{count - jobs.Count} to be started" : null;
        var time = ended == count ? "" : $", waiting for {DisplayText.Duration(waited)}";
        return new LiveCard
        {
            Text = SingleLine.Format($"{DisplayText.Count(count, "job")}: {string.Join(", ", Counts(jobs).Append(open).OfType<string>())}{time}"),
            IsBusy = ended < count,
            Share = count == 0 ? null : (double)ended / count,
        };
    }

    /// <summary>For example <c>10 SUCCEEDED</c>, <c>2 RUNNING</c>.</summary>
    public static IEnumerable<string> Counts(IEnumerable<Job> jobs) => jobs.GroupBy(job => job.Status).Select(group => $"{group.Count()} {group.Key}");
}
