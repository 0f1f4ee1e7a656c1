namespace Up42.Interactive;

/// <summary>Quicklooks on disk, as thumbnails in the rows of the features that they show.</summary>
internal static class RowQuicklooks
{
    private const int MaxThumbnails = 24;
    private const int Pixels = 56;
    private const int Bytes = 1_500;

    /// <summary>The table with a thumbnail in each of the first 24 rows that a picture is named after. What is not a picture is passed over.</summary>
    public static FeatureTable Attach(FeatureTable table, IReadOnlyList<ResultFile> files)
    {
        var pictures = files.Where(file => ResultsLayout.IsPicture(file.Name) && PictureThumbnail.IsSmallEnough(file.Length)).ToList();
        if (pictures.Count == 0)
        {
            return table;
        }

        var matching = new QuicklookMatching(table);
        var found = pictures.SelectMany(file => matching.Find(file.Name).Select(row => (row.Index, File: file)))
            .DistinctBy(match => match.Index).OrderBy(match => match.Index);
        var thumbnails = found.Take(MaxThumbnails)
            .Select(match => (match.Index, Source: PictureThumbnail.Create(match.File.Path, Pixels, Bytes))).Where(made => made.Source is not null);
        return table.WithPictures(thumbnails.ToDictionary(made => made.Index, made => made.Source!));
    }
}
