namespace Up42.Interactive;

/// <summary>
/// What a file of rasters holds beside its pixels, looked at before a decoder opens it: some take hours or gigabytes for notes of a few megabytes.
/// </summary>
internal static class RasterContainer
{
    private const int LookingShare = 20;

    /// <summary>What goes beyond the limits, the second half of a sentence; null where nothing does, or another format than these is damaged.</summary>
    public static string? Excess(string path) => Excess(path, out _);

    /// <summary>Takes the work of opening a raster of the budget that is entered.</summary>
    /// <param name="path">The file.</param>
    /// <param name="times">How often it will be opened.</param>
    /// <param name="more">What it takes besides.</param>
    /// <exception cref="WorkExceededException">There is not that much left.</exception>
    public static void TakeWork(string path, int times, long more = 0)
    {
        var least = times * Limits.Default.RasterOpening;
        WorkExceededException.ThrowUnlessTaken(Work.Rasters, least + more);
        if (WorkBudget.Current is null || RasterBytes.IsRemote(path))
        {
            return;
        }

        try
        {
            var isRefused = Excess(path, out var work) is not null;
            work += AuxiliaryClasses.CountWork(path);

            // To have looked at it was work too.
            WorkBudget.Spend(Work.Rasters, work / LookingShare);
            WorkExceededException.ThrowUnlessTaken(Work.Rasters, isRefused ? 0 : (times * work) - least);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The raster says so itself when it is opened.
        }
    }

    /// <param name="path">The file.</param>
    /// <param name="work">About how many microseconds opening it takes.</param>
    private static string? Excess(string path, out long work)
    {
        using var file = RasterBytes.Open(path);
        var reader = new ContainerReader(file);
        var notes = new ContainerNotes();
        try
        {
            return TiffDirectories.Excess(reader, notes) ?? Jpeg2000Boxes.Excess(reader, notes);
        }
        catch (EndOfStreamException)
        {
            // The decoder names the damage, and has no more to read than what was looked at.
            return null;
        }
        finally
        {
            work = notes.Work;
        }
    }
}
