namespace Up42.Interactive.Cli;

/// <summary>Paths that a command writes to.</summary>
internal static class OutputPath
{
    /// <summary>The full path; asked for before the work is done, so that it is not lost to a bad name.</summary>
    /// <exception cref="CommandException">The path is a folder.</exception>
    public static string Resolve(string path) => Directory.Exists(path) || Path.EndsInDirectorySeparator(path)
        ? throw new CommandException($"{path} is a folder; name a file in it.")
        : Path.GetFullPath(path);
}
