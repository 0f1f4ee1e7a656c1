using System.Runtime.CompilerServices;

namespace Up42.Interactive;

public static partial class ResultPlots
{
    /// <summary>The same with bands as F# writes them: <c>bands = [3; 2; 1]</c>, by number or by name.</summary>
    /// <param name="source">Whose results.</param>
    /// <param name="bands">One or three, by number from 1 or by name.</param>
    /// <param name="titles">Headings in the order of the rasters; where there are fewer, file names take their place.</param>
    /// <param name="files">Rasters by name, in the order to show; null: all of <paramref name="fileFormats"/>.</param>
    /// <param name="fileFormats">Extensions in any letter case; null: all that can be read.</param>
    /// <param name="aoi">An area: the picture is cut to the box around it, and what lies outside is left out. Null: all of the raster.</param>
    /// <param name="options">Stretch, size, axes.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">There are no results yet, no such band, or no raster can be read.</exception>
    [OverloadResolutionPriority(-1)] // A C# collection expression is a BandList.
    public static BandPlot PlotResults(
        this IHasResults source,
        IEnumerable<int> bands,
        IEnumerable<string>? titles = null,
        IEnumerable<string>? files = null,
        IEnumerable<string>? fileFormats = null,
        Aoi? aoi = null,
        PlotOptions? options = null,
        CancellationToken cancellationToken = default) =>
        source.PlotResults(BandList.From(bands), titles, files, fileFormats, aoi, options, cancellationToken);

    /// <inheritdoc
    /// cref="PlotResults(IHasResults,IEnumerable{int},IEnumerable{string},IEnumerable{string},IEnumerable{string},Aoi,PlotOptions,CancellationToken)"/>
    [OverloadResolutionPriority(-1)] // A C# collection expression is a BandList.
    public static BandPlot PlotResults(
        this IHasResults source,
        IEnumerable<string> bands,
        IEnumerable<string>? titles = null,
        IEnumerable<string>? files = null,
        IEnumerable<string>? fileFormats = null,
        Aoi? aoi = null,
        PlotOptions? options = null,
        CancellationToken cancellationToken = default) =>
        source.PlotResults(BandList.From(bands), titles, files, fileFormats, aoi, options, cancellationToken);
}
