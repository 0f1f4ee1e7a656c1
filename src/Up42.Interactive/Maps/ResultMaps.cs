namespace Up42.Interactive;

/// <summary>
/// Maps of results: of a job, a job task, a collection of jobs, or of what was opened by
/// <see cref="JobResults.Open(string, UnpackLimits?, bool, CancellationToken)"/>.
/// </summary>
public static partial class ResultMaps
{
    /// <summary>
    /// Shows results on a map: rasters warped to the map's projection, their footprints with names and properties, other vector results, and an
    /// area of interest. It is fitted to the pixels that hold data. A raster without coordinates is placed by the corners of its footprint, and
    /// its caption says so.
    /// </summary>
    /// <param name="source">Whose results.</param>
    /// <param name="bands"><c>1</c>, <c>[3, 2, 1]</c> or <c>["B8", "B4", "B3"]</c>; null: red, green and blue as the raster says, else the
    /// first three, else the first.</param>
    /// <param name="aoi">A table, a geometry in EPSG:4326, GeoJSON text or a path.</param>
    /// <param name="showImages">Whether rasters are shown.</param>
    /// <param name="showFeatures">Whether footprints and other vector results are shown.</param>
    /// <param name="nameColumn">The column of the footprints that names them, in any letter case.</param>
    /// <param name="colorBy">The column that features are coloured by, as <see cref="MapOptions.ColorBy"/>.</param>
    /// <param name="saveHtml">A file to write the map to as well; in a folder, or with a slash at its end, <c>map_JOB.html</c>.</param>
    /// <param name="options">Basemap, stretch, size.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">There are no results yet, no such band, or pixels cannot be read.</exception>
    public static ResultMap MapResults(
        this IHasResults source,
        BandList? bands = null,
        Aoi? aoi = null,
        bool showImages = true,
        bool showFeatures = true,
        string nameColumn = "uid",
        string? colorBy = null,
        string? saveHtml = null,
        MapOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var results = source.ResultsOnDisk;
        options ??= new MapOptions();
        var builder = new MapBuilder(colorBy is null ? options : options with { ColorBy = colorBy }, cancellationToken);
        if (showFeatures)
        {
            AddFootprints(builder, results, nameColumn);
            foreach (var (name, title, table) in MapSources.Vectors(results))
            {
                builder.AddVectors(table, title, name);
            }
        }

        if (showImages)
        {
            WorkBudget.OfDisplay.Enter(() => builder.AddImages(MapSources.Rasters(results), bands));
        }

        // Vector files are read for their remarks only where they are shown.
        foreach (var result in results)
        {
            foreach (var remark in showFeatures ? result.Remarks : result.FolderRemarks)
            {
                builder.AddRemark(results.Count == 1 ? remark : $"{result.Name}: {remark}");
            }
        }

        return Finish(builder, aoi, saveHtml, results);
    }

    /// <summary>
    /// Shows quicklooks, the small previews that providers send along with scenes, pinned to the corners of their footprints: near to where they
    /// belong, not exactly there. A quicklook belongs to the feature whose name its file has.
    /// </summary>
    /// <param name="source">Whose quicklooks.</param>
    /// <param name="aoi">A table, a geometry in EPSG:4326, GeoJSON text or a path.</param>
    /// <param name="showImages">Whether quicklooks are shown.</param>
    /// <param name="showFeatures">Whether footprints are shown.</param>
    /// <param name="nameColumn">The column of the footprints whose values are the quicklooks' file names; <c>id</c>, <c>uid</c>,
    /// <c>sceneId</c> and the features' ids are looked at too.</param>
    /// <param name="saveHtml">A file to write the map to as well; in a folder, or with a slash at its end, <c>map_JOB.html</c>.</param>
    /// <param name="options">Basemap, size.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">There are no results or no quicklooks on disk yet, or one cannot be read.</exception>
    public static ResultMap MapQuicklooks(
        this IHasResults source,
        Aoi? aoi = null,
        bool showImages = true,
        bool showFeatures = false,
        string nameColumn = "id",
        string? saveHtml = null,
        MapOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.QuicklooksOnDisk.Count == 0)
        {
            throw new Up42Exception("There are no quicklooks yet; download them first: await job.DownloadQuicklooksAsync()");
        }

        var results = source.ResultsOnDisk;
        var builder = new MapBuilder(options ?? new MapOptions(), cancellationToken);
        if (showImages)
        {
            WorkBudget.OfDisplay.Enter(() => builder.AddImages(MapSources.Quicklooks(source.QuicklooksOnDisk, results, nameColumn), null));
        }

        if (showFeatures)
        {
            AddFootprints(builder, results, nameColumn);
        }

        return Finish(builder, aoi, saveHtml, results);
    }

    private static void AddFootprints(MapBuilder builder, IReadOnlyList<JobResults> results, string nameColumn)
    {
        foreach (var (result, title) in results.Zip(MapSources.Titles(results)))
        {
            builder.AddFootprints(result.Table, nameColumn, results.Count == 1 ? "Footprints" : title, result.Name);
        }
    }

    private static ResultMap Finish(MapBuilder builder, Aoi? aoi, string? saveHtml, IReadOnlyList<JobResults> results)
    {
        var map = (aoi is null ? builder : builder.AddAoi(aoi.Table)).Build();
        if (saveHtml is not null)
        {
            var isFolder = Directory.Exists(saveHtml) || Path.EndsInDirectorySeparator(saveHtml);
            map.SaveHtml(isFolder ? Path.Join(saveHtml, $"map_{JobName.Create(results)}.html") : saveHtml);
        }

        return map;
    }
}
