using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli.Tests.Notebooks;

public sealed class KernelTests(KernelRun run) : IClassFixture<KernelRun>
{
    [Fact]
    public void Run_state_and_outputs_are_those_of_a_kernel()
    {
        var cells = run.Cells("state");

        cells.Select(cell => (int?)cell["execution_count"]).ShouldBe([null, 1, 2, 3, 4, 5, 6]);
        NotebookFile.Outputs(cells[1]).ShouldBe(["stdout: one\nmore\n", "stderr: oops\n", "stdout: end"]);
        NotebookFile.Outputs(cells[2]).ShouldBe(["display_data: two", "execute_result: 42"]);
        NotebookFile.Outputs(cells[3]).ShouldBe(["display_data: 3", "execute_result: one!"]);
        NotebookFile.Outputs(cells[4]).ShouldBeEmpty();
        NotebookFile.Outputs(cells[5]).ShouldBe(["execute_result: 6"]);
        NotebookFile.Outputs(cells[6]).ShouldBeEmpty();
    }

    [Fact]
    public void Run_values_are_formatted_as_dotnet_interactive_formats_them()
    {
        var cells = run.Cells("formats");

        var data = cells[0]["outputs"]![0]!["data"]!;
        NotebookFile.Text(data["text/html"]).ShouldContain("<td>Name</td><td><div class=\"dni-plaintext\"><pre>&lt;b&gt;</pre></div></td>");
        NotebookFile.Text(data["text/plain"]).ShouldContain("Name = <b>");
        NotebookFile.Text(cells[1]["outputs"]![1]!["data"]!["text/html"]).ShouldBe("<i>as is</i>");
        NotebookFile.Text(cells[2]["outputs"]![0]!["data"]!["text/markdown"]).ShouldBe("a = b");
    }

    [Fact]
    public void Run_list_of_objects_is_shown_as_a_table()
    {
        var data = run.Cells("package")[2]["outputs"]![0]!["data"]!;

        NotebookFile.Text(data["text/html"]).ShouldContain("<td class=\"u42-n\">&lt;b&gt;</td><td align=\"right\">0.5</td>");
        NotebookFile.Text(run.Cells("package")[3]["outputs"]![0]!["data"]!["text/html"]).ShouldBe(NotebookFile.Text(data["text/html"]));
        NotebookFile.Text(run.Cells("package")[4]["outputs"]![0]!["data"]!["text/html"]).ShouldContain("u42-v1");
    }

    [Fact]
    public void Run_package_of_this_build_is_referenced_whatever_its_version() =>
        NotebookFile.Outputs(run.Cells("package")[1]).ShouldBe(["execute_result: IDisplay"]);

    [Fact]
    public void Run_in_another_folder_writes_there_and_finds_what_lies_beside_the_notebook()
    {
        NotebookFile.Outputs(run.Cells("paths")[0]).ShouldBe(["execute_result: TempFolder"]);
        File.ReadAllText(Path.Combine(run.WorkingFolder, "note.txt")).ShouldBe("helped");
    }

    [Fact]
    public void Run_unknown_metadata_stays() =>
        JsonNode.Parse(File.ReadAllText(run.Output))!["metadata"]!["somebody"]!["else"]!.GetValue<string>().ShouldBe("knows");

    [Fact]
    public void Run_cell_that_does_not_compile_is_written_with_the_line_it_is_about() =>
        run.Cells("compile error")[0]["outputs"]![0]!["traceback"]!.AsArray().Select(line => (string?)line).ShouldBe(
            ["(2,9): error CS0103: The name 'missing' does not exist in the current context", "    var b = missing;", "            ^"]);

    [Fact]
    public void Run_value_that_cannot_be_shown_is_the_cells_error() =>
        NotebookFile.Outputs(run.Cells("unshowable")[0]).ShouldBe(["FormatException: unshowable"]);

    [Fact]
    public void Run_with_errors_allowed_goes_on_and_names_the_cells_that_failed_but_none_that_is_meant_to()
    {
        run.Result.ExitCode.ShouldBe(0, run.Result.Error);
        run.Result.Output.ShouldBe($"{run.Output}\n");
        run.Result.Error.ShouldEndWith(
            "Cell 7 failed: Compilation error: (2,9): error CS0103: The name 'missing' does not exist in the current context\n"
            + "Cell 9 failed: FormatException: unshowable\n"
            + "Cell 23 failed: Compilation error: (1,1): error CS0103: The name 'Path' does not exist in the current context\n");
        NotebookFile.Outputs(run.Cells("meant to fail")[0]).ShouldBe(["FormatException: so it shall"]);
    }

    [Fact]
    public void Run_writes_warnings_and_imports_no_more_than_the_kernel_does()
    {
        var cells = run.Cells("as strict");

        NotebookFile.Outputs(cells[0]).ShouldBe(["stderr: (1,20): warning CS0168: The variable 'x' is declared but never used\n"]);
        NotebookFile.Outputs(cells[1]).Single().ShouldContain("error CS0103: The name 'Path' does not exist");
    }

    [Fact]
    public void Run_what_work_shows_live_is_kept_as_it_ended()
    {
        var cells = run.Cells("live");

        NotebookFile.Outputs(cells[0]).ShouldBe(["display_data: whole", "stdout: after"]);
        NotebookFile.Outputs(cells[1])
            .ShouldBe(
            ["display_data: Up42.Interactive 0.1.0 is loaded: jobs, tables, plots and maps show themselves. Begin with: using "
                + "Up42.Interactive;"]);
    }
}
