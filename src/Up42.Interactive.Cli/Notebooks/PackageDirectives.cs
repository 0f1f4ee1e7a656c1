using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Up42.Interactive.Cli;

/// <summary>
/// <c>#r "nuget: …"</c> and <c>#i "nuget: …"</c> lines of cells. A package of Up42.Interactive stands for this build of it, whatever version
/// is asked for; other packages are restored.
/// </summary>
internal static partial class PackageDirectives
{
    private const string Prefix = "Up42.Interactive";

    /// <summary>Takes the package lines out of a cell (line numbers stay) and gives the assemblies they stand for.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="restored">What was restored for the notebook.</param>
    public static (string Code, IReadOnlyList<MetadataReference> References) Resolve(string code, PackageRestore restored)
    {
        var packages = Packages(code).Select(package => package.Name).ToList();
        var references = packages.Where(IsHere).SelectMany(Closure).Concat(packages.All(IsHere) ? [] : restored.Assemblies)
            .Distinct().Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        return (Directive().Replace(code, match => $"//{match.Value}"), [.. references]);
    }

    /// <summary>Restores what the cells ask for and this build does not hold.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="steps">Told of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CommandException">A package can't be had.</exception>
    public static async Task<PackageRestore> RestoreAsync(Notebook notebook, StepReporter steps, CancellationToken cancellationToken)
    {
        var packages = notebook.CodeToRun.SelectMany(cell => Packages(cell.Source)).Where(package => !IsHere(package.Name)).Distinct().ToList();
        if (packages.Count == 0)
        {
            return PackageRestore.None;
        }

        var sources = notebook.CodeToRun.SelectMany(cell => Directive().Matches(cell.Source)).Select(match => match.Groups["source"].Value)
            .Where(source => source.Length > 0).Distinct().ToList();
        var folder = Path.GetDirectoryName(notebook.Path)!;
        return await steps.StepAsync(
            $"Restore {string.Join(", ", packages.Select(package => package.Name))}",
            _ => PackageRestore.RunAsync(packages, sources, folder, cancellationToken)).ConfigureAwait(false);
    }

    private static IEnumerable<(string Name, string? Version)> Packages(string code) =>
        from match in Directive().Matches(code)
        where match.Groups["package"].Success
        select (match.Groups["package"].Value, match.Groups["version"].Success ? match.Groups["version"].Value : null);

    private static bool IsHere(string package) => package.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && File.Exists(AssemblyPath(package));

    // The assembly and, transitively, those it references that lie beside it; the framework's own are known to every script.
    private static IEnumerable<string> Closure(string package)
    {
        var closure = new HashSet<string>();
        var open = new Stack<string>([AssemblyPath(package)]);
        while (open.TryPop(out var path))
        {
            if (File.Exists(path) && closure.Add(path))
            {
                foreach (var name in ReferencesOf(path))
                {
                    open.Push(AssemblyPath(name));
                }
            }
        }

        return closure;
    }

    private static List<string> ReferencesOf(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = new PEReader(stream);
        var reader = file.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
    }

    private static string AssemblyPath(string name) => Path.Combine(AppContext.BaseDirectory, $"{name}.dll");

    [GeneratedRegex(
        """^[ \t]*#(r[ \t]+"nuget:[ \t]*(?<package>[^",\s]+)[ \t]*"""
        + """(,[ \t]*(?<version>[^"\s]+))?[ \t]*"|i[ \t]+"nuget:[ \t]*(?<source>[^"]*)")""",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Directive();
}
