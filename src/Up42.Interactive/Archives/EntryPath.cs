using System.Text;

namespace Up42.Interactive;

/// <summary>The name of an archive's entry as a path below the folder it is unpacked to.</summary>
internal static class EntryPath
{
    private const int Longest = 4096;
    private const int Deepest = 64;

    /// <summary>
    /// The safe parts of the path; empty for the folder itself. A leading <c>output/</c>, in which the service wraps its results, is dropped. Names that lead elsewhere
    /// are refused.
    /// </summary>
    /// <exception cref="UnpackException">The name is absolute, holds <c>..</c>, or is empty or too long.</exception>
    public static IReadOnlyList<string> Parts(string name)
    {
        var path = name.Replace('\\', '/');
        if (path.Length == 0)
        {
            throw new UnpackException("an entry without a name");
        }

        if (path.Length > Longest)
        {
            throw new UnpackException($"{Shown(name)}, whose name is too long");
        }

        if (path[0] == '/' || (path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0])))
        {
            throw new UnpackException($"{Shown(name)}, whose name is absolute");
        }

        var parts = path.Split('/').Where(part => part is not ("" or ".")).ToArray();
        if (Array.Exists(parts, IsParent))
        {
            throw new UnpackException($"{Shown(name)}, which would leave the folder");
        }

        if (parts.Length > Deepest)
        {
            throw new UnpackException($"{Shown(name)}, which lies more than {Deepest} folders deep");
        }

        var isWrapped = parts is ["output", _, ..] || (parts is ["output"] && path.EndsWith('/'));
        return [.. parts.Skip(isWrapped ? 1 : 0).Select(SafeFileName.Of)];
    }

    /// <summary>A name for an error: harmless, and no longer than a line.</summary>
    public static string Shown(string name)
    {
        var clean = UnsafeCharacters.Replace(name).ReplaceLineEndings("\uFFFD");
        return clean.Length <= 120 ? $"'{clean}'" : $"'{clean[..80]}…{clean[^30..]}'";
    }

    /// <summary><c>..</c>, also where a platform reads it into <c>.. </c>, <c>...</c> or letters that look the same.</summary>
    private static bool IsParent(string part) =>
        part.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal) is [.., '.', '.'] dots && dots.All(symbol => symbol == '.');
}
