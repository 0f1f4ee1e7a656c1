namespace Up42.Interactive;

/// <summary>Two rasters of the same place.</summary>
internal sealed class ComparedPair : IDisposable
{
    private const string Vegetation = "NDVI";

    private static readonly string[] VegetationLights = ["red", "nir"];

    private readonly RasterFile _left;
    private readonly RasterFile _right;

    private ComparedPair(RasterFile left, RasterFile right) => (_left, _right) = (left, right);

    /// <summary>A raster and the one of others that covers most of it; null where none covers any, or it has no place.</summary>
    /// <exception cref="Up42Exception">One cannot be opened.</exception>
    public static ComparedPair? Open(MapRaster left, IReadOnlyList<MapRaster> others)
    {
        List<RasterFile> opened = [];
        ComparedPair? pair = null;
        try
        {
            opened.Add(left.Raster.Open());
            foreach (var other in others)
            {
                opened.Add(other.Raster.Open());
            }

            var best = opened.Skip(1).MaxBy(other => Shared(opened[0], other));
            pair = best is not null && Shared(opened[0], best) > 0 ? new ComparedPair(opened[0], best) : null;
            return pair;
        }
        finally
        {
            opened.Where(raster => raster != pair?._left && raster != pair?._right).ToList().ForEach(raster => raster.Dispose());
        }
    }

    /// <summary>The right raster's values minus the left's, on the left one's grid, and what is subtracted.</summary>
    /// <param name="expression">The formula; null: the one band, else NDVI where both have its bands, else the first band.</param>
    /// <param name="bands">The bands that are shown.</param>
    /// <exception cref="Up42Exception">The formula names a band that one of the two does not have.</exception>
    public (string Name, ComputedRaster Values) Subtract(string? expression, BandList? bands)
    {
        var (left, right) = (Choose(_left, expression, bands), Choose(_right, expression, bands));
        var before = _left.Compute(left.Formula);
        return (left.Name, _right.Compute(right.Formula).Reproject(before) - before);
    }

    public void Dispose()
    {
        _left.Dispose();
        _right.Dispose();
    }

    private (string Formula, string Name) Choose(RasterFile raster, string? expression, BandList? bands)
    {
        if (expression is not null)
        {
            return (expression, expression);
        }

        var shown = bands is null ? raster.DefaultBands : raster.NumbersOf(bands);
        return shown.Count > 1 && bands is null && KnowsVegetation(_left) && KnowsVegetation(_right)
            ? (Vegetation, Vegetation)
            : ($"b{NumberText.Format(shown[0])}", raster.Bands[shown[0] - 1].Name);
    }

    private static bool KnowsVegetation(RasterFile raster) =>
        VegetationLights.All(light => SpectralBands.Find(raster.Bands, light, raster.Sensor) is not null);

    private static double Shared(RasterFile left, RasterFile right) =>
        left.BoundsWgs84 is { } one && right.BoundsWgs84 is { } other && AntimeridianView.From(other, one.MinX) is { } turned
            ? Math.Max(one.Intersection(other).Area, one.Intersection(turned).Area)
            : 0;
}
