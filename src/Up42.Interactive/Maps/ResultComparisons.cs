namespace Up42.Interactive;

/// <summary>Comparisons of results.</summary>
public static partial class ResultComparisons
{
    /// <summary>
    /// Shows two results in one place: two jobs, a job and its input, two dates. One stretch serves both sides, so that colours can be compared.
    /// </summary>
    /// <param name="left">Whose results stand left; the earlier ones, usually.</param>
    /// <param name="right">Whose results stand right.</param>
    /// <param name="bands"><c>1</c>, <c>[3, 2, 1]</c> or <c>["B8", "B4", "B3"]</c>; null: each raster's own choice.</param>
    /// <param name="mode">What shows at first.</param>
    /// <param name="difference">
    /// The formula whose difference, right minus left, can be shown: <c>"NDVI"</c>, <c>"b1"</c>. Null: that of the options, else the one band that is
    /// shown, else NDVI where both sides say which bands are which, else the first band.
    /// </param>
    /// <param name="leftName">What the left side is called; null: by its job, date, scene or folder.</param>
    /// <param name="rightName">What the right side is called.</param>
    /// <param name="aoi">A table, a geometry in EPSG:4326, GeoJSON text or a path, shown on both sides.</param>
    /// <param name="options">Basemap, expression, stretch, size.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">A side has no results or no image that can be shown, a band does not exist, or pixels cannot be read.</exception>
    public static ResultComparison CompareResults(
        this IHasResults left,
        IHasResults right,
        BandList? bands = null,
        CompareMode mode = CompareMode.Swipe,
        string? difference = null,
        string? leftName = null,
        string? rightName = null,
        Aoi? aoi = null,
        MapOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var builder = new ComparisonBuilder(options ?? new MapOptions(), bands, difference, cancellationToken);
        return builder.Build(ComparedSide.Create(left.ResultsOnDisk, right.ResultsOnDisk, leftName, rightName), aoi, mode);
    }

    /// <summary>Shows two rasters of results in one place, as two dates of one delivery.</summary>
    /// <inheritdoc cref="CompareResults(IHasResults, IHasResults, BandList, CompareMode, string, string, string, Aoi, MapOptions, CancellationToken)"/>
    public static ResultComparison CompareResults(
        this ResultRaster left,
        ResultRaster right,
        BandList? bands = null,
        CompareMode mode = CompareMode.Swipe,
        string? difference = null,
        string? leftName = null,
        string? rightName = null,
        Aoi? aoi = null,
        MapOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var builder = new ComparisonBuilder(options ?? new MapOptions(), bands, difference, cancellationToken);
        return builder.Build(ComparedSide.Create(left, right, leftName, rightName), aoi, mode);
    }
}
