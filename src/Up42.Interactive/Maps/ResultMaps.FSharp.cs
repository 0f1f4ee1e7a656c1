using System.Runtime.CompilerServices;

namespace Up42.Interactive;

public static partial class ResultMaps
{
    /// <summary>The same with bands as F# writes them: <c>bands = [3; 2; 1]</c>, by number or by name.</summary>
    /// <param name="source">Whose results.</param>
    /// <param name="bands">One or three, by number from 1 or by name.</param>
    /// <param name="aoi">A table, a geometry in EPSG:4326, GeoJSON text or a path.</param>
    /// <param name="showImages">Whether rasters are shown.</param>
    /// <param name="showFeatures">Whether footprints and other vector results are shown.</param>
    /// <param name="nameColumn">The column of the footprints that names them.</param>
    /// <param name="colorBy">The column that features are coloured by, as <see cref="MapOptions.ColorBy"/>.</param>
    /// <param name="saveHtml">A file to write the map to as well; in a folder, or with a slash at its end, <c>map_JOB.html</c>.</param>
    /// <param name="options">Basemap, stretch, size.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">There are no results yet, no such band, or pixels cannot be read.</exception>
    [OverloadResolutionPriority(-1)] // A C# collection expression is a BandList.
    public static ResultMap MapResults(
        this IHasResults source,
        IEnumerable<int> bands,
        Aoi? aoi = null,
        bool showImages = true,
        bool showFeatures = true,
        string nameColumn = "uid",
        string? colorBy = null,
        string? saveHtml = null,
        MapOptions? options = null,
        CancellationToken cancellationToken = default) =>
        source.MapResults(BandList.From(bands), aoi, showImages, showFeatures, nameColumn, colorBy, saveHtml, options, cancellationToken);

    /// <inheritdoc cref="MapResults(IHasResults, IEnumerable{int}, Aoi, bool, bool, string, string, string, MapOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)] // A C# collection expression is a BandList.
    public static ResultMap MapResults(
        this IHasResults source,
        IEnumerable<string> bands,
        Aoi? aoi = null,
        bool showImages = true,
        bool showFeatures = true,
        string nameColumn = "uid",
        string? colorBy = null,
        string? saveHtml = null,
        MapOptions? options = null,
        CancellationToken cancellationToken = default) =>
        source.MapResults(BandList.From(bands), aoi, showImages, showFeatures, nameColumn, colorBy, saveHtml, options, cancellationToken);
}
