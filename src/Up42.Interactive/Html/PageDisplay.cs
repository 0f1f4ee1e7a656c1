using System.Text;

namespace Up42.Interactive;

/// <summary>A display that is a page: it is shown in a cell, and saved as a file of its own.</summary>
public abstract class PageDisplay : IDisplay
{
    private protected PageDisplay()
    {
    }

    /// <summary>The display as an HTML fragment: a static answer first, and where scripts run, the interactive page.</summary>
    public string ToHtml() => CreateFragment(StaticHtml()).ToHtml();

    /// <summary>Writes the display as one HTML file in UTF-8 that needs no other file; only the tiles of a map come from the network.</summary>
    /// <param name="path">The file. Parent folders are created, and a file of that name is replaced as a whole.</param>
    /// <returns>The file's full path.</returns>
    public string SaveHtml(string path) => HtmlFile.Save(path, CreatePage().ToHtml());

    /// <summary>The bytes of its page in a file.</summary>
    internal long PageSize => CreatePage().ToHtml().Pieces.Sum(piece => (long)Encoding.UTF8.GetByteCount(piece));

    /// <summary>What it shows without scripts.</summary>
    internal abstract Html StaticHtml();

    /// <summary>Makes the page of a file.</summary>
    private protected virtual Page CreatePage() => CreateFragment(StaticHtml()).Page!;

    /// <summary>Makes the fragment with its page.</summary>
    /// <param name="content">The static part, which stands in both: drawn once.</param>
    private protected abstract Fragment CreateFragment(Html content);
}
