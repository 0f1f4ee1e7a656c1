namespace Up42.Interactive;

[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class FeatureTable : IDisplay
{
    /// <summary>
    /// The table as an HTML fragment of at most 200 kB: count, columns and place, and the first rows; a table of one feature lists its properties.
    /// Where scripts run, more rows are there to page through, search, sort, and choose columns of, and what did not fit is said.
    /// </summary>
    public string ToHtml() => TablePage.Create(this).ToHtml();

    /// <summary>The table as plain text: count, columns and bounds in a line, then the first rows and the last ones as wide as a terminal.</summary>
    public override string ToString() => Count == 0 ? Summary : $"{Summary}\n{TextTable.Format(this)}";

    /// <summary>Writes the table as an HTML page that needs no network. An existing file is replaced once the new one is whole.</summary>
    /// <param name="path">The file to write, parent folders included.</param>
    /// <returns>The file's full path.</returns>
    /// <exception cref="ArgumentException">The path is a folder.</exception>
    public string SaveHtml(string path) => HtmlFile.Save(path, TablePage.Document(this).ToHtml());

    /// <summary>The table as markup inside a page or another display.</summary>
    internal Html StaticHtml => FeatureTableHtml.Whole(this);
}
