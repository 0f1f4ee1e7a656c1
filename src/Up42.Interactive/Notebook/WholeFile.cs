namespace Up42.Interactive;

/// <summary>Files that appear under their name only when they are whole.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file into a folder that is there; an earlier file of the name stays until the new one is whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its bytes.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = Path.GetFullPath(path);
        var part = $"{full}.{Environment.ProcessId}.part";
        try
        {
            using (var file = File.Create(part))
            {
                write(file);
            }

            File.Move(part, full, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
