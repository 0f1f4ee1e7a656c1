namespace Up42.Interactive;

/// <summary>A place in a plot: a raster's panel, or why there is none.</summary>
/// <param name="Title">The heading.</param>
/// <param name="File">The raster's file.</param>
/// <param name="Panel">The panel; null where the raster could not be shown.</param>
/// <param name="Problem">Why not; null where it could.</param>
internal sealed record PlotTile(string Title, string File, BandPanel? Panel, Up42Exception? Problem)
{
    /// <summary>What stands under the heading.</summary>
    public IReadOnlyList<string> Notes => Panel?.Notes ?? [Problem!.Message];
}
