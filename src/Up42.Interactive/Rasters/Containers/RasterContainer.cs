namespace Up42.Interactive;

/// <summary>
/// What a file of rasters holds beside its pixels, looked at before a decoder opens it: some take hours or gigabytes for notes of a few megabytes.
/// </summary>
internal static class RasterContainer
{
    /// <summary>What goes beyond the limits, the second half of a sentence; null where nothing does, or another format than these is damaged.</summary>
    public static string? Excess(string path) => Excess(path, out _);

    /// <summary>As the other.</summary>
    /// <param name="path">The file.</param>
    /// <param name="work">About how many microseconds opening it takes.</param>
    public static string? Excess(string path, out long work)
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
