using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>The footprints of one value of the legend's column.</summary>
/// <param name="Name">The value.</param>
/// <param name="Area">The footprints as one, in degrees.</param>
/// <param name="Scenes">How many there are.</param>
internal sealed record CoverageGroup(string Name, Geometry Area, int Scenes)
{
    /// <summary>The area in square metres on the ellipsoid.</summary>
    public double SquareMeters => Geodesy.Area(Area);
}

/// <summary>What footprints cover of an area of interest.</summary>
/// <param name="Groups">The footprints by value, the largest first.</param>
/// <param name="Aoi">The area of interest as one; null where there is none.</param>
internal sealed record FootprintCoverage(IReadOnlyList<CoverageGroup> Groups, Geometry? Aoi)
{
    /// <summary>How much of the area of interest any footprint covers, in percent; null without one.</summary>
    public double? Percent => PercentOf(Overlays.Union(Groups.Select(group => group.Area)));

    /// <summary>Groups footprints and unites them; geometries that cross themselves are mended first.</summary>
    public static FootprintCoverage Measure(FeatureTable table, string column, FeatureTable? aoi)
    {
        var named = table.ColumnNamed(column);
        var groups = table.Where(row => row.Geometry is { IsEmpty: false, Dimension: Dimension.Surface })
            .GroupBy(row => (named is null ? null : row.GetText(named)) ?? "footprints")
            .Select(group => new CoverageGroup(group.Key, Overlays.Union(group.Select(row => row.Geometry!)), group.Count()))
            .OrderByDescending(group => group.SquareMeters).ThenBy(group => group.Name, StringComparer.Ordinal);
        return new FootprintCoverage([.. groups], aoi is null ? null : Overlays.Union(aoi.Select(row => row.Geometry).OfType<Geometry>()));
    }

    /// <summary>The same to be drawn: what lies on both sides of the antimeridian stands side by side.</summary>
    public FootprintCoverage ToView()
    {
        var together = AntimeridianView.Align([.. Groups.Select(group => group.Area), .. Aoi is { } aoi ? [aoi] : Array.Empty<Geometry>()]);
        return new FootprintCoverage([.. Groups.Select((group, i) => group with { Area = together[i] })], Aoi is null ? null : together[^1]);
    }

    /// <summary>How much of the area of interest a geometry covers, in percent.</summary>
    public double? PercentOf(Geometry area) => Aoi is { } aoi ? 100 * Overlays.Share(aoi, area) : null;
}
