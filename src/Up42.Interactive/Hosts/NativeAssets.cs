using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Up42.Interactive;

/// <summary>
/// Finds the native libraries of packages where a host loads assemblies by their path and knows nothing of native ones: in
/// <c>runtimes/RID/native</c> beside the assembly that asks, or in the NuGet cache that it was loaded from.
/// </summary>
internal static class NativeAssets
{
    private static readonly ConditionalWeakTable<AssemblyLoadContext, object> Known = [];

    /// <summary>Answers from now on where the runtime finds nothing, in every load context: a script's host gives each assembly one of its own.</summary>
    public static void Install()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => AddTo(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            AddTo(assembly);
        }
    }

    private static void AddTo(Assembly assembly)
    {
        if (AssemblyLoadContext.GetLoadContext(assembly) is { } context && Known.TryAdd(context, context.Name ?? ""))
        {
            context.ResolvingUnmanagedDll += Load;
        }
    }

    /// <summary>Where a library of that name may be, the most likely first.</summary>
    /// <param name="assembly">The full path of the assembly that asks.</param>
    /// <param name="name">The library, for example <c>libSkiaSharp</c>.</param>
    internal static IEnumerable<string> Candidates(string assembly, string name)
    {
        var folder = Path.GetDirectoryName(assembly)!;
        var file = FileName(name);
        return new[] { folder }.Concat(CacheFolders(folder))
            .SelectMany(root => RuntimeIdentifiers().Select(rid => Path.Combine(root, "runtimes", rid, "native", file)))
            .Where(File.Exists);
    }

    private static nint Load(Assembly assembly, string name) => assembly is { IsDynamic: false, Location: { Length: > 0 } location }
        ? Candidates(location, name).Select(path => NativeLibrary.TryLoad(path, out var library) ? library : 0).FirstOrDefault(library => library != 0)
        : 0;

    // CACHE/skiasharp/4.154.0/lib/net8.0/SkiaSharp.dll: its natives are in CACHE/skiasharp.nativeassets.linux…/4.154.0.
    private static IEnumerable<string> CacheFolders(string folder)
    {
        if (new DirectoryInfo(folder) is not { Parent: { Name: "lib", Parent: { Parent: { Parent: { } cache } package } version } })
        {
            return [];
        }

        return cache.EnumerateDirectories($"{package.Name}*").OrderBy(each => each.Name, StringComparer.Ordinal)
            .Select(each => Path.Combine(each.FullName, version.Name));
    }

    private static string FileName(string name) =>
        OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"{name}.dylib" : $"{name}.so";

    private static IEnumerable<string> RuntimeIdentifiers()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return new[] { RuntimeInformation.RuntimeIdentifier, $"{system}-{RuntimeInformation.ProcessArchitecture}".ToLowerInvariant(), system }.Distinct();
    }
}
