namespace Up42.Interactive.Cli.Tests.Notebooks;

public sealed class RunTests : IDisposable
{
    private readonly TempFolder _folder = new();

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
            ["System.InvalidOperationException: no <b>", "   at Submission#1.F() in cell 1, line 1", "   at cell 2, line 3", "    F();", "    ^"]);
        cells[3]!["execution_count"].ShouldBeNull();
        NotebookFile.Outputs(cells[3]).ShouldBeEmpty();
    }

    [Fact]
    public Task Run_interrupted_writes_what_was_done() => IsEndedByAsync("INT");

    [Fact]
    [Trait("Tier", "Long")]
    public Task Run_terminated_writes_what_was_done() => IsEndedByAsync("TERM");

    [Fact]
    public async Task Run_parameters_take_the_type_of_their_defaults_and_replace_those_of_an_earlier_run()
    {
        var path = NotebookFile.Write(
            _folder["in.ipynb"], "// Defaults\nvar word = \"a\"; int count = 1; double share = 0.5; bool on = false; string? none = null;",
                "$\"{word} {count + 1} {share} {on} {none}\"");
        var run = await Up42Tool.RunAsync(
            "run", path, "-o", _folder["out.ipynb"], "--param", "word=3 \"x\"=\\y", "--param", "count=41", "--param", "share=1e3", "--param",
                "on=true", "--param", "none=n");

        run.ExitCode.ShouldBe(0, run.Error);
        var cells = NotebookFile.ReadValidCells(_folder["out.ipynb"]);
        cells[1]!["metadata"]!["tags"]![0]!.GetValue<string>().ShouldBe("injected-parameters");
        NotebookFile.Outputs(cells[2]).ShouldBe(["execute_result: 3 \"x\"=\\y 42 1000 True n"]);

        var again = Notebook.Read(_folder["out.ipynb"]);
        NotebookParameters.Inject(again, ["word=b"]);
        again.Cells.Select(cell => cell.Source).ShouldBe([again.Cells[0].Source, "// Parameters\nword = \"b\";", again.Cells[2].Source]);
    }

    [Fact]
    public async Task Run_map_without_GDAL_says_so_and_is_no_empty_map()
    {
        var path = NotebookFile.Write(
            _folder["in.ipynb"],
                $"#r \"nuget: "
                + $"Up42.Interactive\"\nUp42.Interactive.ResultMaps.MapResults(Up42.Interactive.JobResults.Open(@\"{Samples.BerlinTgz}\"))");
        using var process = Up42Tool.Start(_folder.Path, new Dictionary<string, string> { ["GDAL_LIBRARY"] = _folder["none.so"] }, "run", path);
        var run = await Up42Tool.EndAsync(process);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Cell 1 failed: Up42Exception: GDAL's native library was not found");
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

    [Theory]
    [InlineData("Environment.Exit(0);", "ProcessEnd: The cell ended the process by Environment.Exit. No cell ran after it.")]
    [InlineData("async void F() { await Task.Yield(); throw new Exception(\"thrown\"); } F(); System.Threading.Thread.Sleep(-1);",
        "Exception: thrown Nothing can catch it")]
    [InlineData("new System.Threading.Thread(() => throw new Exception(\"thrown\")).Start(); System.Threading.Thread.Sleep(-1);",
        "Exception: thrown Nothing can catch it")]
    [InlineData("int F(int n) => F(n + 1) + 1; F(0)", "ProcessEnd: The process ended while this cell ran")]
    public async Task Run_cell_that_ends_the_process_leaves_what_was_done_and_why(string cell, string said)
    {
        var path = NotebookFile.Write(_folder["in.ipynb"], "\"first\"", $"Console.Write(\"begun\"); {cell}", "\"last\"");
        var run = await Up42Tool.RunAsync("run", path, "-o", _folder["out.ipynb"]);

        run.ExitCode.ShouldNotBe(0);
        run.Error.ShouldContain(cell.Contains("F(0)", StringComparison.Ordinal) ? "Stack overflow" : $"Cell 2 failed: {said}");
        var cells = NotebookFile.ReadValidCells(_folder["out.ipynb"]);
        NotebookFile.Outputs(cells[0]).ShouldBe(["execute_result: first"]);
        NotebookFile.Outputs(cells[1]).Last().ShouldStartWith(said);
        NotebookFile.Outputs(cells[2]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_exception_of_a_cell_shows_no_secrets_and_may_have_no_text()
    {
        const string signed = "https://storage.example/a?X-Goog-Signature=0123456789abcdef0123456789abcdef";
        var path = NotebookFile.Write(
            _folder["in.ipynb"],
            "class Odd : Exception { public override string Message => throw new InvalidOperationException(); }",
            $"throw new Exception(\"\\u001b[31m{signed} failed\", new Exception(\"token=s3cr3t-t0ken-of-mine\"));",
            "throw new Odd();",
            "throw new Exception(new string('x', 50_000_000));");
        var run = await Up42Tool.RunAsync("run", path, "-o", _folder["out.ipynb"], "--allow-errors", "--html", _folder["out.html"]);

        run.Error.ShouldContain("Cell 2 failed: Exception: \uFFFD[31mhttps://storage.example/a?X-Goog-Signature=… failed\n");
        run.Error.ShouldContain("Cell 3 failed: Odd: It has no text: reading that failed with InvalidOperationException.\n");
        var cells = NotebookFile.ReadValidCells(_folder["out.ipynb"]);
        var outputs = string.Concat(cells.Select(cell => cell!["outputs"]!.ToString()));
        foreach (var text in new[] { run.Error, File.ReadAllText(_folder["out.html"]), outputs })
        {
            text.Length.ShouldBeLessThan(2_000_000);
            text.ShouldNotContain("s3cr3t-t0ken");
            text.Split("0123456789abcdef0123").Length.ShouldBeLessThanOrEqualTo(text.Contains("<html", StringComparison.Ordinal) ? 2 : 1);
        }
    }

    private async Task IsEndedByAsync(string signal)
    {
        var path = NotebookFile.Write(
            _folder["in.ipynb"],
            "\"first\"",
            "Console.Write(\"started\"); System.IO.File.Create(\"started\").Dispose(); System.Threading.Thread.Sleep(-1);",
            "\"last\"");
        using var watcher = new FileSystemWatcher(_folder.Path, "started");
        var started = new TaskCompletionSource();
        watcher.Created += (_, _) => started.TrySetResult();
        watcher.EnableRaisingEvents = true;
        using var process = Up42Tool.Start("run", path, "-o", _folder["out.ipynb"]);
        await started.Task.WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        Tool.Run("/bin/sh", "-c", $"kill -{signal} {process.Id}");
        var run = await Up42Tool.EndAsync(process);

        run.ExitCode.ShouldBe(130);
        run.Error.ShouldEndWith("Interrupted.\n");
        var cells = NotebookFile.ReadValidCells(_folder["out.ipynb"]);
        NotebookFile.Outputs(cells[0]).ShouldBe(["execute_result: first"]);
        NotebookFile.Outputs(cells[1]).ShouldBe(["stdout: started"]);
        NotebookFile.Outputs(cells[2]).ShouldBeEmpty();
        _folder.Files.ShouldBe(["in.ipynb", "out.ipynb", "started"]);
    }

    public void Dispose() => _folder.Dispose();
}
