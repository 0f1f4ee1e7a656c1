namespace Up42.Interactive;

/// <summary>Maps of results: of a job, a job task, a collection of jobs, or of what was opened by <see cref="JobResults.Open(string)"/>.</summary>
public static class ResultMaps
{
    /// <summary>
    /// Shows results on a map: rasters warped to the map's projection, their footprints with names and properties, other vector results, and an
    /// area of interest. It is fitted to the pixels that hold data.
    /// </summary>
    /// <param name="source">Whose results.</param>
    /// <param name="bands"><c>1</c>, <c>[3, 2, 1]</c> or <c>["B8", "B4", "B3"]</c>; null: red, green and blue as the raster says, else the first three, else the first.</param>
    /// <param name="aoi">A table, a geometry in EPSG:4326, GeoJSON text or a path.</param>
    /// <param name="showImages">Whether rasters are shown.</param>
    /// <param name="showFeatures">Whether footprints and other vector results are shown.</param>
    /// <param name="nameColumn">The column of the footprints that names them.</param>
    /// <param name="saveHtml">A file to write the map to as well; in a folder, or with a slash at its end, <c>map_NAME.html</c>.</param>
    /// <param name="options">Basemap, stretch, size.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Up42Exception">There are no results yet, no such band, or a raster can not be read.</exception>
    public static ResultMap MapResults(
        this IHasResults source,
        BandList? bands = null,
        Aoi? aoi = null,
        bool showImages = true,
        bool showFeatures = true,
        string nameColumn = "uid",
        string? saveHtml = null,
        MapOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var results = source.ResultsOnDisk;
        var builder = new MapBuilder(options ?? new MapOptions());
        if (showImages)
        {
            builder.AddImages([.. results.SelectMany(result => result.Rasters).Select(raster => raster.Named)], bands, cancellationToken);
        }

        if (showFeatures)
        {
            foreach (var result in results)
            {
                builder.AddFootprints(result.Table, nameColumn, results.Count == 1 ? "Footprints" : result.Name);
                foreach (var (name, table) in result.Vectors)
                {
                    builder.AddVectors(table, name);
                }
            }
        }

        if (aoi is not null)
        {
            builder.AddAoi(aoi.Table);
        }

        var map = builder.Build();
        if (saveHtml is not null)
        {
            map.SaveHtml(FilePath(saveHtml, results));
        }

        return map;
    }

    private static string FilePath(string path, IReadOnlyList<JobResults> results) =>
        Directory.Exists(path) || Path.EndsInDirectorySeparator(path)
            ? Path.Join(path, $"map_{(results.Count == 1 ? Path.GetFileNameWithoutExtension(results[0].Name) : "jobs")}.html")
            : path;
}
