using System.Diagnostics;
using Xunit;

namespace Up42.Interactive.TestKit;

/// <summary>Waits for child processes that have an end: no test may hang because a child does.</summary>
public static class ProcessExtensions
{
    /// <summary>How long a child may take where its test says nothing else.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(5);

    /// <summary>Waits for the end of a process; one that takes too long is killed with its children.</summary>
    /// <param name="process">A started process.</param>
    /// <param name="limit">How long it may take; null: <see cref="DefaultLimit"/>.</param>
    /// <exception cref="TimeoutException">It took longer; the message says which command.</exception>
    public static async Task WaitForEndAsync(this System.Diagnostics.Process process, TimeSpan? limit = null)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(limit ?? DefaultLimit);
        try
        {
            await process.WaitForExitAsync(bound.Token);
        }
        catch (OperationCanceledException) when (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            throw TookTooLong(process, limit);
        }
    }

    /// <summary>As <see cref="WaitForEndAsync"/>, for callers that cannot await.</summary>
    /// <param name="process">A started process.</param>
    /// <param name="limit">How long it may take; null: <see cref="DefaultLimit"/>.</param>
    /// <exception cref="TimeoutException">It took longer; the message says which command.</exception>
    public static void WaitForEnd(this System.Diagnostics.Process process, TimeSpan? limit = null)
    {
        if (!process.WaitForExit(limit ?? DefaultLimit))
        {
            process.Kill(entireProcessTree: true);
            throw TookTooLong(process, limit);
        }
    }

    /// <summary>The next line of what a process writes; null where it has closed its output.</summary>
    /// <param name="process">A started process.</param>
    /// <param name="awaited">What the line is to be, for the message.</param>
    /// <param name="limit">How long it may take; null: <see cref="DefaultLimit"/>.</param>
    /// <exception cref="TimeoutException">It took longer; the message says which command was to write what. The process runs on.</exception>
    public static async Task<string?> ReadLineWithinAsync(this System.Diagnostics.Process process, string awaited, TimeSpan? limit = null)
    {
        try
        {
            return await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()
                .WaitAsync(limit ?? DefaultLimit, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException error)
        {
            throw new TimeoutException($"{Command(process)} wrote nothing for {limit ?? DefaultLimit} while {awaited} was waited for.", error);
        }
    }

    private static string Command(System.Diagnostics.Process process) => $"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)}";

    private static TimeoutException TookTooLong(System.Diagnostics.Process process, TimeSpan? limit) => new(
        $"{Command(process)} did not end within {limit ?? DefaultLimit} and was killed.");
}
