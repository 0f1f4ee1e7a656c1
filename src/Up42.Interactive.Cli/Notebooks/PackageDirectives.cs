using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Up42.Interactive.Cli;

/// <summary>
/// <c>#r "nuget: …"</c> lines of a cell. A package of Up42.Interactive stands for this build of it, whatever version is asked for; nothing is
/// fetched from anywhere, so other packages are refused.
/// </summary>
internal static partial class PackageDirectives
{
    private const string Prefix = "Up42.Interactive";

    /// <summary>Takes the package lines out of a cell (line numbers stay) and gives the assemblies they stand for.</summary>
    public static (string Code, IReadOnlyList<MetadataReference> References) Resolve(string code)
    {
        var references = Packages(code).SelectMany(Closure).Distinct().Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        return (Directive().Replace(code, match => $"//{match.Value}"), [.. references]);
    }

    /// <summary>Why a cell's packages can't be had here, or null when they can.</summary>
    public static string? Refusal(string code) =>
        Packages(code).FirstOrDefault(package => !package.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) is { } other
            ? $"the package {other} is not available: up42 run brings Up42.Interactive and fetches nothing; reference an assembly with #r \"path.dll\" instead"
            : Packages(code).FirstOrDefault(package => !File.Exists(AssemblyPath(package))) is { } missing
                ? $"there is no package {missing} in this build of up42"
                : null;

    private static IEnumerable<string> Packages(string code) =>
        Directive().Matches(code).Where(match => match.Groups["package"].Success).Select(match => match.Groups["package"].Value);

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

    [GeneratedRegex("""^[ \t]*#(r[ \t]+"nuget:[ \t]*(?<package>[^",\s]+)[^"]*"|i[ \t]+"[^"]*")""", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Directive();
}
