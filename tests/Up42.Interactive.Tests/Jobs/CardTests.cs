namespace Up42.Interactive.Tests.Jobs;

public class CardTests
{
    private const int TableBudget = 200_000;

    [Fact]
    public void ToHtml_of_a_thousand_jobs_keeps_to_its_budget_and_says_what_it_left_out()
    {
        var html = Cards.Collection(1000).ToHtml();

        html.Length.ShouldBeLessThan(TableBudget);
        html.ShouldContain("<summary>Show 80 more</summary>");
        html.ShouldContain("<p>900 more jobs not shown.</p>");
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
}
