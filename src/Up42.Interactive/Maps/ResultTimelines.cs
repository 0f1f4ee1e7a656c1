namespace Up42.Interactive;

/// <summary>Timelines of results.</summary>
public static partial class ResultTimelines
{
    /// <summary>
    /// Shows the rasters of results over time: a slider goes through their dates, and the pixel under the pointer is told over time. Rasters of one day
    /// stand side by side. One stretch serves all dates.
    /// </summary>
    /// <param name="source">Whose results: those of a collection, or of one with rasters of several dates.</param>
    /// <param name="bands"><c>1</c>, <c>[3, 2, 1]</c> or <c>["B8", "B4", "B3"]</c>; null: each raster's own choice, or the expression.</param>
    /// <param name="expression">A formula in place of bands, as <see cref="MapOptions.Expression"/>: <c>"NDVI"</c>.</param>
    /// <param name="date">
    /// When a raster was taken; null: what its features say (<c>data.json</c>, STAC), else the date in its file's name. A raster for which there is none
    /// is left out with a remark.
    /// </param>
    /// <param name="aoi">A table, a geometry in EPSG:4326, GeoJSON text or a path, shown at all dates.</param>
    /// <param name="options">Basemap, stretch, size.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">There are no results yet, no raster has a date, a band does not exist, or pixels cannot be read.</exception>
    public static ResultTimeline MapTimeline(
        this IHasResults source,
        BandList? bands = null,
        string? expression = null,
        Func<ResultRaster, DateTimeOffset?>? date = null,
        Aoi? aoi = null,
        MapOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= new MapOptions();
        options = expression is null ? options : options with { Expression = expression };
        return new TimelineBuilder(options, cancellationToken).Build(source.ResultsOnDisk, bands, date ?? RasterDate.Find, aoi);
    }
}
