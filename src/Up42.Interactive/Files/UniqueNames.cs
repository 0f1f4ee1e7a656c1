namespace Up42.Interactive;

/// <summary>Names of files that no file system takes for the same.</summary>
internal static class UniqueNames
{
    /// <summary>The names in order; one that comes again gets a number before its extension.</summary>
    public static IReadOnlyList<string> Create(IEnumerable<string> names)
    {
        var taken = new HashSet<string>();
        return [.. names.Select(name => Add(name, taken))];
    }

    /// <summary>A name, with a number where it is taken; it is taken from now on.</summary>
    public static string Add(string name, HashSet<string> taken)
    {
        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length];
        var unique = name;
        for (var number = 2; !taken.Add(SafeFileName.CollisionKey(unique)); number++)
        {
            unique = $"{stem}_{number}{extension}";
        }

        return unique;
    }
}
