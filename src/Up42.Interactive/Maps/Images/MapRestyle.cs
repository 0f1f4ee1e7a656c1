namespace Up42.Interactive;

/// <summary>The bands of an image that a page shows anew as its reader wants: see <see cref="MapOptions.Restyle"/>.</summary>
/// <param name="Data">What the page is told.</param>
/// <param name="Scale">The colours that one band is shown in first.</param>
internal sealed record MapRestyle(RestyleData Data, ColorScale Scale)
{
    private const int MaxBands = 8;

    private static readonly string[] Lights = ["red", "green", "blue", "nir", "swir16", "swir22", "rededge", "coastal"];

    /// <summary>Reads the bands of a raster, reduced to what fits.</summary>
    /// <param name="raster">The raster.</param>
    /// <param name="painting">What the map shows of it.</param>
    /// <param name="stretch">How that is stretched.</param>
    /// <param name="budget">What the bands may take.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The painting with values to show anew; as it was where there is no band but alpha.</returns>
    public static MapPainting Read(
        RasterFile raster, MapPainting painting, Stretch stretch, MapImageBudget budget, CancellationToken cancellationToken)
    {
        var picture = painting.Picture;
        var shown = picture.Formula is { } formula
            ? BandExpression.Parse(formula, raster).Bands
            : [.. picture.Image.Bands.Select(band => band.Number)];
        var planes = Choose(raster, shown);
        if (planes.Count == 0)
        {
            return painting;
        }

        var values = raster.ReadPreview(budget.ValuesSize(planes.Count), planes, cancellationToken).ToPhysical();
        var scale = picture.Scale ?? ColorScale.Gray;
        var data = new RestyleData(FormulaNamesData.Create(raster, planes), picture.Formula is null ? shown : [], picture.Formula, scale.Name,
            RestyleStretchData.Create(stretch, picture));
        return painting with { Values = values, Restyle = new MapRestyle(data, scale) };
    }

    /// <summary>Up to eight bands: those that are shown, those that indices need, and the first others.</summary>
    private static List<int> Choose(RasterFile raster, IReadOnlyList<int> shown)
    {
        var known = Lights.Select(light => SpectralBands.Find(raster.Bands, light, raster.Sensor)?.Number).OfType<int>();
        var others = raster.Bands.Where(band => band.Color != ColorInterpretation.Alpha).Select(band => band.Number);
        return [.. shown.Concat(known).Concat(others).Distinct().Take(MaxBands).Order()];
    }
}
