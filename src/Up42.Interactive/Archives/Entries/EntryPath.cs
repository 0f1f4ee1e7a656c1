using System.Text;

namespace Up42.Interactive;

/// <summary>The name of an archive's entry as a path below the folder the archive is unpacked to.</summary>
/// <param name="Parts">The path in names that every platform takes; empty for the folder itself.</param>
/// <param name="Name">The path as the archive has it. Two entries of one name are the same file; two names with the same <see cref="Parts"/> are not.</param>
internal sealed record EntryPath(IReadOnlyList<string> Parts, string Name)
{
    /// <summary>The folder in which the service wraps its results.</summary>
    public const string Wrapper = "output";

    private const int MaxLength = 4096;
    private const int MaxDepth = 64;

    /// <summary>The safe path of a name. A leading <c>output/</c> is dropped.</summary>
    /// <exception cref="UnpackException">The name is absolute, holds <c>..</c>, or is empty or too long.</exception>
    public static EntryPath Parse(string name)
    {
        var path = name.Replace('\\', '/');
        if (path.Length == 0)
        {
            throw new UnpackException("an entry without a name");
        }

        if (path.Length > MaxLength)
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

        if (parts.Length > MaxDepth)
        {
            throw new UnpackException($"{Shown(name)}, which lies more than {MaxDepth} folders deep");
        }

        var isWrapped = parts is [Wrapper, _, ..] || (parts is [Wrapper] && path.EndsWith('/'));
        return new EntryPath([.. parts.Skip(isWrapped ? 1 : 0).Select(SafeFileName.Create)], string.Join('/', parts));
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
