using System.Diagnostics;

namespace Up42.Interactive.Bench;

/// <summary>Runs programs to their end: nothing waits for ever.</summary>
internal static class BoundedProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    /// <summary>Runs a program that has to end well, and gives what it printed where its output is redirected.</summary>
    /// <exception cref="InvalidOperationException">It did not start, failed, or took too long and was killed; the message says which command.</exception>
    public static string Run(ProcessStartInfo start)
    {
        var command = $"{start.FileName} {string.Join(' ', start.ArgumentList)}";
        using var process = System.Diagnostics.Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start.");
        var output = start.RedirectStandardOutput ? process.StandardOutput.ReadToEndAsync() : Task.FromResult(string.Empty);
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{command} did not end within {Limit} and was killed.");
        }

        return process.ExitCode == 0
            ? output.GetAwaiter().GetResult()
            : throw new InvalidOperationException($"{command} ended with {process.ExitCode}.");
    }
}
