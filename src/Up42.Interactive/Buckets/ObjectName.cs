using System.Text;

namespace Up42.Interactive;

/// <summary>Names of objects in buckets: <c>version/folder/name</c>, with forward slashes on every platform.</summary>
internal static class ObjectName
{
    // Google Cloud Storage takes 1 to 1024 bytes of UTF-8, no carriage return or line feed, and no name that is . or ..
    private const int MaxLength = 1024;

    /// <summary>A name from its parts. A part may hold slashes of either kind, spaces and any letter; empty ones are left out.</summary>
    /// <exception cref="ArgumentException">It would be too long, hold control characters, or a part <c>.</c> or <c>..</c>.</exception>
    public static string Create(params IEnumerable<string> parts)
    {
        var segments = parts.SelectMany(part => part.Replace('\\', '/').Split('/')).Where(segment => segment.Length > 0).ToList();
        var name = string.Join('/', segments);
        var problem = segments.Exists(segment => segment is "." or "..") ? "it holds a part that is . or ..."
            : name.Any(char.IsControl) ? "it holds control characters."
            : Encoding.UTF8.GetByteCount(name) is 0 or > MaxLength ? $"it takes 1 to {MaxLength} bytes."
            : null;
        return problem is null ? name : throw new ArgumentException($"{EntryPath.Shown(name)} is not a valid name in a bucket: {problem}");
    }
}
