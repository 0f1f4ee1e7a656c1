using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using Up42.Interactive.KernelExtension;

namespace Up42.Interactive.Cli;

/// <summary>A C# kernel: runs cells one after another in one state, with the imports and helpers of .NET Interactive's.</summary>
internal sealed class CSharpSession
{
    // A notebook that runs here shall run in .NET Interactive: no name and no language of its own makes more compile.
    private const string Prelude = "using static Microsoft.DotNet.Interactive.Kernel;";

    private static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
    ];

    private readonly CellDisplays _displays = new();
    private readonly LoadedCode _loaded;
    private readonly ReferencedFiles _referenced;
    private readonly Task<ScriptState<object>> _prelude;
    private ScriptState<object>? _state;

    /// <summary>Starts the compiler at once, in the background: its first use takes most of the time to the first cell's result.</summary>
    /// <param name="folder">Where relative paths of <c>#r</c> and <c>#load</c> start.</param>
    public CSharpSession(string folder)
    {
        ExceptionFormatter.Register();
        (_loaded, _referenced) = (new LoadedCode(folder), new ReferencedFiles(folder));
        _prelude = Task.Run(() =>
        {
            var options = ScriptOptions.Default.WithImports(Imports)
                .AddReferences(typeof(Kernel).Assembly, typeof(Formatter).Assembly, typeof(IHtmlContent).Assembly);
            return CSharpScript.RunAsync(Prelude, Options(options, "prelude"));
        });
    }

    /// <summary>What was restored for the notebook.</summary>
    public PackageRestore Packages { get; set; } = PackageRestore.None;

    /// <summary>Runs one cell.</summary>
    /// <param name="code">C#; the value of a last expression without a semicolon is the cell's value.</param>
    /// <param name="name">What stack traces call it, for example <c>cell 3</c>.</param>
    /// <param name="outputs">Takes what is displayed while it runs.</param>
    /// <param name="cancellationToken">Stops waiting for the cell, also when its code does not look at any token.</param>
    public Task<CellResult> RunAsync(string code, string name, CellOutputs outputs, CancellationToken cancellationToken) =>
        Task.Run(
            async () =>
            {
                using var context = _displays.Begin(code, outputs);
                _state ??= await _prelude.ConfigureAwait(false);
                try
                {
                    return await ContinueAsync(code, name, cancellationToken).ConfigureAwait(false);
                }
                catch (InsufficientExecutionStackException)
                {
                    return CellResult.Failed(CellErrors.TooDeep());
                }
            },
            cancellationToken).WaitAsync(cancellationToken);

    private async Task<CellResult> ContinueAsync(string code, string name, CancellationToken cancellationToken)
    {
        if (CodeNesting.IsTooDeep(code))
        {
            return CellResult.Failed(CellErrors.TooDeep());
        }

        var (plainCode, references) = PackageDirectives.Resolve(code, Packages);
        if (references.Any(reference => Path.GetFileName(reference.Display) == "Up42.Interactive.dll"))
        {
            FindFormatters();
        }

        var script = _state!.Script.ContinueWith<object>(plainCode, Options(ScriptOptions.Default.WithReferences(references), name));
        var diagnostics = script.Compile(cancellationToken);
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            return CellResult.Failed(CellErrors.From(errors));
        }

        foreach (var warning in diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning && !diagnostic.IsSuppressed))
        {
            await Console.Error.WriteLineAsync(CellErrors.Describe(warning)).ConfigureAwait(false);
        }

        _state = await script.RunFromAsync(_state, _ => true, cancellationToken).ConfigureAwait(false);
        return _state.Exception is { } exception ? CellResult.Failed(CellErrors.From(exception, name, plainCode))
            : _state.ReturnValue is not null || EndsWithValue(script.GetCompilation(), name) ? CellResult.Returned(_state.ReturnValue)
            : CellResult.Silent;
    }

    // In the kernel the package shows a line when it is loaded: with that first of our types its formatters for others' are known,
    // and its extension makes tables of lists.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FindFormatters()
    {
        _ = Formatter.GetPreferredMimeTypesFor(typeof(FeatureTable));
        ListFormatter.Register();
    }

    private ScriptOptions Options(ScriptOptions options, string name) => options
        .WithLanguageVersion(LanguageVersion.CSharp14)
        .WithMetadataResolver(_referenced)
        .WithSourceResolver(_loaded)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8)
        .WithFilePath(name);

    private static bool EndsWithValue(Compilation compilation, string name)
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == name);
        return ((CompilationUnitSyntax)tree.GetRoot()).Members is [.., GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }]
            && last.SemicolonToken.IsMissing
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void };
    }
}
