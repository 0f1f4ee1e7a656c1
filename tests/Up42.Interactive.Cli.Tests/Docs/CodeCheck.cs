using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Up42.Interactive.Cli.Tests.Docs;

/// <summary>Compiles code of documents as cells: with the names a reader would have by then.</summary>
internal static partial class CodeCheck
{
    private const string Names =
        """
        using Up42.Interactive;
        Up42Client up42 = null!; Project project = null!; Job job = null!; JobTask jobTask = null!; JobCollection jobs = null!; JobResults results = null!;
        ProcessingJob processingJob = null!; Process process = null!; StacItems items = null!; Order order = null!;
        FeatureTable table = null!, aoi = null!, a = null!, b = null!; IResultsBucket bucket = null!;
        string jobId = "", jobTaskId = "", projectId = "", path = "", key = "", user = "", password = ""; string[] jobIds = [];
        """;

    private static readonly Script<object> Start = CSharpScript.Create(
        Names,
        ScriptOptions.Default
            .WithImports("System", "System.Text", "System.Collections", "System.Linq", "System.Collections.Generic", "System.Threading.Tasks")
            .WithReferences(
                ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                    .Select(path => MetadataReference.CreateFromFile(path))));

    /// <summary>What the compiler says against cells, one after the other; empty when they compile.</summary>
    public static IReadOnlyList<string> Errors(params IEnumerable<string> cells)
    {
        var errors = new List<string>();
        var script = Start;
        foreach (var cell in cells)
        {
            script = script.ContinueWith(Directive().Replace(cell, "//"));
            errors.AddRange(script.GetCompilation().GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
        }

        return errors;
    }

    // The packages of cells and of programs of one file are all there.
    [GeneratedRegex("^#(r |:)", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
