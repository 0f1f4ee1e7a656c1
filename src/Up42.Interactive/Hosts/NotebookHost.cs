using System.Collections.Immutable;

namespace Up42.Interactive;

/// <summary>The notebook that the library runs in.</summary>
public static class NotebookHost
{
    private static ImmutableArray<INotebookHost> _hosts = [new InteractiveHost()];

    /// <summary>Makes a host known whose cells can be updated in place. .NET Interactive and ClrKernel need no such call.</summary>
    /// <param name="host">The host; it is asked first from now on, and those before it where it shows nothing.</param>
    public static void Connect(INotebookHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        ImmutableInterlocked.Update(ref _hosts, hosts => hosts.Insert(0, host));
    }

    /// <summary>Shows in one line which version is loaded and how to begin: what the package does when a notebook loads it.</summary>
    public static void AnnounceVersion()
    {
        var version = typeof(NotebookHost).Assembly.GetName().Version!.ToString(3);
        Show(new LiveCard
        {
            Text = $"Up42.Interactive {version} is loaded: jobs, tables, plots and maps show themselves. Begin with: "
            + $"using Up42.Interactive;"
        });
    }

    /// <summary>Connects the hosts whose assemblies are loaded and that the library knows by name.</summary>
    internal static void ConnectLoaded()
    {
        if (AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == ClrKernelHost.Name) is { } primitives
            && ClrKernelHost.TryConnect(primitives) is { } host)
        {
            Connect(host);
        }
    }

    /// <summary>Shows a display in the running cell; null where there is no notebook, or no cell that is running.</summary>
    internal static Action<IDisplay>? Show(IDisplay display) => _hosts.Select(host => host.Show(display)).FirstOrDefault(replace => replace is not null);
}
