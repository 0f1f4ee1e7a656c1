using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>What nests, or comes again, so that a parser would exhaust the stack or the memory.</summary>
public sealed class NestingTests : IDisposable
{
    private const string AsWritten = "it follows as it was written.</p><pre>";

    private const string Frame = "<iframe class=\"frame\"";
    private const string InPage = "<div class=\"markup\"";

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
        Render(Output(html)).ShouldContain(Frame);
        Render(Output("<div style=\"width:calc(1px + (2px))\">x</div>")).ShouldContain(InPage);
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
    [InlineData("<tr><td><b>x</td><td style='a' title=\"<b>\">y</td></tr>", 4)]
    [InlineData("<p>a <b>b <i>c</i></b> <a href=x>d</a></p><br><img src=y>", 6)]
    [InlineData("<!-- <b> --><script>'<b>'</script>", 2)]
    public void Markup_as_it_is_written_counts_its_elements(string piece, int elements) =>
        MarkupSize.Count(string.Concat(Enumerable.Repeat(piece, 1000))).ShouldBe(1000 * elements);

    [Fact]
    public void Cells_share_what_a_page_may_hold()
    {
        var elements = string.Concat(Enumerable.Repeat("</x>", 19_900));
        var page = Render(Output(elements), Output(elements), Output(elements), Output(Bold(100)), Output(Bold(300)), Prose("<i>i</i>\n\n" + Bold(300)));

        page.Split(InPage).Length.ShouldBe(1 + 4);
        page.Split(Frame).Length.ShouldBe(1 + 1);
        page.Split(AsWritten).Length.ShouldBe(1 + 1);

        var brackets = new string('[', 9999);
        page = Render(Prose(brackets), Prose(brackets), Prose("[[[a"), Prose("[[b"));
        page.Split(AsWritten).Length.ShouldBe(1 + 3);
        page.ShouldContain("<p>[[b</p>");
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

    private static string Bold(int count) => string.Concat(Enumerable.Repeat("<b>x</b>", count));

    private static JsonObject Output(string html) => new()
    {
        ["cell_type"] = "code",
        ["source"] = "1",
        ["outputs"] = new JsonArray(new JsonObject { ["output_type"] = "display_data", ["data"] = new JsonObject { ["text/html"] = html } }),
    };

    private static JsonObject Prose(string source) => new() { ["cell_type"] = "markdown", ["source"] = source };

    private string Render(params JsonNode[] cells)
    {
        File.WriteAllText(_folder["in.ipynb"], new JsonObject { ["cells"] = new JsonArray(cells), ["nbformat"] = 4 }.ToJsonString());
        return NotebookPage.Render(Notebook.Read(_folder["in.ipynb"]));
    }

    public void Dispose() => _folder.Dispose();
}
