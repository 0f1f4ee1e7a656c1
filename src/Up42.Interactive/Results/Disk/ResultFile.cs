namespace Up42.Interactive;

/// <summary>One file of a job's results.</summary>
/// <param name="Name">Its path below the results' folder, with forward slashes.</param>
/// <param name="Path">Its full path.</param>
/// <param name="Length">Its size in bytes.</param>
public sealed record ResultFile(string Name, string Path, long Length)
{
    /// <summary>Name and size in one line.</summary>
    public override string ToString() => SingleLine.Format($"{Name} ({FileSize.Format(Length)})");

    internal bool HasExtension(params IEnumerable<string> extensions) =>
        extensions.Contains(System.IO.Path.GetExtension(Name), StringComparer.OrdinalIgnoreCase);
}
