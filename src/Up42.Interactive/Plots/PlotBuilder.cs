namespace Up42.Interactive;

/// <summary>Makes plots of rasters.</summary>
internal static class PlotBuilder
{
    /// <summary>A plot of some rasters, read one after the other.</summary>
    /// <param name="rasters">The rasters.</param>
    /// <param name="titles">Headings in the same order; where there are fewer, file names take their place.</param>
    /// <param name="bands">Bands by number or name; null: each raster's own choice.</param>
    /// <param name="options">How it looks.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static BandPlot Bands(
        IReadOnlyList<NamedRaster> rasters, IReadOnlyList<string> titles, BandList? bands, PlotOptions options, CancellationToken cancellationToken)
    {
        var budget = PanelBudget.For(rasters.Count);
        var recipe = PictureRecipe.Of(bands, options.Expression, options.Stretch, options.ColorScale);
        return new BandPlot([.. rasters.Select(Panel)], options);

        BandPanel Panel(NamedRaster named, int index)
        {
            using var raster = named.Open();
            var title = index < titles.Count ? titles[index] : Path.GetFileName(named.Path);
            return BandPanel.Of(raster, title, recipe, budget, cancellationToken);
        }
    }
}
