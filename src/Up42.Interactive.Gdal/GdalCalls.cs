namespace Up42.Interactive.Gdal;

/// <summary>
/// Counts the calls of GDAL under way. At the end of a process GDAL, PROJ and their libraries destroy what their threads share; a call on another
/// thread would read it then. So the end waits for the calls that run, and no thread begins another but the one that ends the process.
/// </summary>
internal static class GdalCalls
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static int _running;
    private static volatile int _endingThread;

    static GdalCalls() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Finish();

    /// <summary>Whether the process ends: a long call is better cancelled.</summary>
    internal static bool AreOver => _endingThread != 0;

    /// <summary>Begins a call, which <see cref="End"/> ends; false where the process ends.</summary>
    internal static bool TryBegin()
    {
        Interlocked.Increment(ref _running);
        if (!AreOver || _endingThread == Environment.CurrentManagedThreadId)
        {
            return true;
        }

        End();
        return false;
    }

    /// <summary>Begins a call. Where the process ends this waits for it.</summary>
    /// <exception cref="GdalException">The end does not come, as where it waits for this thread.</exception>
    internal static void Begin()
    {
        if (!TryBegin())
        {
            Thread.Sleep(Patience);
            throw new GdalException("The process is ending; GDAL is not called any more.");
        }
    }

    internal static void End() => Interlocked.Decrement(ref _running);

    private static void Finish()
    {
        _endingThread = Environment.CurrentManagedThreadId;
        Interlocked.MemoryBarrier();
        SpinWait.SpinUntil(() => Volatile.Read(ref _running) == 0, Patience);
    }
}
