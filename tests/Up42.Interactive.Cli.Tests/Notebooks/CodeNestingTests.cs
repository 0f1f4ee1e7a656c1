using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>Code and exceptions that nest until the stack ends.</summary>
public sealed class CodeNestingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("(", 200_000)]
    [InlineData("(/*)*/", 20_000)]
    [InlineData("new A<", 100_000)]
    [InlineData("delegate*<", 20_000)]
    [InlineData("A<(", 20_000)]
    [InlineData("[", 20_000)]
    [InlineData("{", 20_000)]
    [InlineData("!", 20_000)]
    [InlineData("await ", 20_000)]
    [InlineData("A.", 20_000)]
    [InlineData("A::", 20_000)]
    [InlineData("while (true) ", 20_000)]
    [InlineData("if (a) b(); else ", 20_000)]
    [InlineData(".ToString().Length", 20_000)]
    [InlineData("from a in b(c, d) ", 20_000)]
    [InlineData("$\"{", 20_000)]
    [InlineData("$\"{/*}*/", 20_000)]
    [InlineData("/// <a>\n", 20_000)]
    public void Code_that_nests_without_end_is_parsed_by_nobody(string piece, int count)
    {
        var code = "var x = 1;\n" + string.Concat(Enumerable.Repeat(piece, count));

        CodeNesting.IsTooDeep(code + "\nclass A { }").ShouldBeTrue();
        var page = Render(new JsonObject { ["cell_type"] = "code", ["source"] = code });
        page.ShouldContain("<pre class=\"code\"><code>var x = 1;\n");
        page.ShouldNotContain("<span class=\"k\"");
    }

    [Theory]
    [InlineData("var a = new[] { 1, 2, 3 };\n", 5000)]
    [InlineData("if (a < b && c < d || e < f) { G<int, List<int>>(x => y[0]); } else { H(\"(((\"); }\n", 1000)]
    [InlineData("class A { /// <summary>x</summary>\n int F() => 1; }\n", 300)]
    [InlineData("Console.WriteLine($\"a {b:0} (c) {(d ? $\"{e}\" : \"(\")}\"); // (((\n", 2000)]
    public void Code_as_it_is_written_is_parsed(string piece, int count) =>
        CodeNesting.IsTooDeep(string.Concat(Enumerable.Repeat(piece, count))).ShouldBeFalse();

    [Fact]
    public void A_fence_that_nests_without_end_has_no_colours()
    {
        var page = Render(new JsonObject { ["cell_type"] = "markdown", ["source"] = $"```csharp\nvar x = {new string('(', 200_000)}\n```" });

        page.ShouldContain("<pre><code>var x = (((");
    }

    [Fact]
    public void A_long_list_is_parsed() =>
        CodeNesting.IsTooDeep($"var a = new[] {{ {string.Join(", ", Enumerable.Repeat("1.5", 200_000))} }};").ShouldBeFalse();

    [Fact]
    public async Task Cells_that_nest_without_end_fail_in_a_sentence_and_the_next_one_runs()
    {
        var types = $"typeof({string.Concat(Enumerable.Repeat("List<", 20_000))}int{new string('>', 20_000)})";
        var members = $"var x = 1{string.Concat(Enumerable.Repeat(".ToString().Length", 20_000))};";
        var path = NotebookFile.Write(
            _folder["in.ipynb"],
            types,
            members,
            "var e = new Exception(\"a\"); for (var i = 0; i < 100_000; i++) { e = new Exception(\"b\", e); } throw e;",
            "var g = new Exception(\"a\"); for (var i = 0; i < 100_000; i++) { g = new AggregateException(g); } throw g;",
            "var t = new Exception(\"a\"); for (var i = 0; i < 40; i++) { t = new AggregateException(t, t); } throw t;",
            "e",
            "record R(object Held); new R(new { e })",
            string.Concat(Enumerable.Repeat("[A]", 1900)) + " int a;",
            "1 + 1");

        var run = await Up42Tool.RunAsync("run", path, "-o", _folder["out.ipynb"], "--html", _folder["out.html"], "--allow-errors");

        run.ExitCode.ShouldBe(0, run.Error);
        var cells = NotebookFile.ReadValidCells(_folder["out.ipynb"]);
        cells[7]!["outputs"]![0]!["traceback"]!.AsArray().Count.ShouldBe((3 * 100) + 1);
        var shown = cells.Where(cell => cell != cells[7]).Select(cell => NotebookFile.Outputs(cell).ShouldHaveSingleItem()).ToList();
        shown.ShouldBe([
            $"Compilation error: {CodeNesting.Refusal}",
            $"Compilation error: {CodeNesting.Refusal}",
            "Exception: b",
            "AggregateException: It holds exceptions within each other without end.",
            "AggregateException: It holds exceptions within each other without end.",
            $"execute_result: {ExceptionText.Refusal}",
            $"execute_result: {ExceptionText.Refusal}",
            "execute_result: 2",
        ]);
        File.ReadAllText(_folder["out.html"]).ShouldContain("It holds exceptions within each other without end; they are left out.");
    }

    [Fact]
    public void Exceptions_that_end_say_what_they_say()
    {
        var exception = new InvalidOperationException("a", new AggregateException(new FormatException("b"), new FormatException("c")));

        ExceptionText.Format(exception).ShouldBe(exception.ToString());
        ExceptionText.Message(exception.InnerException!).ShouldBe("One or more errors occurred. (b) (c)");
    }

    private string Render(JsonNode cell)
    {
        File.WriteAllText(_folder["page.ipynb"], new JsonObject { ["cells"] = new JsonArray(cell), ["nbformat"] = 4 }.ToJsonString());
        return NotebookPage.Render(Notebook.Read(_folder["page.ipynb"]));
    }

    public void Dispose() => _folder.Dispose();
}
