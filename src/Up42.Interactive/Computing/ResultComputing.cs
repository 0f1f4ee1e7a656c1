namespace Up42.Interactive;

/// <summary>The rasters of results as numbers.</summary>
public static class ResultComputing
{
    /// <summary>The values of a formula over the bands of the only raster of results.</summary>
    /// <param name="source">Whose results.</param>
    /// <param name="expression">The formula.</param>
    /// <exception cref="Up42Exception">There are no results yet, or no raster or several: then <see cref="ComputeAll"/> computes each.</exception>
    public static ComputedRaster Compute(this IHasResults source, string expression)
    {
        var all = Rasters(source);
        return all.Count == 1 ? all[0].Compute(expression) : throw new Up42Exception(
            $"There are {NumberText.Format(all.Count)} rasters in the results: compute one, results.Rasters[0].Compute(\"…\"), "
            + "or each, results.ComputeAll(\"…\").");
    }

    /// <summary>The values of a formula over the bands of each raster of results, in the order of their dates where these are known.</summary>
    /// <param name="source">Whose results.</param>
    /// <param name="expression">The formula.</param>
    /// <exception cref="Up42Exception">There are no results yet, or no raster; or the formula names a band that one of them does not have.</exception>
    public static IReadOnlyList<ComputedRaster> ComputeAll(this IHasResults source, string expression) =>
        [.. Rasters(source).Select(raster => raster.Compute(expression)).OrderBy(raster => raster.Date ?? DateTimeOffset.MaxValue)];

    private static List<ResultRaster> Rasters(IHasResults source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var results = source.ResultsOnDisk;
        List<ResultRaster> all = [.. results.SelectMany(one => one.Rasters)];
        if (all.Count == 0)
        {
            results[0].RequireRasters();
        }

        return all;
    }
}
