namespace Up42.Interactive;

/// <summary>Lets one download at a time work in a place, over all processes: the others wait. A process that dies releases its lock.</summary>
internal static class DownloadLock
{
    private const FileOptions DeleteOnClose = FileOptions.DeleteOnClose;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // EAGAIN of Linux and of macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static readonly int[] LockedErrors = [11, 35, 32, 33];

    /// <summary>Waits for the lock; disposing the result releases it.</summary>
    /// <param name="path">A file that exists as long as somebody has the lock.</param>
    /// <param name="time">The clock of the waiting.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    public static async Task<IDisposable> TakeAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (FileEntry.Find(path) is { Kind: not FileKind.File })
            {
                File.Delete(path);
            }

            try
            {
                // With exactly these options .NET sees to it that a file which its holder deletes meanwhile is not taken for the lock.
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, DeleteOnClose);
            }
            catch (IOException error) when (IsLocked(error))
            {
                await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool IsLocked(IOException error) => LockedErrors.Contains(error.HResult & 0xFFFF);
}
