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

    [Fact]
    public async Task Run_with_errors_allowed_goes_on_and_names_the_cells_that_failed()
    {
        var path = NotebookFile.Write(_folder["in.ipynb"], "throw new FormatException(\"one\");", "int two = \"2\";", "\"three\"");
        var run = await Up42Tool.RunAsync("run", path, "-o", _folder["out.ipynb"], "--allow-errors");

        run.ExitCode.ShouldBe(0);
        run.Error.ShouldContain("Cell 1 failed: FormatException: one\nCell 2 failed: Compilation error: (1,11): error CS0029");
        NotebookFile.Outputs(NotebookFile.ReadValidCells(_folder["out.ipynb"])[2]).ShouldBe(["execute_result: three"]);
    }

    [Fact]
    public async Task Run_cell_that_is_meant_to_fail_is_shown_with_its_error_and_is_none()
    {
        var cells = await RunAsync("// Fails\nthrow new FormatException(\"so it shall\");", "\"next\"");

        NotebookFile.Outputs(cells[0]).ShouldBe(["FormatException: so it shall"]);
        NotebookFile.Outputs(cells[1]).ShouldBe(["execute_result: next"]);
    }

    [Fact]
    public async Task Run_cell_that_takes_too_long_ends_the_run_even_with_errors_allowed()
    {
        var path = NotebookFile.Write(_folder["in.ipynb"], "// Fails\nSystem.Threading.Thread.Sleep(-1);", "\"later\"");
        var run = await Up42Tool.RunAsync("run", path, "-o", _folder["out.ipynb"], "--timeout", "1", "--allow-errors");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldEndWith("Cell 1 failed: Timeout: The cell had not ended after 1 s, the time that --timeout gives it.\n");
        var cells = NotebookFile.ReadValidCells(_folder["out.ipynb"]);
        NotebookFile.Outputs(cells[0]).ShouldBe(["Timeout: The cell had not ended after 1 s, the time that --timeout gives it."]);
        NotebookFile.Outputs(cells[1]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_in_another_folder_writes_there_and_still_finds_what_lies_beside_the_notebook()
    {
        Directory.CreateDirectory(_folder["elsewhere"]);
        File.WriteAllText(_folder["helper.csx"], "string Help() => \"helped\";");
        var path = NotebookFile.Write(_folder["in.ipynb"], "#load \"helper.csx\"\nFile.WriteAllText(\"note.txt\", Help());");
        var run = await Up42Tool.RunAsync("run", path, "--cwd", _folder["elsewhere"]);

        run.ExitCode.ShouldBe(0, run.Error);
        File.ReadAllText(_folder["elsewhere/note.txt"]).ShouldBe("helped");
    }

    [Fact]
    public async Task Run_what_work_shows_live_is_kept_as_it_ended()
    {
        var cells = await RunAsync(
            "#r \"nuget: Up42.Interactive\"\nusing Up42.Interactive;\n"
            + "class Shown(string text) : IDisplay { public string ToHtml() => $\"<p>{text}</p>\"; public override string ToString() => text; }\n"
            + "class Host : INotebookHost { public Action<IDisplay> Show(IDisplay display) { var shown = display.Display(); return next => shown.Update(next); } }\n"
            + "var replace = new Host().Show(new Shown(\"half\")); Console.Write(\"after\"); replace(new Shown(\"whole\"));",
            Extension);

        NotebookFile.Outputs(cells[0]).ShouldBe(["display_data: whole", "stdout: after"]);
        NotebookFile.Outputs(cells[1]).ShouldBe(["display_data: Up42.Interactive 0.1.0 is loaded: jobs, tables, plots and maps show themselves. Begin with: using Up42.Interactive;"]);
    }

    // What the package runs in a notebook that loads it; its first line is a magic command for C#.
    private static string Extension => File.ReadAllText(Path.Combine(
        Samples.RepositoryRoot, "src", "Up42.Interactive", "interactive-extensions", "dotnet", "extension.dib"));

    private async Task<JsonArray> RunAsync(params string[] cells)
    {
        var run = await Up42Tool.RunAsync("run", NotebookFile.Write(_folder["in.ipynb"], cells), "-o", _folder["out.ipynb"]);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBe($"{_folder["out.ipynb"]}\n");
        return NotebookFile.ReadValidCells(_folder["out.ipynb"]);
    }

    public void Dispose() => _folder.Dispose();
}
