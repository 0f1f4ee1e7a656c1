namespace Up42.Interactive;

/// <summary>
/// The rule for paths in text: exceptions name the full path, which the caller needs; displays, remarks and reports are passed on and name what lies in
/// the folder, not where the folder is.
/// </summary>
internal static class LocalPaths
{
    /// <summary>The text with paths below a folder as they are below it, and the folder by its name.</summary>
    /// <param name="text">Words of the system or of a library.</param>
    /// <param name="folder">The folder.</param>
    public static string Shorten(string text, string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return Path.GetFileName(full) is { Length: > 0 } name
            ? text.Replace(full + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(full, name, StringComparison.Ordinal)
            : text;
    }

    /// <summary>The text with a file by its name, and what lies beside it too.</summary>
    /// <param name="text">Words of the system or of a library.</param>
    /// <param name="file">The file.</param>
    public static string ShortenBeside(string text, string file) => Shorten(text, Path.GetDirectoryName(Path.GetFullPath(file)) ?? file);
}
