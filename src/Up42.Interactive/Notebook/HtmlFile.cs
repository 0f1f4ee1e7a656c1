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
    public static string Save(string path, string html) => WholeFile.Save(path, "index.html", Utf8.GetBytes(html));
}
