using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>A tutorial, run by the real <c>up42</c> in a folder of its own, with one cell more at its end.</summary>
internal sealed partial class TutorialRun : IDisposable
{
    private readonly TempFolder _folder = new();

    private TutorialRun()
    {
    }

    /// <summary>The folder of the tutorials.</summary>
    public static string Source { get; } = Path.Combine(Samples.RepositoryRoot, "notebooks");

    /// <summary>All of them, by name without extension.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Source, "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    public Up42Tool.Result Result { get; private set; } = null!;

    /// <summary>The notebook with its outputs.</summary>
    public string Notebook => _folder["out.ipynb"];

    /// <summary>Its page.</summary>
    public string Page => _folder["out.html"];

    public IReadOnlyList<JsonObject> Cells { get; private set; } = [];

    /// <summary>The cells of a tutorial as it is committed.</summary>
    public static IReadOnlyList<JsonObject> Read(string name) => CellsOf(Path.Combine(Source, $"{name}.ipynb"));

    /// <summary>A cell's text.</summary>
    public static string Text(JsonObject cell) => NotebookFile.Text(cell["source"]);

    /// <summary>Whether it is a cell of code.</summary>
    public static bool IsCode(JsonObject cell) => (string?)cell["cell_type"] == "code";

    /// <summary>Whether a cell has a tag.</summary>
    public static bool HasTag(JsonObject cell, string tag) => cell["metadata"]?["tags"]?.AsArray().Any(each => (string?)each == tag) == true;

    /// <summary>What the quickstart needs, which alone brings no sandbox; null for the others.</summary>
    public static async Task<SandboxServer?> StartSandboxAsync(string name) => name.StartsWith("01", StringComparison.Ordinal)
        ? await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken)
        : null;

    /// <summary>Runs one.</summary>
    public static async Task<TutorialRun> StartAsync(string name, params string[] arguments)
    {
        var run = new TutorialRun();
        var path = run._folder[$"{name}.ipynb"];
        var notebook = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Source, $"{name}.ipynb")))!;
        var cells = notebook["cells"]!.AsArray();
        cells.Add(new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = "null-for-each",
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = NullForEach([.. cells.Select(cell => cell!.AsObject())]),
        });
        await File.WriteAllTextAsync(path, notebook.ToJsonString());
        run.Result = await Up42Tool.RunAsync(["run", path, "-o", run.Notebook, "--html", run.Page, .. arguments]);
        run.Cells = CellsOf(run.Notebook);
        return run;
    }

    /// <summary>What each cell showed, in a line each: what it is, without what differs from run to run.</summary>
    public string Shown() => string.Concat(Cells.SkipLast(1).Where(IsCode).SelectMany(cell => Shown(cell, _folder.Path)));

    public void Dispose() => _folder.Dispose();

    private static IReadOnlyList<JsonObject> CellsOf(string path) =>
        [.. JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray().Select(cell => cell!.AsObject())];

    private static IEnumerable<string> Shown(JsonObject cell, string folder) =>
        from output in cell["outputs"]!.AsArray()
        where (string?)output!["output_type"] is "execute_result" or "display_data"
        let text = NotebookFile.Text(output["data"]!["text/plain"]).Split('\n')[0]
        where !Work().IsMatch(text)
        select $"{(string?)cell["id"]}: {Changing().Replace(text.Replace(folder, "", StringComparison.Ordinal), "…")}\n";

    /// <summary>
    /// Code that, for each variable that some cell shows, sets it to null and asks whether the check cell notices. So a display that
    /// gave nothing cannot go unnoticed.
    /// </summary>
    private static string NullForEach(IReadOnlyList<JsonObject> cells)
    {
        var code = cells.Where(IsCode).Select(Text).ToList();
        var check = Text(cells.Single(cell => (string?)cell["id"] == "check"));
        var shown = code.SelectMany(text => Displayed().Matches(text)).Select(match => match.Groups["name"].Value).Distinct();
        return "using System.IO;\nvar unnoticed = new List<string>();\nvar (console, silence) = (Console.Out, TextWriter.Null);\nConsole.SetOut(silence);\n"
            + string.Concat(
                shown.Select(name =>
                    $"{{ var kept = {name}; {name} = null; var noticed = false;\ntry {{\n{check}\n"
                    + $"}} catch {{ noticed = true; }}\n{name} = kept; if (!noticed) unnoticed.Add(\"{name}\"); }}\n"))
            + "Console.SetOut(console);\nConsole.WriteLine(string.Join(\", \", unnoticed));";
    }

    /// <summary>What <see cref="NullForEach"/> found.</summary>
    public string Unnoticed => NotebookFile.Outputs(Cells[^1]).Single();

    // The name at the front of a cell's last line, or of a line that displays it.
    [GeneratedRegex(@"^(?<name>[a-z]\w*)(\.\w+)*(\.Display\(\);$|(\(.*\))?\z)", RegexOptions.Multiline)]
    private static partial Regex Displayed();

    // What work in progress shows of itself in place: how often depends on the machine.
    [GeneratedRegex(@": .*( done|, ran |/s\b| in [\d.]+ m?s\b)")]
    private static partial Regex Work();

    // Times, states on the way, sizes of files, a sandbox's port.
    [GeneratedRegex(@", seen .*|127\.0\.0\.1:\d+|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[,.\d]*|NOT STARTED|PENDING|RUNNING|[\d,.]+ [kMG]?B\b")]
    private static partial Regex Changing();
}
