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
