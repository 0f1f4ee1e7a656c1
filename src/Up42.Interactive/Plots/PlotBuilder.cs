namespace Up42.Interactive;

/// <summary>Makes plots of rasters.</summary>
internal static class PlotBuilder
{
    /// <summary>A plot of some rasters, read one after the other.</summary>
    /// <param name="paths">The rasters' files.</param>
    /// <param name="titles">Headings in the same order; where there are fewer, file names take their place.</param>
    /// <param name="bands">Bands by number or name; null: each raster's own choice.</param>
    /// <param name="options">How it looks.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static BandPlot Bands(
        IReadOnlyList<string> paths, IReadOnlyList<string> titles, BandList? bands, PlotOptions options, CancellationToken cancellationToken)
    {
        var budget = PanelBudget.For(paths.Count);
        var recipe = PictureRecipe.Of(bands, options.Expression, options.Stretch, options.ColorScale);
        return new BandPlot([.. paths.Select(Panel)], options);

        BandPanel Panel(string path, int index)
        {
            using var raster = RasterFile.Open(path);
            var title = index < titles.Count ? titles[index] : Path.GetFileName(path);
            return BandPanel.Of(raster, title, recipe, budget, cancellationToken);
        }
    }
}
