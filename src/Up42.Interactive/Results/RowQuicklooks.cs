namespace Up42.Interactive;

/// <summary>Quicklooks on disk, as thumbnails in the rows of the features that they show.</summary>
internal static class RowQuicklooks
{
    private const int Most = 24;
    private const int Pixels = 56;
    private const int Bytes = 1_500;
    private const long LargestFile = 20_000_000;
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png"];
    private static readonly string[] IdColumns = ["id", "uid", "sceneId"];
    private static readonly string[] Around = ["", "quicklook_", "quicklook-"];

    /// <summary>
    /// The table with a thumbnail in each of the first 24 rows whose id, <c>uid</c> or <c>sceneId</c> is a picture's file name, with or without <c>quicklook_</c> before it.
    /// What is no picture is passed over.
    /// </summary>
    public static FeatureTable Attach(FeatureTable table, IReadOnlyList<ResultFile> files)
    {
        var pictures = files.Where(file => file.HasExtension(Extensions) && file.Length <= LargestFile)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file.Name), StringComparer.Ordinal);
        if (pictures.Count == 0)
        {
            return table;
        }

        var found = table.Select(row => (row.Index, File: Names(table, row).SelectMany(name => pictures[name]).FirstOrDefault())).Where(match => match.File is not null);
        var thumbnails = found.Take(Most).Select(match => (match.Index, Source: Thumbnail(match.File!.Path))).Where(made => made.Source is not null);
        return table.WithPictures(thumbnails.ToDictionary(made => made.Index, made => made.Source!));
    }

    private static IEnumerable<string> Names(FeatureTable table, FeatureRow row)
    {
        string?[] ids = [row.Id?.ToString(), .. IdColumns.Where(table.HasColumn).Select(row.GetText)];
        return ids.Where(id => !string.IsNullOrEmpty(id)).SelectMany(id => Around.Select(before => before + Path.GetFileNameWithoutExtension(SafeFileName.Of($"{id}.jpg"))));
    }

    private static string? Thumbnail(string path)
    {
        try
        {
            using var raster = RasterFile.Open(path);
            var picture = RenderSettings.Create(null, null, Stretch.None, null).Make(raster, Pixels, CancellationToken.None).Colors;
            return DataUri.WebP(DisplayPicture.Encode(picture, Bytes));
        }
        catch (Up42Exception)
        {
            return null;
        }
    }
}
