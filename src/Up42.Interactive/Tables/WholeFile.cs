namespace Up42.Interactive;

/// <summary>Files that appear under their name only when they are whole.</summary>
internal static class WholeFile
{
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
