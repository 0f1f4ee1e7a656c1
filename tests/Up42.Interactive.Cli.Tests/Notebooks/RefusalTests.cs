using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli.Tests.Notebooks;

public sealed class RefusalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("#!fsharp\nlet x = 1", "in.ipynb, cell 2: up42 run runs C# and knows no #!fsharp.")]
    public async Task Run_what_it_cannot_run_is_refused_before_anything_runs(string cell, string sentence)
    {
        var path = NotebookFile.Write(_folder["in.ipynb"], "File.Create(\"ran\").Dispose();", cell);

        await ShouldRefuseAsync(sentence, path);
    }

    [Fact]
    public async Task Run_package_that_cannot_be_had_is_refused_before_anything_runs()
    {
        Directory.CreateDirectory(_folder["feed"]);
        File.WriteAllText(
            _folder["nuget.config"],
                "<configuration><packageSources><clear/><add key=\"empty\" value=\"feed\"/></packageSources></configuration>");
        var path = NotebookFile.Write(_folder["in.ipynb"], "File.Create(\"ran\").Dispose();", "#i \"nuget:feed\"\n#r \"nuget: Up42.Interactive.Moon, 0.1.0\"");

        var run = await Up42Tool.RunAsync("run", path);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("up42: The notebook's packages can't be had. error NU1101: Unable to find package Up42.Interactive.Moon.");
        _folder.Files.ShouldNotContain("ran");
    }

    [Fact]
    public async Task Run_notebook_of_another_language_is_refused()
    {
        var path = NotebookFile.Write(_folder["in.ipynb"], "1");
        Change(path, json => json["metadata"]!["kernelspec"]!["language"] = "python");

        await ShouldRefuseAsync("in.ipynb is written in python; up42 run runs C# notebooks.", path);
    }

    [Fact]
    public async Task Run_cell_marked_with_another_language_is_refused()
    {
        var path = NotebookFile.Write(_folder["in.ipynb"], "1");
        Change(path, json => json["cells"]![0]!["metadata"]!["polyglot_notebook"] = new JsonObject { ["kernelName"] = "sql" });

        await ShouldRefuseAsync("in.ipynb, cell 1: it is written in sql; up42 run runs C# cells.", path);
    }

    [Fact]
    public async Task Run_old_nbformat_is_refused()
    {
        var path = NotebookFile.Write(_folder["in.ipynb"], "1");
        Change(path, json => json["nbformat"] = 3);

        await ShouldRefuseAsync($"{path} is not in nbformat 4: open it in Jupyter and save it, then run it here.", path);
    }

    [Fact]
    public async Task Run_file_that_is_no_notebook_is_refused()
    {
        File.WriteAllText(_folder["text.ipynb"], "hello");
        File.WriteAllText(_folder["list.ipynb"], "{\"nbformat\":4}");
        File.WriteAllText(_folder["twice.ipynb"], "{\"nbformat\":4,\"cells\":[],\"cells\":[]}");
        File.WriteAllText(_folder["deep.ipynb"], new string((char)91, 100_000));

        await ShouldRefuseAsync($"{_folder["text.ipynb"]} is not a valid notebook: it is not a JSON object.", _folder["text.ipynb"]);
        await ShouldRefuseAsync($"{_folder["list.ipynb"]} is not a valid notebook: it has no list of cells.", _folder["list.ipynb"]);
        await ShouldRefuseAsync($"{_folder["twice.ipynb"]} is not a valid notebook: it is not a JSON object.", _folder["twice.ipynb"]);
        await ShouldRefuseAsync($"{_folder["deep.ipynb"]} is not a valid notebook: it is not a JSON object.", _folder["deep.ipynb"]);
        await ShouldRefuseAsync($"{_folder.Path} cannot be read: Access to the path '{_folder.Path}' is denied.", _folder.Path);
        await ShouldRefuseAsync($"There is no {_folder["none.ipynb"]}.", _folder["none.ipynb"]);
        Tool.Run("mkfifo", _folder["pipe.ipynb"]);
        await ShouldRefuseAsync($"{_folder["pipe.ipynb"]} is a pipe, socket or device, not a notebook.", _folder["pipe.ipynb"]);
    }

    [Theory]
    [InlineData("3", "cell 1: it is not an object")]
    [InlineData("{}", "cell 1: its cell_type is not code, markdown or raw")]
    [InlineData("{\"cell_type\":\"code\",\"source\":[1]}", "cell 1: its source is not text")]
    [InlineData("{\"cell_type\":\"code\",\"id\":7}", "cell 1: its id is not text")]
    [InlineData("{\"cell_type\":\"code\",\"metadata\":[]}", "cell 1: its metadata are not an object")]
    [InlineData(
        "{\"cell_type\":\"code\",\"metadata\":{\"polyglot_notebook\":{\"kernelName\":1}}}",
            "cell 1: its metadata's polyglot_notebook is not as nbformat has it")]
    [InlineData("{\"cell_type\":\"code\",\"execution_count\":\"x\"}", "cell 1: its execution_count is not a whole number")]
    [InlineData("{\"cell_type\":\"code\",\"outputs\":[{\"output_type\":\"stream\"}]}", "cell 1: its outputs are not a list of nbformat's outputs")]
    [InlineData("{\"cell_type\":\"code\",\"outputs\":[{\"output_type\":\"error\",\"ename\":1}]}", "cell 1: its outputs are not a list of nbformat's outputs")]
    [InlineData("{\"cell_type\":\"markdown\",\"attachments\":{\"a\":1}}", "cell 1: its attachments are not lists of texts by MIME type")]
    public async Task Run_malformed_cell_is_refused_in_a_sentence(string cell, string problem)
    {
        File.WriteAllText(_folder["in.ipynb"], $"{{\"nbformat\":4,\"nbformat_minor\":\"x\",\"metadata\":{{}},\"cells\":[{cell}]}}");

        await ShouldRefuseAsync($"{_folder["in.ipynb"]} is not a valid notebook: {problem}.", _folder["in.ipynb"]);
    }

    [Theory]
    [InlineData("other=1", "--param other: the parameters cell declares count, when.")]
    [InlineData("count=x", "--param count: 'x' is no int.")]
    [InlineData("count", "--param count: write it as NAME=VALUE.")]
    [InlineData("when=2", "--param when: a DateTime can't be set from the command line; strings, numbers, bool and Uri can.")]
    public async Task Run_parameter_that_does_not_fit_is_refused(string parameter, string sentence) =>
        await ShouldRefuseAsync(
            sentence, NotebookFile.Write(_folder["in.ipynb"], "// Defaults\nint count = 1; DateTime when = default;"), "--param",
                parameter);

    [Fact]
    public async Task Run_parameter_without_a_parameters_cell_is_refused() =>
        await ShouldRefuseAsync(
            "--param needs a cell that declares parameters: give the notebook one with the tag 'parameters'.",
            NotebookFile.Write(_folder["in.ipynb"], "1"), "--param", "a=1");

    [Fact]
    public async Task Run_working_folder_or_timeout_that_cannot_be_is_refused()
    {
        var path = NotebookFile.Write(_folder["in.ipynb"], "1");

        await ShouldRefuseAsync($"There is no folder {_folder["none"]}.", path, "--cwd", _folder["none"]);
        await ShouldRefuseAsync("--timeout: name the seconds one cell may take, more than 0 and at most a day's 86400.", path, "--timeout", "0");
    }

    [Fact]
    public async Task Run_command_line_that_is_not_understood_ends_with_2()
    {
        (await Up42Tool.RunAsync("run")).ExitCode.ShouldBe(2);
        (await Up42Tool.RunAsync("run", "a.ipynb", "--no-such")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Run_refusal_is_told_in_a_sentence_and_ends_with_1()
    {
        var run = await Up42Tool.RunAsync("run", _folder["none.ipynb"]);

        run.ShouldBe(new Up42Tool.Result(1, "", $"up42: There is no {_folder["none.ipynb"]}.\n"));
    }

    // In this process: what refuses runs nothing.
    private async Task ShouldRefuseAsync(string sentence, params string[] arguments)
    {
        var run = CommandLine.Create().Parse(["run", .. arguments, "-o", _folder["out.ipynb"]]);

        var refusal = await Should.ThrowAsync<CommandException>(
            () => run.InvokeAsync(new() { EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken));

        refusal.Message.ShouldBe(sentence);
        _folder.Files.ShouldNotContain("out.ipynb");
        _folder.Files.ShouldNotContain("ran");
    }

    private static void Change(string path, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        change(json);
        File.WriteAllText(path, json.ToJsonString());
    }

    public void Dispose() => _folder.Dispose();
}
