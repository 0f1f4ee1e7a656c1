namespace Up42.Interactive.Cli.Tests.Reports;

public sealed class ReportPartTests
{
    [Fact]
    public void A_part_that_fails_is_a_sentence() => ReportPart.Show(new Failing()).ShouldBe(
        "<p class=\"u42-note\">This part is not shown: InvalidOperationException, &lt;b&gt; failed. Please report it.</p>");

    private sealed class Failing : IDisplay
    {
        public string ToHtml() => throw new InvalidOperationException("<b> failed.");
    }
}
