namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    private const string DistanceColumn = "distance_m";

    private readonly Lazy<GlobeIndex> _places;

    /// <summary>Where the rows are, to find those nearest to a place.</summary>
    internal GlobeIndex Places => _places.Value;

    /// <summary>
    /// The table with how far its rows are from an area, in metres along the WGS 84 ellipsoid, in the column <c>distance_m</c>: 0 where they meet,
    /// nothing for rows without a geometry. Edges are straight in longitude and latitude, and ways across the antimeridian and the poles count.
    /// </summary>
    /// <param name="to">A table, a geometry in EPSG:4326, GeoJSON text or a path; of several features the nearest.</param>
    /// <param name="column">What the column is called.</param>
    /// <exception cref="ArgumentException">There is no geometry to measure to.</exception>
    /// <exception cref="Up42Exception">The text is neither GeoJSON nor the path of a vector file.</exception>
    public FeatureTable Distance(Aoi to, string column = DistanceColumn)
    {
        ArgumentNullException.ThrowIfNull(to);
        var places = to.RequirePlaces();
        var meters = ParallelRows.Select(Count, row => GeometryAt(row) is { } geometry ? places.Nearest(geometry)?.Meters : null);
        return WithColumn(column, row => meters[row.Index]);
    }

    /// <summary>
    /// The table with the columns of the nearest row of another, and how far it is in metres along the WGS 84 ellipsoid, in the column
    /// <c>distance_m</c>: 0 where they meet. A column whose name is taken gets <c>_other</c> behind it. Rows without a geometry, and those with no
    /// other within reach, stay without values. Of several that are equally near the first is taken.
    /// </summary>
    /// <param name="other">The other table; a spatial index finds its rows.</param>
    /// <param name="maxMeters">How far the nearest may be; null: any distance.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reach is negative.</exception>
    public FeatureTable Nearest(FeatureTable other, double? maxMeters = null)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentOutOfRangeException.ThrowIfNegative(maxMeters ?? 0, nameof(maxMeters));
        var found = ParallelRows.Select(
            Count, row => GeometryAt(row) is { } geometry ? other.Places.Nearest(geometry, maxMeters ?? double.PositiveInfinity) : null);
        var joined = Beside([.. Enumerable.Range(0, Count)], other, [.. found.Select(near => near?.Row)]);
        var name = ColumnNames.Free(joined.Columns.Select(column => column.Name), DistanceColumn, $"{DistanceColumn}_other");
        return joined.WithColumn(name, row => found[row.Index]?.Meters);
    }

    private GlobeIndex BuildPlaces() => new(Enumerable.Range(0, Count).Where(HasPlaceAt).Select(row => (row, GeometryAt(row)!)));
}
