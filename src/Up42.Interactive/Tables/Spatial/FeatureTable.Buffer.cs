using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    /// <summary>
    /// The rows with the area around their geometries: all within some metres along the WGS 84 ellipsoid, or of negative metres, what lies deeper
    /// inside a polygon than that. Boundaries lie within 0.2 % of the distance of where they should: round corners have 16 edges a
    /// quarter. Areas over the antimeridian are cut there. Rows without a geometry stay as they are.
    /// </summary>
    /// <param name="meters">Up to 2,000 km.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not a number of metres up to that.</exception>
    public FeatureTable Buffer(double meters) => Math.Abs(meters) <= GeodesicBuffer.MaxMeters
        ? WithGeometries(row => GeometryAt(row) is { IsEmpty: false } geometry ? GeodesicBuffer.Create(geometry, meters) : null)
        : throw new ArgumentOutOfRangeException(nameof(meters), meters, "A buffer has up to 2,000,000 metres on either side of a boundary.");

    /// <summary>
    /// One row for each value of a column, its geometries as one: polygons without what they share, lines, points; beside it how many <c>rows</c>
    /// there were.
    /// </summary>
    /// <param name="by">The column; null: all rows become one.</param>
    /// <exception cref="ArgumentException">The column does not exist.</exception>
    public FeatureTable Dissolve(string? by = null) => Dissolve(by, Array.Empty<(string, string)>());

    /// <summary>
    /// One row for each value of a column, its geometries as one: polygons without what they share, lines, points. Beside it stand how many
    /// <c>rows</c> there were and what other columns come to, as <see cref="FeatureGroups"/> aggregates them.
    /// </summary>
    /// <param name="by">The column; null: all rows become one.</param>
    /// <param name="statistics">Pairs of a column and a statistic: <c>("area", "sum")</c>.</param>
    /// <exception cref="ArgumentException">A column or statistic does not exist.</exception>
    public FeatureTable Dissolve(string? by, params IEnumerable<(string Column, string Statistic)> statistics)
    {
        var column = by ?? ColumnNames.Free(Columns.Select(known => known.Name), "all");
        var groups = (by is null ? WithColumn(column, _ => true) : this).GroupRowsBy(column);
        var dissolved = groups.Aggregate(statistics);
        return (by is null ? dissolved.Drop(column) : dissolved).WithGeometries(index =>
            Overlays.Merge(groups[index].Table.Select(row => row.Geometry).OfType<Geometry>()) is { IsEmpty: false } merged ? merged : null);
    }

    /// <summary>The same with pairs as F# writes them: <c>table.Dissolve("crop", [ "ha", "sum" ])</c>.</summary>
    /// <param name="by">The column; null: all rows become one.</param>
    /// <param name="statistics">Pairs of a column and a statistic.</param>
    /// <exception cref="ArgumentException">A column or statistic does not exist.</exception>
    [OverloadResolutionPriority(-1)] // A pair of C# is a value tuple.
    public FeatureTable Dissolve(string? by, IEnumerable<Tuple<string, string>> statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        return Dissolve(by, statistics.Select(pair => (pair.Item1, pair.Item2)));
    }

    /// <summary>The rows with other geometries; where there is none, they keep their own.</summary>
    internal FeatureTable WithGeometries(Func<FeatureRow, Geometry?> geometry) => WithGeometries(row => geometry(this[row]));

    private FeatureTable WithGeometries(Func<int, Geometry?> geometry)
    {
        var (made, geometries, converter) = (ParallelRows.Select(Count, geometry), new ChunkedColumn<ReadOnlyMemory<byte>>(), new NtsGeometries());
        for (var row = 0; row < Count; row++)
        {
            if ((made[row] is { } place ? converter.ToWkb(place) : WkbAt(row)) is { } wkb)
            {
                geometries.Set(StoreRow(row), wkb);
            }
        }

        return new FeatureTable(Store with { Geometries = geometries }, _rows, Count);
    }
}
