namespace Up42.Interactive;

/// <summary>Statistics in zones over time.</summary>
public static class ZonalOverTime
{
    /// <summary>
    /// A formula in areas over time: a row for each raster and area, with the area's columns, <c>date</c> and the statistics, to be plotted as
    /// <c>series.PlotSeries("date", "NDVI_mean", by: "name")</c>.
    /// </summary>
    /// <param name="source">Whose results: those of a collection of jobs.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="expression">The formula, as <see cref="RasterComputing.Compute(RasterFile, string)"/> takes it.</param>
    /// <param name="statistics">Null: the mean.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="Up42Exception">There are no results yet or no rasters, or no raster has a date.</exception>
    public static FeatureTable ZonalSeries(
        this IHasResults source, FeatureTable areas, string expression, IEnumerable<ZonalStatistic>? statistics = null,
        CancellationToken cancellationToken = default)
    {
        ZonalStatistic[] wanted = [.. statistics ?? [ZonalStatistic.Mean]];
        var dated = source.ComputeAll(expression).Where(raster => raster.Date is not null).ToList();
        return dated.Count == 0
            ? throw new Up42Exception("None of the rasters has a date: their features say nowhere when they were taken.")
            : FeatureTable.Concat(dated.Select(raster =>
                areas.WithColumn("date", _ => raster.Date).WithZonalStatistics(raster, wanted, cancellationToken)));
    }
}
