namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    private bool? _hasGeometry;

    /// <summary>Whether any row has a geometry, be it an empty one.</summary>
    internal bool HasGeometry => _hasGeometry ??= Enumerable.Range(0, Count).Any(row => WkbAt(row) is not null);

    /// <summary>Whether a row has a geometry with a position.</summary>
    internal bool HasPlaceAt(int row) => WkbAt(row) is { } wkb && !WkbBounds.Measure(wkb).IsNull;

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

    /// <summary>The table with the name of the file that it is from.</summary>
    internal FeatureTable WithSource(string name) => new(Store with { Source = name }, _rows, Count);
}
