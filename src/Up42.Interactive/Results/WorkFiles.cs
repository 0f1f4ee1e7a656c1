namespace Up42.Interactive;

/// <summary>The files of downloads that are at work, or were when their process died: they are no results.</summary>
internal static class WorkFiles
{
    private const string Own = ".up42-";

    /// <summary>What is there as long as a download of results works in a folder.</summary>
    public static string Lock(string folder) => Path.Combine(folder, Own + "download.lock");

    /// <summary>What an archive is unpacked to before its files get their places.</summary>
    public static string Unpacked(string folder) => Path.Combine(folder, Own + "unpacked");

    /// <summary>Whether a file is one of them.</summary>
    /// <param name="name">Its path below the folder, with forward slashes.</param>
    public static bool Contains(string name) => name.EndsWith(".part", StringComparison.Ordinal) || name.EndsWith(".part.json", StringComparison.Ordinal)
        || name.EndsWith(".lock", StringComparison.Ordinal) || Array.Exists(name.Split('/'), part => part.StartsWith(Own, StringComparison.Ordinal));
}
