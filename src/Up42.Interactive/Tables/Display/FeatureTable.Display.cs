namespace Up42.Interactive;

[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class FeatureTable : IDisplay
{
    /// <summary>
    /// The table as an HTML fragment of at most 200 kB: count, columns and place, and the first rows; a table of one feature lists its properties.
    /// Where scripts run, more rows are there to page through, search, sort, and choose columns of, and what did not fit is said.
    /// </summary>
    public string ToHtml() => TablePage.Create(this).ToHtml();

    /// <summary>Writes the table as an HTML page that needs no network. An existing file is replaced once the new one is whole.</summary>
    /// <param name="path">The file to write, parent folders included.</param>
    /// <exception cref="ArgumentException">The path is a folder.</exception>
    public void SaveHtml(string path) => HtmlFile.Save(path, TablePage.Document(this).ToHtml());

    /// <summary>The table as markup inside a page or another display.</summary>
    internal Html StaticHtml => FeatureTableHtml.Whole(this);

    /// <summary>Whether any row has a geometry, be it an empty one.</summary>
    internal bool HasGeometry => Enumerable.Range(0, Count).Any(row => WkbAt(row) is not null);

    /// <summary>Whether any row has a quicklook.</summary>
    internal bool HasPictures => Store.Pictures is not null && Enumerable.Range(0, Count).Any(row => PictureAt(row) is not null);

    /// <summary>The quicklook of a row as a data address; null where there is none.</summary>
    internal string? PictureAt(int index) => Store.Pictures is { } pictures && pictures.TryGet(StoreRow(index), out var picture) ? picture : null;

    /// <summary>The table with quicklooks as data addresses, for some of its rows.</summary>
    internal FeatureTable WithPictures(IReadOnlyDictionary<int, string> pictures)
    {
        var cells = new ChunkedColumn<string>();
        foreach (var (row, picture) in pictures)
        {
            cells.Set(StoreRow(row), picture);
        }

        return new FeatureTable(Store with { Pictures = cells }, _rows, Count);
    }
}
