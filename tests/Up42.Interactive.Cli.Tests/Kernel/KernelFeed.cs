using System.Diagnostics;
using Up42.Interactive.Cli.Tests.Packages;

namespace Up42.Interactive.Cli.Tests.Kernel;

/// <summary>The packages of this build in a folder of their own, and an empty NuGet cache: what a new user's kernel starts with.</summary>
public sealed class KernelFeed : IAsyncLifetime
{
    private static readonly string[] Projects = ["Up42.Interactive.Gdal", "Up42.Interactive", "Up42.Interactive.Sandbox"];

    private readonly TempFolder _folder = new();
    private KernelSession? _shared;

    /// <summary>Where notebooks lie: beside a <c>nuget.config</c> that names the packages.</summary>
    public string Notebooks => _folder["notebooks"];

    /// <summary>What keeps a kernel from the user's own files.</summary>
    internal Dictionary<string, string> Environment => new()
    {
        ["HOME"] = _folder["home"],
        ["DOTNET_CLI_HOME"] = _folder["home"],
        ["NUGET_PACKAGES"] = _folder["packages"],
        ["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1",
    };

    /// <summary>.NET Interactive's tool, as <c>eng/kernel.sh</c> installs it.</summary>
    internal static string Tool => Path.Combine(Samples.RepositoryRoot, "artifacts", "tools", "dotnet-interactive");

    public async ValueTask InitializeAsync()
    {
        await RunAsync(Path.Combine(Samples.RepositoryRoot, "eng", "kernel.sh"));
        Directory.CreateDirectory(_folder["home"]);
        Directory.CreateDirectory(Notebooks);
        foreach (var project in Projects)
        {
            // What was built is packed: the tests of packages make their own from the sources.
            await RunAsync(
                "dotnet", "pack", Path.Combine(Samples.RepositoryRoot, "src", project), "--no-build", "-c", "Debug", "--nologo", "-v", "quiet",
                "-o", _folder["feed"]);
        }

        await PackageSources.WriteAsync(Notebooks, _folder["feed"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_shared is not null)
        {
            await _shared.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>A C# kernel for tests that leave nothing behind that others would stumble over; it has run a first cell.</summary>
    internal async Task<KernelSession> SharedAsync()
    {
        if (_shared is null)
        {
            _shared = await StartAsync();
            (await _shared.RunAsync("1")).IsOk.ShouldBeTrue(); // Here the kernel shows scripts of its own.
        }

        return _shared;
    }

    /// <summary>Starts a kernel that speaks a language, <c>csharp</c> or <c>fsharp</c>, in the folder of notebooks.</summary>
    internal Task<KernelSession> StartAsync(string language = "csharp") =>
        KernelSession.StartAsync(Notebooks, Environment, [Tool, "jupyter", "--default-kernel", language, "{connection_file}"]);

    /// <summary>As <see cref="StartAsync"/>, with a cache that holds no package at all: others' come from the gallery.</summary>
    internal async Task<KernelSession> StartColdAsync()
    {
        var cold = Directory.CreateDirectory(_folder["cold"]).FullName;
        await PackageSources.WriteAsync(cold, _folder["feed"], useBuilt: false);
        var settings = Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "NuGet", "NuGet.Config");
        if (File.Exists(settings))
        {
            File.Copy(settings, Directory.CreateDirectory(_folder["home/.nuget/NuGet"]).FullName + "/NuGet.Config", overwrite: true);
        }

        return await KernelSession.StartAsync(
            cold, new(Environment) { ["NUGET_PACKAGES"] = _folder["empty"] }, [Tool, "jupyter", "--default-kernel", "csharp", "{connection_file}"]);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        await process.WaitForEndAsync();
        process.ExitCode.ShouldBe(0, await output + await error);
    }
}
