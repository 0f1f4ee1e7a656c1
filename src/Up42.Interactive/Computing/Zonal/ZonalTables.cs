using System.Globalization;

namespace Up42.Interactive;

/// <summary>Statistics of rasters in the zones of a table.</summary>
public static class ZonalTables
{
    private const int MaxClasses = 64;

    private static readonly ZonalStatistic[] Usual = [ZonalStatistic.Count, ZonalStatistic.Mean, ZonalStatistic.Minimum, ZonalStatistic.Maximum];

    /// <summary>
    /// The table with columns more: for each row the statistics of the pixels in its polygon, each weighted by the share of it that lies inside, which is
    /// exact but for rounding. They are called by raster and statistic, <c>NDVI_mean</c>. The raster is read once, a part at a time, on all cores. Any
    /// coordinate reference system will do: polygons go to the raster's, their edges straight in degrees.
    /// </summary>
    /// <param name="zones">The zones; rows without a polygon, or off the raster, get a count of 0 and no other value.</param>
    /// <param name="raster">The raster.</param>
    /// <param name="statistics"><c>["mean", "p90"]</c>; null: count, mean, minimum and maximum.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="Up42Exception">The raster has no place on Earth or cannot be read; or there are too many different values or classes.</exception>
    public static FeatureTable WithZonalStatistics(
        this FeatureTable zones, ComputedRaster raster, IEnumerable<ZonalStatistic>? statistics = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(zones);
        ArgumentNullException.ThrowIfNull(raster);
        ZonalStatistic[] wanted = [.. (statistics ?? Usual).Distinct()];
        var ground = wanted.Contains(ZonalStatistic.Areas) ? raster.Source.Grid.ToGround() : null;
        var reader = new ZoneReader(raster.Source, wanted.Any(statistic => statistic.NeedsValues), ground);
        var found = reader.Read([.. zones.Select(row => row.Geometry)], cancellationToken);
        return wanted.Aggregate(zones, (table, statistic) => statistic == ZonalStatistic.Areas
            ? WithAreas(table, raster.Name, found)
            : table.WithColumn($"{raster.Name}_{statistic.Name}", row => found[row.Index].For(statistic)));
    }

    /// <summary>As the other, of each band of a raster: columns are called by band and statistic, <c>nir_mean</c>.</summary>
    /// <inheritdoc cref="WithZonalStatistics(FeatureTable, ComputedRaster, IEnumerable{ZonalStatistic}?, CancellationToken)"/>
    public static FeatureTable WithZonalStatistics(
        this FeatureTable zones, RasterFile raster, IEnumerable<ZonalStatistic>? statistics = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(raster);
        ZonalStatistic[] wanted = [.. statistics ?? Usual];
        return raster.Bands.Where(band => band.Color != ColorInterpretation.Alpha).Aggregate(zones, (table, band) =>
            table.WithZonalStatistics(raster.Compute($"b{band.Number.ToString(CultureInfo.InvariantCulture)}").Rename(band.Name), wanted, cancellationToken));
    }

    private static FeatureTable WithAreas(FeatureTable table, string name, ZonePart[] found)
    {
        double[] classes = [.. found.SelectMany(zone => zone.Values.Select(value => value.Value)).Distinct().Order().Take(MaxClasses + 1)];
        return classes.Length > MaxClasses
            ? throw new Up42Exception(
                $"{name} has more than {MaxClasses} different values in the zones, and each would be a column; make classes first: Classify(0.2, 0.5).")
            : classes.Aggregate(table, (one, value) => one.WithColumn($"{name}_{NumberText.Format(value, digits: 9)}_km2", row =>
                found[row.Index].Values.Where(occurring => occurring.Value == value).Sum(occurring => occurring.Area) / 1e6));
    }
}
