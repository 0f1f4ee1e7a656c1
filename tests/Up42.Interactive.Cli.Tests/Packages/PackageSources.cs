namespace Up42.Interactive.Cli.Tests.Packages;

/// <summary>A <c>nuget.config</c> by which this library's packages come from a folder alone.</summary>
internal static class PackageSources
{
    // Others' packages are taken from where this build has them, so that no test waits for the network.
    private static string Built => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Writes it.</summary>
    /// <param name="folder">Where it applies.</param>
    /// <param name="feed">The folder of packages.</param>
    /// <param name="useBuilt">Whether others' packages may come from this build's cache; else they come from the gallery.</param>
    public static Task WriteAsync(string folder, string feed, bool useBuilt = true) => File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
        <configuration>
          <packageSources><add key="local" value="{feed}" /></packageSources>
          <packageSourceMapping>
            <packageSource key="local"><package pattern="up42*" /></packageSource>
            <packageSource key="nuget.org"><package pattern="*" /></packageSource>
          </packageSourceMapping>
          {(useBuilt ? $"<fallbackPackageFolders><add key=\"build\" value=\"{Built}\" /></fallbackPackageFolders>" : "")}
        </configuration>
        """);
}
