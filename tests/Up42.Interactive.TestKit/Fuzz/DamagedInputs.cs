using System.Diagnostics;
using Xunit;

namespace Up42.Interactive.TestKit;

/// <summary>Tries damaged inputs: each is read or refused in one line, within time and memory. UP42_FUZZ_SEED repeats a run.</summary>
/// <remarks>
/// Each run prints its seed and its file beforehand, past the test's own output, which is lost where native code ends the process: the file
/// then holds the input that did.
/// </remarks>
public static class DamagedInputs
{
    private const long MaxAllocated = 1L << 30;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Standstill = TimeSpan.FromMinutes(10);

    /// <summary>Writes each input and reads it.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="originals">Sound inputs.</param>
    /// <param name="read">Reads the file; it may refuse it.</param>
    /// <param name="isRefusal">Whether an exception is one that users get as a sentence.</param>
    /// <param name="count">How many inputs.</param>
    /// <param name="seed">What decides on the damage.</param>
    public static void Try(string path, IReadOnlyList<byte[]> originals, Action<string> read, Func<Exception, bool> isRefusal, int count, int seed)
    {
        seed = int.TryParse(Environment.GetEnvironmentVariable("UP42_FUZZ_SEED"), out var given) ? given : seed;
        TestContext.Current.TestOutputHelper?.WriteLine($"UP42_FUZZ_SEED={seed}");
        Console.Error.WriteLine($"UP42_FUZZ_SEED={seed}, input in {path}");
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            File.WriteAllBytes(path, Mutation.Apply(random, originals[i % originals.Count]));
            var attempt = Task.Run(() => Attempt(read, path));
            Assert.True(HasEnded(attempt), $"Input {i} of seed {seed} hangs.");
            var (error, allocated) = attempt.Result;
            Assert.True(allocated < MaxAllocated, $"Input {i} of seed {seed} allocates too much.");
            Assert.True(error is null || (isRefusal(error) && !error.Message.Contains('\n')), $"Input {i} of seed {seed}: {error}");
        }
    }

    // Where others have the processor, and a run of low priority next to none of it, the clock alone tells nothing.
    private static bool HasEnded(Task attempt)
    {
        using var process = Process.GetCurrentProcess();
        var (before, waited) = (process.TotalProcessorTime, Stopwatch.StartNew());
        while (!attempt.Wait(Hang, TestContext.Current.CancellationToken))
        {
            process.Refresh();
            if (process.TotalProcessorTime - before > Hang || waited.Elapsed > Standstill)
            {
                return attempt.IsCompleted;
            }
        }

        return true;
    }

    private static (Exception? Error, long Allocated) Attempt(Action<string> read, string path)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Exception? caught = null;
        try
        {
            read(path);
        }
        catch (Exception error)
        {
            caught = error;
        }

        return (caught, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
