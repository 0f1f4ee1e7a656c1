using System.Diagnostics;

namespace Up42.Interactive.Cli.Tests;

/// <summary>Runs the real <c>up42</c>, a process of its own.</summary>
internal static class Up42Tool
{
    private static readonly string Up42 = Path.Combine(AppContext.BaseDirectory, "up42");

    /// <summary>Its exit code and what it wrote.</summary>
    internal sealed record Result(int ExitCode, string Output, string Error);

    /// <summary>Runs it to its end.</summary>
    public static async Task<Result> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await EndAsync(process);
    }

    /// <summary>Starts it.</summary>
    public static System.Diagnostics.Process Start(params string[] arguments) => Start(Environment.CurrentDirectory, [], arguments);

    /// <summary>Starts it with no network but the loopback; this needs root.</summary>
    public static System.Diagnostics.Process StartOffline(params string[] arguments) =>
        Start("unshare", Environment.CurrentDirectory, [], ["--net", "sh", "-c", "ip link set lo up && exec \"$0\" \"$@\"", Up42, .. arguments]);

    /// <summary>Starts it in a folder, with variables of its own.</summary>
    public static System.Diagnostics.Process Start(string folder, Dictionary<string, string> variables, params string[] arguments) =>
        Start(Up42, folder, variables, arguments);

    /// <summary>Starts it with a disk of 200 kB at a folder.</summary>
    public static System.Diagnostics.Process StartOnSmallDisk(string disk, Dictionary<string, string> variables, params string[] arguments) =>
        Start(
            "unshare", Environment.CurrentDirectory, variables,
            ["--user", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs -o size=200k none \"$0\" && exec \"$@\"", disk, Up42, .. arguments]);

    private static System.Diagnostics.Process Start(string program, string folder, Dictionary<string, string> variables, string[] arguments)
    {
        // Children of a process that ignores SIGINT (nohup, cron, some CI) would ignore it too; those that tests interrupt must not.
        string[] withSignals = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT,QUIT", program] : [program];
        var start = new ProcessStartInfo(withSignals[0], [.. withSignals[1..], .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return System.Diagnostics.Process.Start(start)!;
    }

    /// <summary>Waits for the end of a started one, within a bound.</summary>
    public static async Task<Result> EndAsync(System.Diagnostics.Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForEndAsync();
        return new Result(process.ExitCode, await output, await error);
    }
}
