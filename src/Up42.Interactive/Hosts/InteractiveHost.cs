using System.Reflection;

namespace Up42.Interactive;

/// <summary>
/// .NET Interactive, found by the names of its types, so that the library needs none of its packages: in whichever load context it
/// lies, also when this library was referenced by its path.
/// </summary>
internal sealed class InteractiveHost : INotebookHost
{
    private const string ContextName = "Microsoft.DotNet.Interactive.KernelInvocationContext";

    public Action<IDisplay>? Show(IDisplay display)
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (assembly.GetType(ContextName) is { } type
                && type.GetProperty("Current", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is { } context)
            {
                return Show(assembly, type, context, display);
            }
        }

        return null;
    }

    // context.Display(value, mimeTypes) is an extension method there; what it returns has Update(value).
    private static Action<IDisplay>? Show(Assembly assembly, Type type, object context, IDisplay display)
    {
        var shown = assembly.GetType($"{ContextName}Extensions")
            ?.GetMethod("Display", BindingFlags.Public | BindingFlags.Static, [type, typeof(object), typeof(string[])])
            ?.Invoke(null, [context, display, Array.Empty<string>()]);
        return shown?.GetType().GetMethod("Update", [typeof(object)])?.CreateDelegate<Action<object>>(shown);
    }
}
