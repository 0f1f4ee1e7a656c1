namespace Up42.Interactive.Cli;

/// <summary>Files that appear whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes UTF-8 text under a temporary name beside the target and then renames it. The folder is made where it is missing.</summary>
    public static void Write(string path, string text)
    {
        var target = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var part = $"{target}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllText(part, text);
            File.Move(part, target, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
