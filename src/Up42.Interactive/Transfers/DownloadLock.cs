namespace Up42.Interactive;

/// <summary>Lets one download at a time work in a place, over all processes: the others wait for their turn. A process that dies gives its turn back.</summary>
internal static class DownloadLock
{
    private const FileOptions DeleteOnClose = FileOptions.DeleteOnClose;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // EAGAIN of Linux and of macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static readonly int[] Taken = [11, 35, 32, 33];

    /// <summary>Waits for the turn; disposing the result gives it back.</summary>
    /// <param name="path">A file that is there as long as somebody has the turn.</param>
    /// <param name="time">The clock of the waiting.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<IDisposable> TakeAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                // With exactly these options .NET sees to it that a file which its holder deletes meanwhile is not taken for the lock.
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, DeleteOnClose);
            }
            catch (IOException error) when (Taken.Contains(error.HResult & 0xFFFF))
            {
                await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
