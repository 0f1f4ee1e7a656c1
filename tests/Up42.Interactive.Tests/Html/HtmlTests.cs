namespace Up42.Interactive.Tests;

public class HtmlTests
{
    [Fact]
    public void Format_encodes_holes_and_keeps_markup()
    {
        var cell = Html.Format($"<td>{"a<b"}</td>");

        Html.Format($"<tr title=\"{"\">"}\">{cell}{1234.5}{0.25:P0}</tr>").ToString()
            .ShouldBe("<tr title=\"&quot;&gt;\"><td>a&lt;b</td>1234.525 %</tr>");
    }

    [Fact]
    public void Format_writes_a_sequence_of_markup_in_turn() =>
        Html.Format($"<ul>{new[] { "<", ">" }.Select(text => Html.Format($"<li>{text}</li>"))}</ul>").ToString()
            .ShouldBe("<ul><li>&lt;</li><li>&gt;</li></ul>");

    [Fact]
    public void Format_writes_numbers_invariantly()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new("de-DE");
            Html.Format($"{1.5}").ToString().ShouldBe("1.5");
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Link_takes_only_web_addresses()
    {
        Html.Link("https://example.com/?a=1&b=<", "scene").ToString()
            .ShouldBe("""<a href="https://example.com/?a=1&amp;b=%3C" target="_blank" rel="noopener noreferrer">scene</a>""");
        Html.Link("javascript:alert(1)", "<x>").ToString().ShouldBe("&lt;x&gt;");
        Html.Link("data:text/html,x", "x").ToString().ShouldBe("x");
        Html.Link(null, "x").ToString().ShouldBe("x");
    }
}
