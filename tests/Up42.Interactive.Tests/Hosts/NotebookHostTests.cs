using System.Reflection;
using System.Runtime.Loader;

namespace Up42.Interactive.Tests.Hosts;

public class NotebookHostTests
{
    [Fact]
    public void AnnounceVersion_shows_one_line_in_the_running_cell()
    {
        var cell = KernelCell.Begin();

        NotebookHost.AnnounceVersion();

        cell.Shown.ShouldHaveSingleItem().Values.ShouldHaveSingleItem().ToString()
            .ShouldBe("Up42.Interactive 0.1.0 is loaded: jobs, tables, plots and maps show themselves. Begin with: using Up42.Interactive;");
    }

    [Fact]
    public void AnnounceVersion_without_a_notebook_says_nothing() => Should.NotThrow(NotebookHost.AnnounceVersion);

    [Fact]
    public void NotebookInteractive_is_found_from_a_copy_of_the_library_in_another_load_context()
    {
        var cell = KernelCell.Begin();
        var context = new AssemblyLoadContext("#r path");
        var copy = context.LoadFromAssemblyPath(typeof(NotebookHost).Assembly.Location);
        copy.ShouldNotBe(typeof(NotebookHost).Assembly);

        copy.GetType("Up42.Interactive.NotebookHost")!.GetMethod("AnnounceVersion", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null);

        cell.Shown.ShouldHaveSingleItem().Values[0].GetType().Assembly.ShouldBe(copy);
    }

    [Fact]
    public void Connect_makes_another_host_show_and_replace()
    {
        var host = new OtherHost();
        NotebookHost.Connect(host);
        OtherHost.Running.Value = host;

        NotebookHost.Show(new SampleDisplay("one"))!(new SampleDisplay("two"));

        host.Shown.ShouldBe(["Sample one", "Sample two"]);
        Should.Throw<ArgumentNullException>(() => NotebookHost.Connect(null!));
    }

    [Fact]
    public void Start_when_the_host_fails_goes_on_without_it()
    {
        var host = new OtherHost { Fails = true };
        NotebookHost.Connect(host);
        OtherHost.Running.Value = host;

        using var live = LiveDisplay.Start(new SampleDisplay("one"), TimeProvider.System);

        live.IsShown.ShouldBeFalse();
    }

    // A host whose cell is the test that set it: other tests run beside.
    private sealed class OtherHost : INotebookHost
    {
        public static readonly AsyncLocal<OtherHost?> Running = new();

        public List<string?> Shown { get; } = [];

        public bool Fails { get; init; }

        public Action<IDisplay>? Show(IDisplay display)
        {
            if (Running.Value is not { } cell)
            {
                return null;
            }

            if (cell.Fails)
            {
                throw new InvalidOperationException("no");
            }

            cell.Shown.Add(display.ToString());
            return next => cell.Shown.Add(next.ToString());
        }
    }
}
