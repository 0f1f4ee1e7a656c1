namespace Up42.Interactive;

/// <summary>Files that appear under their name only when they are whole.</summary>
internal static class AtomicFile
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

    /// <summary>As the other.</summary>
    public static string Save(string path, string example, byte[] bytes) => Save(path, example, file => file.Write(bytes));

    /// <summary>Writes a display's file, parent folders included.</summary>
    /// <param name="path">The file, replaced when it is there.</param>
    /// <param name="example">A name to propose to who gives a folder: "index.html".</param>
    /// <param name="write">Writes its bytes.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="ArgumentException">The path is a folder's.</exception>
    /// <exception cref="IOException">The folder can not be made or written to, or the disk is full.</exception>
    public static string Save(string path, string example, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full) || Path.EndsInDirectorySeparator(path))
        {
            throw new ArgumentException($"{path} is a folder; name a file in it, for example {Path.Join(path, example)}.", nameof(path));
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            Write(full, write);
            return full;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{path} can not be written: there is no permission to write there.", error);
        }
        catch (IOException error)
        {
            throw new IOException($"{path} can not be written: {error.Message}", error);
        }
    }
}
