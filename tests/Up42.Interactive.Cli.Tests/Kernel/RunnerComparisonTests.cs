using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Up42.Interactive.Cli.Tests.Notebooks;

namespace Up42.Interactive.Cli.Tests.Kernel;

/// <summary><c>up42 run</c> against the kernel, cell by cell: what one shows, the other shows, and what one refuses, the other refuses.</summary>
[Collection(KernelCollection.Name)]
public sealed partial class RunnerComparisonTests(KernelFeed feed)
{
    // The kernel is shared: other tests may have loaded the package, with which lists are shown otherwise, before.
    private static readonly string[] Cells =
    [
        "#r \"nuget: Up42.Interactive\"\nusing Up42.Interactive;",
        "var word = \"one\"; Console.WriteLine(word); Console.WriteLine(\"more\"); Console.Error.WriteLine(\"oops\"); Console.Write(\"end\");",
        "word",
        "word;",
        "var silent = 5;",
        "1 + silent",
        "new { Name = \"<b>\", Count = 3 }",
        "new[] { 1.5, double.NaN }",
        "null",
        "(object)null",
        "DateTime.UnixEpoch",
        "TimeSpan.FromSeconds(90)",
        "await Task.FromResult(6)",
        "await Task.CompletedTask",
        "HTML(\"<i>as is</i>\")",
        "display(word); word.Display(); 7",
        "\"a = b\".DisplayAs(\"text/markdown\");",
        "var shown = display(\"first\"); shown.Update(\"second\");",
        "using Microsoft.DotNet.Interactive;\nvar live = KernelInvocationContext.Current.Display(\"half\", \"text/plain\"); live.Update(\"whole\");",
        "int Unused() { int x; return 1; }",
        "Path.GetTempPath()",
        "File.Exists(\"a\")",
        "var http = new HttpClient();",
        "CultureInfo.InvariantCulture",
        "missing",
        "var twice = 1; var twice = 2;",
        "string text = null; text.Length",
        "throw new InvalidOperationException(\"no <b>\");",
        "return 3;",
        "record Point(int X, int Y);\nnew Point(1, 2)",
        "extension(string text) { public int Twice => 2 * text.Length; }",
        "static class Words { extension(string text) { public int Twice => 2 * text.Length; } }",
        "ReadOnlySpan<char> span = \"abc\";",
        "unsafe { int* pointer = null; }",
        "#nullable enable\nstring nothing = null;",
        "new System.Text.Json.Nodes.JsonArray(1, 2)",
        "Environment.CurrentDirectory.Length > 0",
        "Console.WriteLine(new string('x', 200));",
        "foreach (var each in new[] { 1, 2 }) each.Display();",
        "Task.Run(() => Console.Write(\"from a thread\")).Wait();",
        "await foreach (var each in new List<int> { 1 }.ToAsyncEnumerable()) Console.Write(each);",
        "(1, \"two\")",
        "new Dictionary<string, int> { [\"a\"] = 1 }",
        "Enumerable.Range(1, 40)",
        "typeof(string)",
        "\"text\".ToDisplayString()",
        "using Microsoft.DotNet.Interactive.Formatting;\n\"text\".ToDisplayString(\"text/plain\")",
        "Formatter.Register<Version>((version, writer) => writer.Write(\"own\"), \"text/html\"); new Version(1, 2)",
        "new Version(1, 2)",
        "throw new AggregateException(new FormatException(\"inner\"));",
        "async Task<int> Later() { await Task.Yield(); return 5; }",
        "await Later()",
        "goto end; end: ;",
        "var (left, right) = (1, 2); left + right",
        "if (true) 5",
        "#error stop",
        "#warning careful",
        "#line 100\nmissing",
        "System.Console.Out.Flush(); \"a\" + \"b\"",
        "Span<int> numbers = stackalloc int[3]; numbers.Length",
        "using var stream = new System.IO.MemoryStream(); stream.Length",
        "(BandList)[1]",
        "System.Text.Json.JsonDocument.Parse(\"[1, {}]\")",
        "nameof(IDisplay)",
        "new[] { 1, 2 }.Select(n => new { Name = \"<b>\", Half = n / 2.0 })",
        "new[] { \"a <b>\", \"c\" }",
        "new[] { 1.5, double.NaN }.Select(number => number * 2)",
        "new { Numbers = new[] { 1, 2 }, Name = \"<b>\", Pairs = new[] { (1, \"two\") } }",
    ];

    [Fact]
    public async Task Runner_shows_and_refuses_cell_by_cell_what_the_kernel_does()
    {
        using var folder = new TempFolder();
        File.Copy(Path.Combine(feed.Notebooks, "nuget.config"), folder["nuget.config"]);
        var run = await Up42Tool.RunAsync("run", NotebookFile.Write(folder["in.ipynb"], Cells), "-o", folder["out.ipynb"], "--allow-errors");
        run.ExitCode.ShouldBe(0, run.Error);
        var own = NotebookFile.ReadValidCells(folder["out.ipynb"]).Select(cell => Describe(cell!["outputs"]!.AsArray())).ToList();

        var kernel = await feed.SharedAsync();
        var differences = new List<string>();
        foreach (var (cell, shown) in Cells.Zip(own))
        {
            var reply = Describe(new JsonArray([.. (await kernel.RunAsync(cell)).ToOutputs()]));
            if (reply != shown)
            {
                differences.Add($"{cell}\n  kernel: {reply}\n  up42:   {shown}");
            }
        }

        differences.ShouldBeEmpty();
    }

    // Of an error only that there is one: the kernel says a compiler's on stderr. What a package says when it loads is not compared.
    private static string Describe(JsonArray outputs) =>
        outputs.Any(output => (string?)output!["output_type"] == "error") ? "error"
        : string.Join(" | ", outputs.Select(output => Shown(output!)).Where(shown => !PackageSays().IsMatch(shown)));

    private static string Shown(JsonNode output) => (string?)output["output_type"] is "stream"
        ? $"{output["name"]}: {Text(output["text"]).Trim()}"
        : $"{output["output_type"]}: {Text(output["data"]!["text/html"] ?? output["data"]!.AsObject().First().Value)}";

    private static string Text(JsonNode? text) => Submission().Replace(text is JsonArray ? NotebookFile.Text(text) : (string?)text ?? "", "Submission");

    [GeneratedRegex("Installed Packages|Loading extensions from|is loaded:")]
    private static partial Regex PackageSays();

    [GeneratedRegex(@"Submission#\d+")]
    private static partial Regex Submission();
}
