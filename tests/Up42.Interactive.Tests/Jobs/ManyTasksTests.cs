namespace Up42.Interactive.Tests.Jobs;

/// <summary>Jobs with more tasks and longer logs than anybody shows.</summary>
public class ManyTasksTests
{
    private const int Count = 20_000;

    [Fact]
    public void ToHtml_of_20000_tasks_in_a_backward_chain_shows_the_first_steps()
    {
        var job = Job(Enumerable.Range(0, Count).Select(index => Task($"t{index}", index + 1 < Count ? $"t{index + 1}" : null)));

        var html = job.ToHtml();

        html.Length.ShouldBeLessThan(200_000);
        html.ShouldContain("19,950 more tasks not shown");
        html.IndexOf("t19999", StringComparison.Ordinal).ShouldBeLessThan(html.IndexOf("t19998", StringComparison.Ordinal));
    }

    [Fact]
    public void ToHtml_of_tasks_in_a_circle_shows_each_once()
    {
        var html = Job([Task("a", "b"), Task("b", "a"), Task("c", "b"), Task("d", null)]).ToHtml();

        string[] order = ["<code>d</code>", "<code>a</code>", "<code>b</code>", "<code>c</code>"];
        order.Select(id => html.IndexOf(id, StringComparison.Ordinal)).ShouldBeInOrder();
    }

    [Fact]
    public void Logs_of_20000_tasks_are_shown_in_part_and_read_back()
    {
        var tasks = Enumerable.Range(0, Count).Select(index => Task($"t{index}", null)).ToList();
        var job = Job(tasks) with { Logs = new JobLogs("j", [.. tasks.Select(task => new JobTaskLog(task, "INFO one\nERROR two\n"))]) };
        using var stream = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(stream))
        {
            job.WriteTo(writer);
        }

        using var json = System.Text.Json.JsonDocument.Parse(stream.ToArray());
        JobSnapshot.Parse(json.RootElement).Logs!.Tasks.Count.ShouldBe(Count);
        job.Logs.ToHtml().Length.ShouldBeLessThan(200_000);
        job.Logs.ToHtml().ShouldContain("19,950 more tasks not shown");
    }

    [Fact]
    public void ToHtml_of_a_log_line_of_200_MB_is_short()
    {
        var log = new JobTaskLog(Task("t", null), "ERROR " + new string('x', 200_000_000));

        log.ToHtml().Length.ShouldBeLessThan(200_000);
        log.ToString().ShouldBe("t: FAILED, 1 line, 1 error");
        (Job([log.Task]) with { Logs = new JobLogs("j", [log]) }).ToHtml().Length.ShouldBeLessThan(200_000);
    }

    private static JobSnapshot Job(IEnumerable<JobTaskInfo> tasks) => new()
    {
        Info = JobInfo.Parse(Cards.Json(new { id = "j", status = "FAILED" })),
        ProjectId = "p",
        SeenAt = DateTimeOffset.UnixEpoch,
        Tasks = [.. tasks],
    };

    private static JobTaskInfo Task(string id, string? parent) =>
        JobTaskInfo.Parse(Cards.Json(new { id, status = "FAILED", parentsIds = parent is null ? Array.Empty<string>() : [parent] }));
}
