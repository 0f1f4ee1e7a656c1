using System.Reflection;

namespace Up42.Interactive;

/// <summary>
/// Answers for FSharp.Core with the version that is loaded. A host that speaks F# brings its own, older than the one that the plots'
/// packages were built with, and no process can use two of them.
/// </summary>
internal static class AssemblyFallback
{
    private const string FSharpCore = "FSharp.Core";

    /// <summary>Answers from now on where the runtime finds nothing.</summary>
    public static void Install() => AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
        new AssemblyName(request.Name).Name == FSharpCore ? FindLoaded() : null;

    private static Assembly? FindLoaded()
    {
        if (AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == FSharpCore) is { } loaded)
        {
            return loaded;
        }

        // The host has one that nothing has asked for yet: it loads by its bare name, whatever its version.
        return _isLoading ? null : Load();
    }

    [ThreadStatic]
    private static bool _isLoading;

    private static Assembly? Load()
    {
        _isLoading = true;
        try
        {
            return Assembly.Load(new AssemblyName(FSharpCore));
        }
        catch (Exception error) when (error is FileNotFoundException or FileLoadException)
        {
            return null;
        }
        finally
        {
            _isLoading = false;
        }
    }
}
