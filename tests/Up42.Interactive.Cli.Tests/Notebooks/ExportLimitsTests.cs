using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>Notebooks that would take minutes to render.</summary>
public sealed class ExportLimitsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_hundred_thousand_elements_in_each_other_end()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 100_000));
        var list = string.Concat(Enumerable.Range(0, 500).Select(depth => new string(' ', 2 * depth) + "- x\n"));

        var page = Render(Prose(deep), Prose(list), Code("display_data", "data", new JsonObject { ["text/html"] = deep + "end" }));

        page.ShouldContain("This text nests too deep");
        page.ShouldContain("<iframe class=\"frame\"");
    }

    [Fact]
    public void A_hundred_thousand_elements_beside_each_other_end()
    {
        var marks = string.Concat(Enumerable.Repeat("a``b", 100_000));
        var wide = string.Concat(Enumerable.Repeat("<b>x</b>", 100_000));

        var links = string.Concat(Enumerable.Range(0, 100_000).Select(number => $"[r{number}]: https://a.example\n"));

        var page = Render(Prose(marks), Prose(links), Code("display_data", "data", new JsonObject { ["text/html"] = wide + "end" }));

        page.ShouldContain("has too many parts, to be laid out; it follows as it was written.</p><pre>a``ba``b");
        page.ShouldContain("it follows as it was written.</p><pre>[r0]: https://a.example\n[r1]:");
        page.ShouldContain("<iframe class=\"frame\"");
    }

    [Theory]
    [InlineData("![[a](", 50_000)]
    [InlineData("{.a", 300_000)]
    [InlineData("[^a]", 100_000)]
    [InlineData("(http://a.b/", 50_000)]
    [InlineData("(www.a.b/", 50_000)]
    [InlineData("a\n===\n", 1_000_000)]
    public void Markdown_that_takes_the_square_of_its_length_is_shown_as_it_was_written(string piece, int count)
    {
        var page = Render(Prose(string.Concat(Enumerable.Repeat(piece, count))), Prose("the *next* cell"));

        page.ShouldContain("it follows as it was written.</p><pre>" + piece);
        page.ShouldContain("the <em>next</em> cell");
    }

    [Theory]
    [InlineData("- x")]
    [InlineData("- 7")]
    public void A_list_of_a_level_a_line_is_shown_as_it_was_written(string item)
    {
        var list = string.Join('\n', Enumerable.Range(0, 3000).Select(level => new string(' ', 2 * level) + item));

        Render(Prose(list)).ShouldContain("it follows as it was written.</p><pre>" + item);
        Render(Prose("- a\n  - b\n    - c\n\n" + new string('-', 400) + "\n\nd")).ShouldContain("<li>c</li>");
    }

    [Fact]
    public void A_line_of_megabytes_and_a_heading_of_blanks_end()
    {
        var text = new string('x', 2_000_000) + "\r" + new string('y', 2_000_000);

        Render(Prose($"# {new string(' ', 1_000_000)}x"), Code("stream", "text", text)).ShouldNotContain("xxy");
    }

    [Fact]
    public async Task A_cell_that_writes_without_measure_is_cut_and_goes_on()
    {
        var path = NotebookFile.Write(
            _folder["in.ipynb"],
            "for (var i = 0; i < 9; i++) { Console.Write(new string('x', 999_999)); Console.Error.Write('y'); }\n\"end\"",
            "Console.Write(\"z\")");
        var run = await Up42Tool.RunAsync("run", path, "-o", _folder["out.ipynb"]);

        run.ExitCode.ShouldBe(0, run.Error);
        var cells = NotebookFile.ReadValidCells(_folder["out.ipynb"]);
        var shown = string.Concat(NotebookFile.Outputs(cells[0]));
        shown.Count(letter => letter is 'x').ShouldBe(4 * 999_999 + "execute".Count(letter => letter is 'x'));
        shown.ShouldContain("\n… The cell wrote more than 4 million characters; the rest is left out.\n");
        shown.ShouldEndWith("execute_result: end");
        NotebookFile.Outputs(cells[1]).ShouldBe(["stdout: z"]);
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Values_without_end_are_left_out_and_said()
    {
        var itself = string.Concat(Enumerable.Range(0, 30).Select(number => $"public N P{number} => this; "));
        var path = NotebookFile.Write(
            _folder["in.ipynb"],
            "var l = new List<object>(); for (var i = 0; i < 30; i++) { l.Add(l); } l",
            $"class N {{ {itself}}} new N()",
            "IEnumerable<IEnumerable<object>> F() { while (true) { yield return F(); } } F()",
            "new string('a', 20_000_000)",
            "for (var i = 0; i < 10_002; i++) { display(i); }",
            "class B { public int P { get { System.Threading.Thread.Sleep(-1); return 1; } } } new B()",
            "1");
        var run = await Up42Tool.RunAsync("run", path, "-o", _folder["out.ipynb"], "--timeout", "30");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Cell 6 failed: Timeout");
        var cells = NotebookFile.ReadValidCells(_folder["out.ipynb"]);
        NotebookFile.Outputs(cells[0]).ShouldHaveSingleItem().ShouldEndWith("This list holds lists without end and is left out.");
        NotebookFile.Outputs(cells[2]).ShouldBe(NotebookFile.Outputs(cells[0]));
        NotebookFile.Outputs(cells[1]).ShouldHaveSingleItem().ShouldContain("has more than 16,777,216 characters, or no end, and is left out.");
        NotebookFile.Outputs(cells[3]).ShouldHaveSingleItem().ShouldContain("has more than 16,777,216 characters, or no end, and is left out.");
        NotebookFile.Outputs(cells[4]).Count().ShouldBe(10_001);
        NotebookFile.Outputs(cells[4]).Last().ShouldBe(
            "stderr: … The cell displayed more than 10,000 values or 64 million characters; the rest is left out.\n");
        NotebookFile.Outputs(cells[6]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("code", 4001, "in.ipynb has 4,001 cells of code; up to 4,000 are run. Split it.")]
    [InlineData("markdown", 20_001, "in.ipynb has 20,001 cells; up to 20,000 are run. Split it.")]
    public async Task Notebooks_of_more_cells_than_are_run_are_refused(string kind, int count, string said)
    {
        var cell = $$$"""{"cell_type":"{{{kind}}}","metadata":{},"source":"1","outputs":[],"execution_count":null}""";
        await File.WriteAllTextAsync(
            _folder["in.ipynb"],
            $$$"""
            {"cells":[{{{string.Join(',', Enumerable.Repeat(cell, count))}}}],"metadata":{"language_info":{"name":"C#"}},"nbformat":4,"nbformat_minor":4}
            """,
            TestContext.Current.CancellationToken);

        var run = await Up42Tool.RunAsync("run", _folder["in.ipynb"]);

        (run.ExitCode, run.Error.Trim()).ShouldBe((1, $"up42: {said}"));
    }

    private static JsonObject Prose(string source) => new() { ["cell_type"] = "markdown", ["source"] = source };

    private static JsonObject Code(string type, string member, JsonNode content) => new()
    {
        ["cell_type"] = "code",
        ["source"] = "1",
        ["outputs"] = new JsonArray(new JsonObject { ["output_type"] = type, ["name"] = "stdout", [member] = content }),
    };

    private string Render(params JsonNode[] cells)
    {
        File.WriteAllText(_folder["in.ipynb"], new JsonObject { ["cells"] = new JsonArray(cells), ["nbformat"] = 4 }.ToJsonString());
        return NotebookPage.Render(Notebook.Read(_folder["in.ipynb"]));
    }
}
