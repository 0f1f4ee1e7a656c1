namespace Up42.Interactive.Tests.Conventions;

/// <summary>The repository's own source files, generated ones and dependencies left out.</summary>
internal static class SourceFiles
{
    private static readonly string[] Foreign = ["obj", "bin", "node_modules", "artifacts"];

    /// <summary>Paths relative to the repository's root, with forward slashes.</summary>
    public static IEnumerable<string> In(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(Path.Combine(Samples.RepositoryRoot, folder), "*", SearchOption.AllDirectories)
            .Where(path => extensions.Contains(Path.GetExtension(path)))
            .Select(path => Path.GetRelativePath(Samples.RepositoryRoot, path).Replace('\\', '/'))
            .Where(file => !file.Split('/').Intersect(Foreign).Any())
            .Order(StringComparer.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Samples.RepositoryRoot, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Samples.RepositoryRoot, file));
}
