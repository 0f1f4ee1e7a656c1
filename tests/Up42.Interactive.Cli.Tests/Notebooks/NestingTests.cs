using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>What nests, or comes again, so that a parser would exhaust the stack or the memory.</summary>
public sealed class NestingTests : IDisposable
{
    private const string AsWritten = "it follows as it was written.</p><pre>";

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("<div style=\"width:{0}1px\">x</div>", "calc(", 100_000)]
    [InlineData("<div style=\"width:{0}1px\">x</div>", "calc&#40;", 1000)]
    [InlineData("<div style=\"{0}\">x</div>", "--a:1;", 100_000)]
    [InlineData("<style>@supports {0}a:b</style>x", "(", 100_000)]
    [InlineData("<style>{0}a</style>x", ":not(", 100_000)]
    [InlineData("<template><b style=\"width:{0}1px\">x</b></template>", "calc(", 100_000)]
    public void Styles_that_nest_or_go_on_reach_no_parser(string markup, string piece, int count)
    {
        var html = string.Format(null, markup, string.Concat(Enumerable.Repeat(piece, count)));

        Render(Prose($"<div>\n{html}\n</div>")).ShouldContain(AsWritten);
        SanitizedMarkup.Render(html, new PageBudget()).ToString().ShouldStartWith("<iframe class=\"frame\"");
        SanitizedMarkup.Render("<div style=\"width:calc(1px + (2px))\">x</div>", new PageBudget()).ToString().ShouldStartWith("<div class=\"markup\"");
    }

    [Theory]
    [InlineData("<p><b id=i></p></x>", 2000)]
    [InlineData("<p><b id=i></p>", 1000)]
    [InlineData("</p>", 300_000)]
    [InlineData("<div></x>", 15_000)]
    [InlineData("<b><div></b>", 1000)]
    [InlineData("<a><div>", 1000)]
    [InlineData("<div><table><td></div>", 1000)]
    [InlineData("<li><ul></li>", 1000)]
    [InlineData("<div><!--</div>-->", 1000)]
    [InlineData("<div><!--></div>--><div>", 1000)]
    [InlineData("<div title='</div>'>", 1000)]
    [InlineData("<div><style></div></style>", 1000)]
    [InlineData("<select><style></select><p><b></p>", 1000)]
    [InlineData("<!---->", 500_000)]
    public void Elements_that_a_parser_makes_count(string piece, int count) =>
        MarkupSize.Count(string.Concat(Enumerable.Repeat(piece, count))).ShouldBeNull();

    [Theory]
    [InlineData("<tr><td><b>x</td><td style='a' title=\"<b>\">y</td></tr>", 3)]
    [InlineData("<p>a <b>b <i>c</i></b> <a href=x>d</a></p><br><img src=y>", 6)]
    [InlineData("<!-- <b> --><script>'<b>'</script>", 2)]
    public void Markup_as_it_is_written_counts_its_elements(string piece, int elements) =>
        MarkupSize.Count(string.Concat(Enumerable.Repeat(piece, 1000))).ShouldBe(1000 * elements);

    [Fact]
    public void Cells_share_what_a_page_may_hold()
    {
        var budget = new PageBudget();
        budget.TakeElements(Limits.Default.PageElements - 3).ShouldBeTrue();
        budget.TakeMarkdown(0, Limits.Default.PageMarkdownBrackets - 3).ShouldBeTrue();

        SanitizedMarkup.Render("<b>x</b><b>x</b>", budget).ToString().ShouldStartWith("<div class=\"markup\"");
        SanitizedMarkup.Render("<b>x</b><b>x</b>", budget).ToString().ShouldStartWith("<iframe class=\"frame\"");
        MarkdownRenderer.Render("a\n\nb", budget).ToString().ShouldContain(AsWritten);
        MarkdownRenderer.Render("[[[[", budget).ToString().ShouldContain(AsWritten);
        MarkdownRenderer.Render("[[[", budget).ToString().ShouldBe("<p>[[[</p>\n");
    }

    [Fact]
    public void Markdown_that_Markdig_cannot_write_is_shown_as_it_was_written() =>
        Render(Prose(new string('[', 9999)), Prose("# next")).ShouldContain(AsWritten + "[[[");

    [Fact]
    public void Half_a_character_is_replaced()
    {
        const string Cells = """{"cells":[{"cell_type":"markdown","source":"a\ud800b\\ud800 \ud83d\ude00 \udc00","\ud800":1}],"metadata":{},"nbformat":4}""";
        File.WriteAllText(_folder["in.ipynb"], Cells);
        var notebook = Notebook.Read(_folder["in.ipynb"]);

        notebook.Cells[0].Source.ShouldBe("a\uFFFDb\\ud800 \U0001F600 \uFFFD");
        notebook.Save(_folder["out.ipynb"]);
        NotebookPage.Render(notebook).ShouldContain("a\uFFFDb");
    }

    private static JsonObject Prose(string source) => new() { ["cell_type"] = "markdown", ["source"] = source };

    private string Render(params JsonNode[] cells)
    {
        File.WriteAllText(_folder["in.ipynb"], new JsonObject { ["cells"] = new JsonArray(cells), ["nbformat"] = 4 }.ToJsonString());
        return NotebookPage.Render(Notebook.Read(_folder["in.ipynb"]));
    }

    public void Dispose() => _folder.Dispose();
}
