namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>What cells load and name, and what they leave for the end of the process.</summary>
public sealed class LoadedCodeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Loaded_files_without_end_or_that_nest_are_errors_of_their_cell()
    {
        Tool.Run("mkfifo", _folder["pipe.csx"]);
        File.WriteAllText(_folder["deep.csx"], "var x = " + new string('(', 200_000));
        File.WriteAllText(_folder["large.csx"], "// " + new string('x', 2_000_000));
        File.WriteAllText(_folder["good.csx"], "var good = 41;");
        for (var i = 0; i < 600; i++)
        {
            File.WriteAllText(_folder[$"{i}.csx"], $"#load \"{i + 1}.csx\"");
        }

        string[] files = ["pipe.csx", "/dev/zero", "deep.csx", "large.csx", "good.csx", "0.csx"];
        var path = NotebookFile.Write(
            _folder["in.ipynb"], [.. files.Select(file => $"#load \"{file}\""), "#r \"pipe.csx\"\n1", "#r \"/dev/zero\"\n1", "good + 1"]);

        var run = await Up42Tool.RunAsync("run", path, "-o", _folder["out.ipynb"], "--allow-errors");

        run.ExitCode.ShouldBe(0, run.Error);
        var cells = NotebookFile.ReadValidCells(_folder["out.ipynb"]).Select(cell => string.Concat(NotebookFile.Outputs(cell))).ToList();
        cells[0].ShouldContain("It is a pipe, socket or device, and is not read.");
        cells[1].ShouldContain("It is a pipe, socket or device, and is not read.");
        cells[2].ShouldContain(CodeNesting.Refusal);
        cells[3].ShouldContain("It has more than 2 MB; so much code is not compiled.");
        cells[4].ShouldBeEmpty();
        cells[5].ShouldContain("The cells load more than 500 files or 16 MB of code");
        cells[6].ShouldContain("Metadata file 'pipe.csx' could not be found");
        cells[7].ShouldContain("Metadata file '/dev/zero' could not be found");
        cells[8].ShouldBe("execute_result: 42");
    }

    [Theory]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => throw new Exception(\"late\"); 1", 0, "code of a cell failed after the run: Exception: late")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => System.Threading.Thread.Sleep(-1); 1", 0, "")]
    [InlineData("new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start(); 1", 0, "")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => throw new Exception(\"late\"); Environment.Exit(0);", 1, "The cell ended the process")]
    public async Task What_cells_leave_for_the_end_of_the_process_changes_nothing(string cell, int code, string said)
    {
        var path = NotebookFile.Write(_folder["in.ipynb"], cell);

        var run = await Up42Tool.RunAsync("run", path, "-o", _folder["out.ipynb"]);

        run.ExitCode.ShouldBe(code, run.Error);
        run.Error.ShouldContain(said);
        NotebookFile.ReadValidCells(_folder["out.ipynb"]).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Exceptions_within_each_other_without_end_that_are_displayed_are_a_sentence()
    {
        var path = NotebookFile.Write(
            _folder["in.ipynb"],
            "var e = new Exception(\"a\"); for (var i = 0; i < 100_000; i++) { e = new Exception(\"b\", e); } display(e);",
            "display(new AggregateException(e), \"text/plain\");",
            "display(new Exception(\"of its own\"));");

        var run = await Up42Tool.RunAsync("run", path, "-o", _folder["out.ipynb"]);

        run.ExitCode.ShouldBe(0, run.Error);
        var cells = NotebookFile.ReadValidCells(_folder["out.ipynb"]).Select(cell => string.Concat(NotebookFile.Outputs(cell))).ToList();
        cells[0].ShouldBe($"display_data: {ExceptionText.Refusal}");
        cells[1].ShouldBe($"display_data: {ExceptionText.Refusal}");
        cells[2].ShouldContain("of its own");
    }
}
