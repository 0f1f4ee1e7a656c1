namespace Up42.Interactive;

/// <summary>Turns what a disk refuses into a sentence that names the file and the way out.</summary>
internal static class DiskErrors
{
    /// <summary>Whether the disk refused something, rather than the network.</summary>
    public static bool IsDisk(Exception error) => error is IOException or UnauthorizedAccessException;

    /// <summary>The error to show.</summary>
    /// <param name="what">The subject, for example <c>The download of job 7b…</c>.</param>
    /// <param name="folder">Where it was to be written.</param>
    /// <param name="error">What the system said.</param>
    public static Up42Exception Describe(string what, string folder, Exception error) => new(
        error switch
        {
            PathTooLongException => $"{what} could not be written: a path below {EntryPath.Shown(folder)} is too long for this system. Choose a shorter outputDirectory.",
            UnauthorizedAccessException => $"{what} could not be written to {folder}: it may not be written there. Choose another outputDirectory. ({error.Message})",
            _ when IsFull(error) => $"{what} could not be written to {folder}: the disk is full. Make room and call again: what has arrived is not fetched again.",
            _ => $"{what} could not be written to {folder}: {error.Message}",
        },
        error);

    // ENOSPC, EFBIG, EDQUOT of Linux; EDQUOT of macOS; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows.
    private static bool IsFull(Exception error) => OperatingSystem.IsWindows()
        ? (error.HResult & 0xFFFF) is 39 or 112
        : error.HResult is 28 or 27 or 122 or 69;
}
