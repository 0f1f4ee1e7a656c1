using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.Tests.Hosts;

public class HtmlFormatterSourceTests
{
    [Fact]
    public void ToDisplayString_of_a_display_is_its_html()
    {
        var display = new SampleDisplay("<Berlin>");

        display.ToDisplayString("text/html").ShouldBe(display.ToHtml());
        display.ToDisplayString("text/html").ShouldContain("&lt;Berlin&gt;");
    }

    [Fact]
    public void ToDisplayString_in_plain_text_is_the_one_line_form() =>
        new SampleDisplay("x").ToDisplayString("text/plain").ShouldBe("Sample x");

    [Fact]
    public void ToDisplayString_of_a_list_shows_each_display() =>
        new List<SampleDisplay> { new("first"), new("second") }.ToDisplayString("text/html")
            .ShouldSatisfyAllConditions(html => html.ShouldContain("<b>first</b>"), html => html.ShouldContain("<b>second</b>"));
}
