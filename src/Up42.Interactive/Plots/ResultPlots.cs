namespace Up42.Interactive;

/// <summary>Plots of results: of a job, a job task, a collection of jobs, or of what was opened by <see cref="JobResults.Open(string)"/>.</summary>
public static class ResultPlots
{
    /// <summary>
    /// Plots the rasters of results: one band in grey or three as red, green and blue, on axes in the raster's coordinates. Rasters are read
    /// reduced, whatever their size.
    /// </summary>
    /// <param name="source">Whose results.</param>
    /// <param name="bands"><c>1</c>, <c>[3, 2, 1]</c> or <c>["B8", "B4", "B3"]</c>; null: red, green and blue as the raster says, else the first three, else the first.</param>
    /// <param name="titles">Headings in the order of the rasters; where there are fewer, file names take their place.</param>
    /// <param name="files">Rasters by name, in the order to show; null: all of <paramref name="fileFormats"/>.</param>
    /// <param name="fileFormats">Extensions in any letter case; null: <c>.tif</c> and <c>.tiff</c>.</param>
    /// <param name="options">Stretch, size, axes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Up42Exception">There are no results yet, no such raster or band, or a raster can not be read.</exception>
    public static BandPlot PlotResults(
        this IHasResults source,
        BandList? bands = null,
        IEnumerable<string>? titles = null,
        IEnumerable<string>? files = null,
        IEnumerable<string>? fileFormats = null,
        PlotOptions? options = null,
        CancellationToken cancellationToken = default) =>
        PlotBuilder.Bands(
            RasterSelection.Choose(source, files, fileFormats), [.. titles ?? []], bands, options ?? new PlotOptions(), cancellationToken);
}
