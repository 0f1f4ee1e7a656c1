using System.Text;

namespace Up42.Interactive;

/// <summary>Writes HTML files.</summary>
internal static class HtmlFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file in UTF-8, parent folders included. The file is whole or as it was before; never half.</summary>
    /// <param name="path">The file, replaced when it is there.</param>
    /// <param name="html">Its text.</param>
    /// <returns>The full path.</returns>
    public static string Save(string path, string html)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full) || Path.EndsInDirectorySeparator(path))
        {
            throw new ArgumentException($"{path} is a folder; name a file in it, for example {Path.Join(path, "index.html")}.", nameof(path));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        WholeFile.Write(full, file => file.Write(Utf8.GetBytes(html)));
        return full;
    }
}
