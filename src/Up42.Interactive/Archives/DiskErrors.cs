namespace Up42.Interactive;

/// <summary>Turns what a disk refuses into a sentence that names the file and the way out.</summary>
internal static class DiskErrors
{
    /// <summary>Whether the disk refused something, rather than the network.</summary>
    public static bool IsDisk(Exception error) => error is IOException or UnauthorizedAccessException;

    /// <summary>The error to show.</summary>
    /// <param name="subject">For example <c>The download of job 7b…</c>.</param>
    /// <param name="folder">Where it was to be written.</param>
    /// <param name="error">What the system said.</param>
    /// <param name="advice">The way out.</param>
    public static Up42Exception Describe(string subject, string folder, Exception error, DiskAdvice advice) => new(
        error switch
        {
            PathTooLongException =>
                $"{subject} could not be written: a path below {EntryPath.Shown(folder)} is too long for this system. "
                + (advice == DiskAdvice.Download ? "Choose a shorter outputDirectory." : advice.Elsewhere),
            UnauthorizedAccessException =>
                $"{subject} could not be written to {folder}: there is no permission to write there. {advice.Elsewhere} ({error.Message})",
            _ when IsFull(error) => $"{subject} could not be written to {folder}: the disk is full. {advice.WhenFull}",
            _ => $"{subject} could not be written to {folder}: {error.Message}",
        },
        error);

    // ENOSPC, EFBIG, EDQUOT of Linux; EDQUOT of macOS; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows.
    private static bool IsFull(Exception error) => OperatingSystem.IsWindows()
        ? (error.HResult & 0xFFFF) is 39 or 112
        : error.HResult is 28 or 27 or 122 or 69;
}
