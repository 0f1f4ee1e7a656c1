using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli.Tests.Notebooks;

public sealed class RunTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Run_state_and_outputs_are_those_of_a_kernel()
    {
        var cells = await RunAsync(
            "%md # Prose stays",
            "var word = \"one\"; Console.WriteLine(word); Console.WriteLine(\"more\"); Console.Error.WriteLine(\"oops\"); Console.Write(\"end\");",
            "var shown = display(word); await Task.Delay(1); 42",
            "shown.Update(\"two\"); word.Length.Display(); word + \"!\"",
            "var silent = 5;",
            "await Task.FromResult(6)",
            "await Task.CompletedTask");

        cells.Select(cell => (int?)cell!["execution_count"]).ShouldBe([null, 1, 2, 3, 4, 5, 6]);
        NotebookFile.Outputs(cells[1]).ShouldBe(["stdout: one\nmore\n", "stderr: oops\n", "stdout: end"]);
        NotebookFile.Outputs(cells[2]).ShouldBe(["display_data: two", "execute_result: 42"]);
        NotebookFile.Outputs(cells[3]).ShouldBe(["display_data: 3", "execute_result: one!"]);
        NotebookFile.Outputs(cells[4]).ShouldBeEmpty();
        NotebookFile.Outputs(cells[5]).ShouldBe(["execute_result: 6"]);
        NotebookFile.Outputs(cells[6]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_values_are_formatted_as_dotnet_interactive_formats_them()
    {
        var cells = await RunAsync("new { Name = \"<b>\", Count = 3 }", "HTML(\"<i>as is</i>\")", "\"a = b\".DisplayAs(\"text/markdown\");");

        var data = cells[0]!["outputs"]![0]!["data"]!;
        NotebookFile.Text(data["text/html"]).ShouldContain("<td>Name</td><td><div class=\"dni-plaintext\"><pre>&lt;b&gt;</pre></div></td>");
        NotebookFile.Text(data["text/plain"]).ShouldContain("Name = <b>");
        NotebookFile.Text(cells[1]!["outputs"]![0]!["data"]!["text/html"]).ShouldBe("<i>as is</i>");
        NotebookFile.Text(cells[2]!["outputs"]![0]!["data"]!["text/markdown"]).ShouldBe("a = b");
    }

    [Fact]
    public async Task Run_package_of_this_build_is_referenced_whatever_its_version()
    {
        var cells = await RunAsync(
            "#i \"nuget:/feed\"\n#r \"nuget: Up42.Interactive, 99.0.0\"\nusing Up42.Interactive;",
            "nameof(IDisplay)");

        NotebookFile.Outputs(cells[1]).ShouldBe(["execute_result: IDisplay"]);
    }

    [Fact]
    public async Task Run_relative_paths_start_at_the_notebooks_folder()
    {
        File.Copy(typeof(RunTests).Assembly.Location.Replace("Cli.Tests", "TestKit", StringComparison.Ordinal), _folder["Own.dll"]);
        var cells = await RunAsync("#r \"Own.dll\"\nnameof(Up42.Interactive.TestKit.TempFolder)", "File.Exists(\"in.ipynb\").ToString()");

        NotebookFile.Outputs(cells[0]).ShouldBe(["execute_result: TempFolder"]);
        NotebookFile.Outputs(cells[1]).ShouldBe(["execute_result: True"]);
    }

    [Fact]
    public async Task Run_unknown_metadata_and_order_stay()
    {
        await RunAsync("1");

        JsonNode.Parse(File.ReadAllText(_folder["out.ipynb"]))!["metadata"]!["somebody"]!["else"]!.GetValue<string>().ShouldBe("knows");
    }

    [Fact]
    public async Task Run_cell_that_throws_is_written_with_its_error_and_ends_the_run()
    {
        var path = NotebookFile.Write(_folder["in.ipynb"], "%md x", "void F() => throw new InvalidOperationException(\"no <b>\");", "\n\nF();", "\"later\"");
        var run = await Up42Tool.RunAsync("run", path, "-o", _folder["out.ipynb"]);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldEndWith("Cell 2 failed: InvalidOperationException: no <b>\n");
        var cells = NotebookFile.ReadValidCells(_folder["out.ipynb"]);
        NotebookFile.Outputs(cells[2]).ShouldBe(["InvalidOperationException: no <b>"]);
        cells[2]!["outputs"]![0]!["traceback"]!.AsArray().Select(line => (string?)line).ShouldBe(
            ["System.InvalidOperationException: no <b>", "   at Submission#1.F() in cell 1, line 1", "   at cell 2, line 3"]);
        cells[3]!["execution_count"].ShouldBeNull();
        NotebookFile.Outputs(cells[3]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_cell_that_does_not_compile_is_written_with_the_line_it_is_about()
    {
        var path = NotebookFile.Write(_folder["in.ipynb"], "var a = 1;\nvar b = missing;");
        var run = await Up42Tool.RunAsync("run", path, "-o", _folder["out.ipynb"]);

        run.ExitCode.ShouldBe(1);
        NotebookFile.ReadValidCells(_folder["out.ipynb"])[0]!["outputs"]![0]!["traceback"]!.AsArray().Select(line => (string?)line).ShouldBe(
            ["(2,9): error CS0103: The name 'missing' does not exist in the current context", "    var b = missing;", "            ^"]);
    }

    [Fact]
    public async Task Run_value_that_cannot_be_shown_is_the_cells_error()
    {
        var path = NotebookFile.Write(_folder["in.ipynb"], "class Bad { public override string ToString() => throw new FormatException(\"unshowable\"); }\nnew Bad()");
        var run = await Up42Tool.RunAsync("run", path, "-o", _folder["out.ipynb"]);

        run.ExitCode.ShouldBe(1);
        NotebookFile.Outputs(NotebookFile.ReadValidCells(_folder["out.ipynb"])[0]).ShouldBe(["FormatException: unshowable"]);
    }

    [Theory]
    [InlineData("SIGINT")]
    [InlineData("SIGTERM")]
    public async Task Run_interrupted_writes_what_was_done(string signal)
    {
        var path = NotebookFile.Write(
            _folder["in.ipynb"],
            "\"first\"",
            "Console.Write(\"started\"); File.Create(\"started\").Dispose(); System.Threading.Thread.Sleep(-1);",
            "\"last\"");
        using var watcher = new FileSystemWatcher(_folder.Path, "started");
        var started = new TaskCompletionSource();
        watcher.Created += (_, _) => started.TrySetResult();
        watcher.EnableRaisingEvents = true;
        using var process = Up42Tool.Start("run", path, "-o", _folder["out.ipynb"]);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Tool.Run("/bin/sh", "-c", $"kill -{signal[3..]} {process.Id}");
        var run = await Up42Tool.EndAsync(process);

        run.ExitCode.ShouldBe(130);
        run.Error.ShouldEndWith("Interrupted.\n");
        var cells = NotebookFile.ReadValidCells(_folder["out.ipynb"]);
        NotebookFile.Outputs(cells[0]).ShouldBe(["execute_result: first"]);
        NotebookFile.Outputs(cells[1]).ShouldBe(["stdout: started"]);
        NotebookFile.Outputs(cells[2]).ShouldBeEmpty();
        _folder.Files.ShouldBe(["in.ipynb", "out.ipynb", "started"]);
    }

    [Fact]
    public async Task Run_parameters_take_the_type_of_their_defaults()
    {
        var path = NotebookFile.Write(
            _folder["in.ipynb"], "// Defaults\nvar word = \"a\"; int count = 1; double share = 0.5; bool on = false; string? none = null;", "$\"{word} {count + 1} {share} {on} {none}\"");
        var run = await Up42Tool.RunAsync(
            "run", path, "-o", _folder["out.ipynb"], "--param", "word=3 \"x\"=\\y", "--param", "count=41", "--param", "share=1e3", "--param", "on=true", "--param", "none=n");

        run.ExitCode.ShouldBe(0, run.Error);
        var cells = NotebookFile.ReadValidCells(_folder["out.ipynb"]);
        cells[1]!["metadata"]!["tags"]![0]!.GetValue<string>().ShouldBe("injected-parameters");
        NotebookFile.Outputs(cells[2]).ShouldBe(["execute_result: 3 \"x\"=\\y 42 1000 True n"]);

        var again = await Up42Tool.RunAsync("run", _folder["out.ipynb"], "-o", _folder["again.ipynb"], "--param", "word=b");
        again.ExitCode.ShouldBe(0, again.Error);
        NotebookFile.Outputs(NotebookFile.ReadValidCells(_folder["again.ipynb"])[2]).ShouldBe(["execute_result: b 2 0.5 False "]);
    }

    private async Task<JsonArray> RunAsync(params string[] cells)
    {
        var run = await Up42Tool.RunAsync("run", NotebookFile.Write(_folder["in.ipynb"], cells), "-o", _folder["out.ipynb"]);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBe($"{_folder["out.ipynb"]}\n");
        return NotebookFile.ReadValidCells(_folder["out.ipynb"]);
    }

    public void Dispose() => _folder.Dispose();
}
