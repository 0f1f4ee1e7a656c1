using System.Runtime.ExceptionServices;

namespace Up42.Interactive;

/// <summary>Makes plots of rasters.</summary>
internal sealed class PlotBuilder(RenderSettings recipe, PanelBudget budget, PlotAxes axes, Aoi? aoi)
{
    /// <summary>A plot of some rasters, all of each.</summary>
    public static BandPlot Bands(
        IReadOnlyList<NamedRaster> rasters, IReadOnlyList<string> titles, BandList? bands, PlotOptions options, CancellationToken cancellationToken) =>
        Bands(rasters, titles, bands, null, options, cancellationToken);

    /// <summary>A plot of some rasters, read one after the other.</summary>
    /// <param name="rasters">The rasters.</param>
    /// <param name="titles">Headings in the same order; where there are fewer, the rasters' own titles take their place.</param>
    /// <param name="bands">Bands by number or name; null: each raster's own choice.</param>
    /// <param name="aoi">What is shown of them; null: all.</param>
    /// <param name="options">How it looks.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">None of them can be shown. One that cannot stands in the plot with the reason.</exception>
    public static BandPlot Bands(
        IReadOnlyList<NamedRaster> rasters, IReadOnlyList<string> titles, BandList? bands, Aoi? aoi, PlotOptions options,
        CancellationToken cancellationToken)
    {
        var recipe = RenderSettings.Create(bands, options.Expression, options.Stretch, options.ColorScale);
        var builder = new PlotBuilder(recipe, PanelBudget.For(rasters.Count), options.Axes, aoi);
        var tiles = WorkBudget.OfDisplay.Enter(() => Joined(builder.Tiles(
            [.. rasters.Select((raster, i) => (raster, i < titles.Count ? titles[i] : raster.Title))],
            options.IsStretchShared, cancellationToken)));
        if (tiles.Count > 0 && tiles.All(tile => tile.Problem is not null))
        {
            ExceptionDispatchInfo.Throw(tiles[0].Problem!);
        }

        return new BandPlot(tiles, options);
    }

    /// <summary>A plot of computed values.</summary>
    public static BandPlot Computed(IReadOnlyList<ComputedRaster> rasters, PlotOptions options, CancellationToken cancellationToken)
    {
        var budget = PanelBudget.For(rasters.Count);
        return new BandPlot([.. rasters.Select(raster =>
        {
            var image = raster.Preview(budget.PictureSize, cancellationToken).NorthUp();
            var shown = options.Axes == PlotAxes.LongitudeLatitude ? image.ToLongitudeLatitude(budget.PictureSize, cancellationToken) : image;
            var picture = raster.Settings(options.Stretch, options.ColorScale).Paint(shown);
            var title = rasters.Count > 1 && raster.Day is { } day ? $"{raster.Name}, {day}" : raster.Name;
            return new PlotTile(title, raster.ToString(), BandPanel.Create(picture, title, budget), null);
        })], options);
    }

    /// <summary>The tiles; those of all rasters that were left out for the work of others are one.</summary>
    private static List<PlotTile> Joined(List<PlotTile> tiles)
    {
        var beyond = tiles.FindAll(tile => tile.Problem is WorkExceededException);
        return beyond.Count < 2 ? tiles
            : [.. tiles.Except(beyond), beyond[0] with { Title = DisplayText.AndOthers(beyond[0].Title, beyond.Count) }];
    }

    private List<PlotTile> Tiles(IReadOnlyList<(NamedRaster Raster, string Title)> rasters, bool shareStretch, CancellationToken cancellationToken)
    {
        var readings = rasters.Select(raster =>
            (Heading: (raster.Title, Path.GetFileName(raster.Raster.Path)), Reading: Try(() => Read(raster.Raster, cancellationToken))));
        if (!shareStretch)
        {
            return [.. readings.Select(reading => Tile(reading.Heading, reading.Reading, null))];
        }

        var all = readings.ToList();
        var together = ConcatenateAll([.. all.Select(reading => reading.Reading.Value).OfType<RasterImage>()]);
        return [.. all.Select(reading => Tile(reading.Heading, reading.Reading, together))];
    }

    /// <summary>Reads a raster, reduced, and warps it to longitude and latitude where the axes show them.</summary>
    private RasterImage Read(NamedRaster named, CancellationToken cancellationToken)
    {
        RasterContainer.TakeWork(named.Path, times: 1, named.Drawing);
        using var raster = named.Open();
        var image = aoi is null
            ? recipe.Read(raster, budget.PictureSize, cancellationToken)
            : AreaImages.Read(recipe, raster, aoi, budget.PictureSize, cancellationToken);
        return axes == PlotAxes.LongitudeLatitude ? image.ToLongitudeLatitude(budget.PictureSize, cancellationToken) : image;
    }

    private PlotTile Tile((string Title, string File) heading, (RasterImage? Value, Up42Exception? Problem) reading, RasterImage? together)
    {
        var panel = reading.Value is { } image ? Try(() => BandPanel.Create(recipe.Paint(image, together), heading.Title, budget)) : (null, reading.Problem);
        return new PlotTile(heading.Title, heading.File, panel.Value, panel.Problem);
    }

    private static (T? Value, Up42Exception? Problem) Try<T>(Func<T> make)
        where T : class
    {
        try
        {
            return (make(), null);
        }
        catch (Up42Exception problem)
        {
            return (null, problem);
        }
    }

    private static RasterImage? ConcatenateAll(IReadOnlyList<RasterImage> images) => images.All(image => image.Bands.Count == images[0].Bands.Count)
        ? images.Count == 0 ? null : RasterImage.Concatenate(images)
        : throw new Up42Exception("One stretch for all rasters needs as many bands of each; name them, for example bands: 1.");
}
