namespace Up42.Interactive;

/// <summary>Computed values on the map.</summary>
internal sealed partial class MapBuilder
{
    /// <summary>Adds computed values.</summary>
    /// <exception cref="Up42Exception">They have no place on Earth, cannot be read, or are all missing.</exception>
    public MapBuilder AddComputed(ComputedRaster raster)
    {
        var settings = raster.Settings(options.Stretch, options.ColorScale);
        var (image, picture) = Create(
            new MapRaster(string.Empty, raster.Name), raster, settings.Paint, MapImageBudget.For(1, options.MaxImageSize));
        _images.Add(image);
        _details.Add(DetailRequest.Create(raster, picture, image.Colors!));
        return this;
    }

    /// <summary>Adds a difference, in colours that go both ways from 0. It comes after all images that may have detail, and has none.</summary>
    /// <param name="raster">The difference.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="values">What its values are.</param>
    /// <param name="step">The step that it is.</param>
    /// <param name="shares">How many images share the map's bytes.</param>
    /// <exception cref="Up42Exception">It cannot be read, or all values are missing.</exception>
    public MapBuilder AddDifference(ComputedRaster raster, string name, string values, int step, int shares)
    {
        const double Rare = 2;
        var budget = MapImageBudget.For(shares, options.MaxImageSize, isStepped: true, features: _featureBytes);
        _images.Add(Create(new MapRaster(string.Empty, name) { Group = "Difference", Step = step }, raster, Paint, budget).Image);
        return this;

        Picture Paint(RasterImage image, RasterImage? measured)
        {
            var (low, high) = Percentiles.Measure(image, [0], Rare, 100 - Rare) ?? (0, 0);
            var reach = Math.Max(Math.Abs(low), Math.Abs(high)) is > 0 and var most ? most : 1;
            return new RenderSettings(null, values, Stretch.Range(-reach, reach), ColorScale.BlueRed).Paint(image);
        }
    }

    private (MapImage Image, Picture Picture) Create(
        MapRaster source, ComputedRaster raster, Func<RasterImage, RasterImage?, Picture> paint, MapImageBudget budget)
    {
        var picture = paint(raster.Preview(budget.Size, cancellationToken), null);
        var image = MapImage.Create(hasPlace: true, source, () => new MapPainting(picture), budget, cancellationToken)
            ?? throw new Up42Exception($"{raster.Name} holds no values.");
        return (image, picture);
    }
}
