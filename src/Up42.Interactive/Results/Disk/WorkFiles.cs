namespace Up42.Interactive;

/// <summary>The files of downloads that are at work, or were when their process died: they are not results.</summary>
internal static class WorkFiles
{
    private static readonly string[] Partial = [".part", ".part.json"];

    /// <summary>The file that exists as long as a download of results works in a folder.</summary>
    public static string Lock(string folder) => Path.Combine(folder, AtomicFile.OwnPrefix + "download.lock");

    /// <summary>A new folder, which nobody can foresee, to unpack an archive to before its files get their places.</summary>
    public static string Unpacked(string folder) =>
        Path.Combine(folder, $"{UnpackedPrefix}-{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}");

    /// <summary>How the names of such folders begin.</summary>
    public static string UnpackedPrefix => AtomicFile.OwnPrefix + "unpacked";

    /// <summary>Whether a file is one of them: by our own mark, or the beginning of an archive under the name a download gives it.</summary>
    /// <param name="name">Its path below the folder, with forward slashes.</param>
    public static bool Contains(string name)
    {
        var parts = name.Split('/');
        return Array.Exists(parts, part => part.StartsWith(AtomicFile.OwnPrefix, StringComparison.Ordinal))
            || (Array.Exists(Partial, extension => name.EndsWith(extension, StringComparison.Ordinal))
                && (ResultsLayout.IsJobFolder(parts[^1]) || ResultsLayout.IsTaskFolder(parts[^1])));
    }
}
