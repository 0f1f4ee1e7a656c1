using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>One notebook with a part for each thing that a kernel does, run once by the real <c>up42</c>; cells that fail do not end it.</summary>
public sealed class KernelRun : IAsyncLifetime
{
    private static readonly (string Name, string[] Cells)[] Parts =
    [
        ("state",
        [
            "%md # MarkdownRenderer stays",
            "var word = \"one\"; Console.WriteLine(word); Console.WriteLine(\"more\"); Console.Error.WriteLine(\"oops\"); Console.Write(\"end\");",
            "using Microsoft.DotNet.Interactive; var shown = KernelInvocationContext.Current.Display(word); await Task.Delay(1); 42",
            "shown.Update(\"two\"); word.Length.Display(); word + \"!\"",
            "var silent = 5;",
            "await Task.FromResult(6)",
            "await Task.CompletedTask",
        ]),
        ("compile error", ["var a = 1;\nvar b = missing;"]),
        ("meant to fail", ["// Fails\nthrow new FormatException(\"so it shall\");"]),
        ("unshowable", ["class Bad { public override string ToString() => throw new FormatException(\"unshowable\"); }\nnew Bad()"]),
        ("formats", ["new { Name = \"<b>\", Count = 3 }", "HTML(\"<i>as is</i>\")", "\"a = b\".DisplayAs(\"text/markdown\");"]),
        ("paths", ["#r \"Own.dll\"\nnameof(Up42.Interactive.TestKit.TempFolder)", "#load \"helper.csx\"\nSystem.IO.File.WriteAllText(\"note.txt\", Help());"]),
        ("package", ["#i \"nuget:/feed\"\n#r \"nuget: Up42.Interactive, 99.0.0\"\nusing Up42.Interactive;", "nameof(IDisplay)",
            "new[] { 1, 2 }.Select(n => new { Name = \"<b>\", Half = n / 2.0 })",
            "new[] { 1, 2 }.Select(n => new { Name = \"<b>\", Half = n / 2.0 }).ToTable()",
            "new[] { new[] { new { Half = 0.5 } }.ToTable() }"]),
        ("live",
        [
            """
            using Microsoft.DotNet.Interactive;
            class Shown(string text) : IDisplay { public string ToHtml() => $"<p>{text}</p>"; public override string ToString() => text; }
            class Host : INotebookHost
            {
                public Action<IDisplay> Show(IDisplay display)
                {
                    var shown = KernelInvocationContext.Current.Display(display);
                    return next => shown.Update(next);
                }
            }
            var replace = new Host().Show(new Shown("half")); Console.Write("after"); replace(new Shown("whole"));
            """,
            "NotebookHost.AnnounceVersion();",
        ]),
        ("as strict",
        [
            "int Unused() { int x; return 1; }",
            "Path.GetTempPath()",
        ]),
    ];

    private readonly TempFolder _folder = new();
    private JsonArray _cells = [];

    internal Up42Tool.Result Result { get; private set; } = null!;

    /// <summary>The folder that it was told to run in, beside the notebook's.</summary>
    internal string WorkingFolder => _folder["elsewhere"];

    /// <summary>The notebook with its outputs.</summary>
    internal string Output => _folder["out.ipynb"];

    public async ValueTask InitializeAsync()
    {
        File.Copy(typeof(KernelRun).Assembly.Location.Replace("Cli.Tests", "TestKit", StringComparison.Ordinal), _folder["Own.dll"]);
        await File.WriteAllTextAsync(_folder["helper.csx"], "string Help() => \"helped\";");
        Directory.CreateDirectory(WorkingFolder);
        var notebook = NotebookFile.Write(_folder["in.ipynb"], [.. Parts.SelectMany(part => part.Cells)]);
        Result = await Up42Tool.RunAsync("run", notebook, "-o", Output, "--cwd", WorkingFolder, "--allow-errors");
        _cells = NotebookFile.ReadValidCells(Output);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The cells of a part.</summary>
    internal IReadOnlyList<JsonNode> Cells(string part)
    {
        var start = Parts.TakeWhile(each => each.Name != part).Sum(each => each.Cells.Length);
        return [.. _cells.Skip(start).Take(Parts.Single(each => each.Name == part).Cells.Length).Select(cell => cell!)];
    }
}
