namespace Up42.Interactive;

/// <summary>Writes HTML files.</summary>
internal static class HtmlFile
{
    /// <summary>Writes a file in UTF-8, parent folders included. The file is whole or as it was before; never half.</summary>
    /// <param name="path">The file, replaced when it is there.</param>
    /// <param name="html">Its markup.</param>
    /// <returns>The full path.</returns>
    public static string Save(string path, Html html) => AtomicFile.Save(path, "index.html", html.WriteTo);

    /// <summary>As the other, of a text that is a document already.</summary>
    public static string Save(string path, string document) => Save(path, Html.Trusted(document));
}
