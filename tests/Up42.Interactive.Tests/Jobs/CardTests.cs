using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.Tests.Jobs;

public partial class CardTests
{
    private const int TableBudget = 200_000;

    public static TheoryData<string> Names => [.. Displays.Keys];

    private static readonly Dictionary<string, Func<IDisplay>> Displays = new()
    {
        ["job-succeeded"] = () => Cards.Succeeded,
        ["job-running"] = () => Cards.Running,
        ["job-failed"] = () => Cards.Failed,
        ["job-remembered"] = () => Cards.Snapshot("SUCCEEDED"),
        ["job-task"] = () => Cards.Task,
        ["job-logs"] = () => Cards.Logs(Cards.Failed.Snapshot.Tasks!),
        ["job-task-log"] = () => Cards.Logs(Cards.Failed.Snapshot.Tasks!).Tasks[1],
        ["job-credits"] = () => Cards.Succeeded.Snapshot.Credits!,
        ["job-collection"] = () => Cards.Collection(28),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void ToHtml_is_as_expected_and_the_same_each_time(string name)
    {
        var (one, another) = (Displays[name](), Displays[name]());

        one.ToHtml().ShouldBe(another.ToHtml());
        Expectation.Match($"{one}\n\n{StyleElement().Replace(one.ToHtml(), "<style>…</style>")}\n", $"Jobs/{name}.html");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToHtml_is_found_by_the_formatter_of_NET_Interactive(string name)
    {
        var display = Displays[name]();

        display.ToDisplayString("text/html").ShouldBe(display.ToHtml());
        display.ToDisplayString("text/plain").ShouldBe(display.ToString());
        new List<object> { display }.ToDisplayString("text/html").ShouldContain("<table>");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToString_is_one_line(string name)
    {
        var text = Displays[name]().ToString()!;

        text.ShouldNotContain('\n');
        text.Length.ShouldBeInRange(5, 300);
    }

    [Fact]
    public void ToHtml_of_a_thousand_jobs_keeps_to_its_budget_and_says_what_it_left_out()
    {
        var html = Cards.Collection(1000).ToHtml();

        html.Length.ShouldBeLessThan(TableBudget);
        html.ShouldContain("<summary>Show 180 more</summary>");
        html.ShouldContain("<p>800 more are not shown.</p>");
    }

    [Fact]
    public void ToHtml_of_a_long_log_keeps_to_its_budget_and_shows_the_end()
    {
        var task = Cards.Snapshot("FAILED").Tasks![1];
        var log = new JobTaskLog(task, string.Concat(Enumerable.Repeat(new string('x', 5000) + "\n", 10_000)) + "ERROR the end\n");

        var html = new JobLogs("j", [log, log, log]).ToHtml();

        html.Length.ShouldBeLessThan(TableBudget);
        html.ShouldContain("of 10,001 lines; <code>Text</code> has them all.");
        html.ShouldContain("ERROR the end");
    }

    [Fact]
    public void ToHtml_of_wide_and_deep_inputs_keeps_to_its_budget()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 60)) + "1" + new string('}', 60);
        var wide = $$"""{{{string.Join(',', Enumerable.Range(0, 5000).Select(number => $"\"k{number}\":\"{new string('v', 2000)}\""))}}}""";
        var job = Cards.Snapshot("RUNNING");

        var html = (job with { Info = job.Info with { Inputs = Model.JobInfoTests.Json($$"""{"deep":{{deep}},"wide":{{wide}}}""") } }).ToHtml();

        html.Length.ShouldBeLessThan(TableBudget);
        html.ShouldContain("more lines not shown");
    }

    [Fact]
    public void ToHtml_hides_the_signatures_of_addresses()
    {
        const string address = "https://storage.example/a.tgz?X-Goog-Algorithm=RSA&X-Goog-Signature=5ecre7&x=1";
        var job = Cards.Snapshot("FAILED");
        job = job with
        {
            Info = job.Info with { Inputs = Cards.Json(new { url = address }), Description = address },
            Logs = new JobLogs("j", [new JobTaskLog(job.Tasks![1], $"ERROR 403 {address}\n")]),
        };

        var html = job.ToHtml() + job.Logs.ToHtml();

        html.ShouldNotContain("5ecre7");
        html.ShouldContain("X-Goog-Signature=…&amp;x=1");
    }

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex StyleElement();
}
