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
        var first = left.Raster.Open();
        var second = others.Select(other => other.Raster.Open()).ToList();
        var best = second.MaxBy(other => Shared(first, other));
        second.Where(other => other != best).ToList().ForEach(other => other.Dispose());
        if (best is not null && Shared(first, best) > 0)
        {
            return new ComparedPair(first, best);
        }

        first.Dispose();
        best?.Dispose();
        return null;
    }

    /// <summary>The right raster's values minus the left's, on the left one's grid, and what is subtracted.</summary>
    /// <param name="expression">The formula; null: the one band, else NDVI where both have its bands, else the first band.</param>
    /// <param name="bands">The bands that are shown.</param>
    /// <exception cref="Up42Exception">The formula names a band that one of the two does not have.</exception>
    public (string Name, ComputedRaster Values) Subtract(string? expression, BandList? bands)
    {
        var (left, right) = (Formula(_left, expression, bands), Formula(_right, expression, bands));
        var before = _left.Compute(left);
        return (Name(left, expression), _right.Compute(right).Reproject(before) - before);
    }

    public void Dispose()
    {
        _left.Dispose();
        _right.Dispose();
    }

    private string Formula(RasterFile raster, string? expression, BandList? bands)
    {
        if (expression is not null)
        {
            return expression;
        }

        var shown = bands is null ? raster.DefaultBands : raster.NumbersOf(bands);
        return shown.Count > 1 && bands is null && KnowsVegetation(_left) && KnowsVegetation(_right) ? Vegetation : $"b{NumberText.Format(shown[0])}";
    }

    private string Name(string formula, string? expression) => expression is null && formula != Vegetation
        ? _left.Bands[int.Parse(formula.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) - 1].Name
        : formula;

    private static bool KnowsVegetation(RasterFile raster) =>
        VegetationLights.All(light => SpectralBands.Find(raster.Bands, light, raster.Sensor) is not null);

    private static double Shared(RasterFile left, RasterFile right) =>
        left.BoundsWgs84 is { } one && right.BoundsWgs84 is { } other && AntimeridianView.From(other, one.MinX) is { } turned
            ? Math.Max(one.Intersection(other).Area, one.Intersection(turned).Area)
            : 0;
}
