using System.Diagnostics;

namespace Up42.Interactive.Cli.Tests.Packages;

/// <summary>A folder with the packages of this build, made once by <c>eng/pack.sh</c>, and an empty place to use them in.</summary>
public sealed class LocalFeed : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    internal sealed record Result(int ExitCode, string Output);

    /// <summary>The packages.</summary>
    public string Packages => _folder["feed"];

    /// <summary>Where the tool is installed.</summary>
    public string ToolFolder => _folder["tool"];

    public async ValueTask InitializeAsync()
    {
        var packed = await RunAsync(Samples.RepositoryRoot, Path.Combine(Samples.RepositoryRoot, "eng", "pack.sh"), Packages);
        packed.ExitCode.ShouldBe(0, packed.Output);
        await PackageSources.WriteAsync(_folder.Path, Packages);
        Directory.CreateDirectory(_folder["no-front-end"]);
        foreach (var tool in (string[])["node", "npm", "npx"])
        {
            var path = _folder[$"no-front-end/{tool}"];
            await File.WriteAllTextAsync(path, "#!/bin/sh\necho a front-end tool was called >&2\nexit 1\n");
            Tool.Run("chmod", "+x", path);
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A new folder below the feed's settings.</summary>
    internal string NewFolder(string name) => Directory.CreateDirectory(_folder[name]).FullName;

    /// <summary>Runs a program where only the packages are known, and no front-end tool works.</summary>
    internal Task<Result> UseAsync(string folder, string program, params string[] arguments) => RunAsync(folder, program, arguments, start =>
    {
        start.Environment["NUGET_PACKAGES"] = _folder["packages"];
        start.Environment["PATH"] = $"{_folder["no-front-end"]}:{start.Environment["PATH"]}";
    });

    /// <summary>Runs a program with what builds need to end when they are done.</summary>
    internal static Task<Result> RunAsync(string folder, string program, params string[] arguments) => RunAsync(folder, program, arguments, _ => { });

    private static async Task<Result> RunAsync(string folder, string program, string[] arguments, Action<ProcessStartInfo> change)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        change(start);
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        await process.WaitForEndAsync(TimeSpan.FromMinutes(10));
        return new Result(process.ExitCode, await output + await error);
    }
}
