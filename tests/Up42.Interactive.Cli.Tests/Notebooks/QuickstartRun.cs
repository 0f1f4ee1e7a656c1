namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>
/// The demo, made once by the real <c>up42</c>: the quickstart run against a sandbox, and a report. Where that is possible, without any
/// network.
/// </summary>
public sealed class QuickstartRun : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    /// <summary>The notebook as it is committed.</summary>
    public static string Source { get; } = Path.Combine(Samples.RepositoryRoot, "notebooks", "01-quickstart.ipynb");

    /// <summary>Whether there was no network: a namespace of its own needs root.</summary>
    internal bool IsOffline { get; } = Environment.IsPrivilegedProcess || Environment.GetEnvironmentVariable("CI") == "true";

    internal Up42Tool.Result Result { get; private set; } = null!;

    internal string Folder => _folder["demo"];

    internal string Notebook => _folder["demo/01-quickstart.ipynb"];

    internal string Page => _folder["demo/01-quickstart.html"];

    internal string Report => _folder["demo/report.html"];

    public async ValueTask InitializeAsync() => Result = IsOffline
        ? await Up42Tool.EndAsync(Up42Tool.StartOffline("demo", "-o", Folder))
        : await Up42Tool.RunAsync("demo", "-o", Folder);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
