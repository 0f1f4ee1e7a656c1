namespace Up42.Interactive.Cli.Tests.Reports;

public sealed class ReportPartTests
{
    [Fact]
    public void A_part_that_fails_is_a_sentence_and_the_others_stay()
    {
        var report = new Report("Scenes", "scenes", DateTimeOffset.UnixEpoch, [("Bad", new Failing()), ("Good", new StaticDisplay(Html.Text("whole")))], []);

        var page = report.ToHtml().ToString();

        page.ShouldContain("This part is not shown: InvalidOperationException, &lt;b&gt; failed. Please report it.");
        page.ShouldContain("whole</section>");
    }

    private sealed class Failing : IDisplay
    {
        public string ToHtml() => throw new InvalidOperationException("<b> failed.");
    }
}
