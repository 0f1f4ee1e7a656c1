namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>The quickstart, run once by the real <c>up42</c> against a real sandbox.</summary>
public sealed class QuickstartRun : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    /// <summary>The notebook as it is committed.</summary>
    public static string Source { get; } = Path.Combine(Samples.RepositoryRoot, "notebooks", "01-quickstart.ipynb");

    internal SandboxServer Sandbox { get; private set; } = null!;

    internal Up42Tool.Result Result { get; private set; } = null!;

    internal string Folder => _folder["data"];

    internal string Notebook => _folder["out.ipynb"];

    internal string Page => _folder["out.html"];

    public async ValueTask InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync();
        Result = await RunAsync(Source, Sandbox, Folder, "-o", Notebook, "--html", Page);
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _folder.Dispose();
    }

    internal static Task<Up42Tool.Result> RunAsync(string notebook, SandboxServer sandbox, string folder, params string[] more) =>
        Up42Tool.RunAsync(["run", notebook, "--param", $"endpoint={sandbox.Endpoint}", "--param", $"outputDirectory={folder}", .. more]);
}
