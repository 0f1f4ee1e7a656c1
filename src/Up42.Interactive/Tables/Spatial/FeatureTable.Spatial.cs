using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    private readonly Lazy<STRtree<int>> _index;

    /// <summary>
    /// The area of all features in square metres on the WGS 84 ellipsoid: the sum over the rows, so that overlaps count twice. Edges are geodesics
    /// to within some millionths for features of the size of a scene (authalic sphere, Snyder 1987 and Karney 2013). 1 km² = 1,000,000 m².
    /// </summary>
    public double AreaSquareMeters => this.Sum(row => row.AreaSquareMeters);

    /// <summary>The area of all features in square kilometres; see <see cref="AreaSquareMeters"/>.</summary>
    public double AreaSquareKilometers => AreaSquareMeters / 1e6;

    /// <summary>
    /// The rows whose geometry has a point in common with an area, found by a spatial index that the table builds once and keeps. Polygons over the
    /// antimeridian are met on both of its sides.
    /// </summary>
    /// <param name="area">A geometry in EPSG:4326, a table, GeoJSON text or the path of a vector file; points and lines count too.</param>
    /// <exception cref="Up42Exception">The text is neither GeoJSON nor the path of a vector file.</exception>
    public FeatureTable Intersects(Aoi area)
    {
        ArgumentNullException.ThrowIfNull(area);
        var found = new SortedSet<int>();
        foreach (var part in area.Table.SelectMany(row => row.Geometry is { } geometry ? Antimeridian.Parts(Overlays.Repaired(geometry)) : []))
        {
            var prepared = PreparedGeometryFactory.Prepare(part);
            found.UnionWith(Near(part).Where(index => !found.Contains(index)
                && Antimeridian.Parts(Overlays.Repaired(GeometryAt(index)!)).Any(prepared.Intersects)));
        }

        return Rows([.. found]);
    }

    /// <summary>
    /// The rows that reach into an area, their geometries cut down to it. Rows that only touch it from outside are dropped; geometries that cross
    /// themselves are mended.
    /// </summary>
    /// <param name="area">A polygon in EPSG:4326, a table with polygons, GeoJSON text or the path of a vector file.</param>
    /// <exception cref="ArgumentException">There is no polygon in it.</exception>
    /// <exception cref="Up42Exception">The text is neither GeoJSON nor the path of a vector file.</exception>
    public FeatureTable Clip(Aoi area)
    {
        ArgumentNullException.ThrowIfNull(area);
        var cutter = area.RequirePolygons();
        var prepared = PreparedGeometryFactory.Prepare(cutter);
        var (kept, converter, clipped) = (new List<int>(), new NtsGeometries(), new ChunkedColumn<ReadOnlyMemory<byte>>());
        foreach (var index in Near(cutter).Order())
        {
            var whole = Overlays.Repaired(GeometryAt(index)!);
            var part = Antimeridian.Parts(whole).All(prepared.Covers) ? whole : Overlays.Intersection(whole, cutter);
            if (!part.IsEmpty)
            {
                kept.Add(index);
                clipped.Set(StoreRow(index), ReferenceEquals(part, whole) ? WkbAt(index)!.Value : converter.ToWkb(part));
            }
        }

        return new FeatureTable(Store with { Geometries = clipped }, [.. kept.Select(StoreRow)], kept.Count);
    }

    /// <summary>
    /// How much of an area the polygons of all rows cover together, in percent of its size on the WGS 84 ellipsoid, 0 to 100. Where they overlap
    /// they count once. For one row see <see cref="FeatureRow.CoveragePercent"/>.
    /// </summary>
    /// <param name="area">A polygon in EPSG:4326, a table with polygons, GeoJSON text or the path of a vector file.</param>
    /// <exception cref="ArgumentException">There is no polygon in it.</exception>
    /// <exception cref="Up42Exception">The text is neither GeoJSON nor the path of a vector file.</exception>
    public double CoveragePercent(Aoi area)
    {
        ArgumentNullException.ThrowIfNull(area);
        var polygons = area.RequirePolygons();
        return 100 * Overlays.Share(polygons, Overlays.Union(Near(polygons).Select(index => GeometryAt(index)!))) ?? 0;
    }

    /// <summary>The rows whose box meets that of a geometry; a row over the antimeridian may have its box a turn further.</summary>
    private IEnumerable<int> Near(Geometry geometry)
    {
        var box = geometry.EnvelopeInternal;
        return box.IsNull ? [] : new[] { 0, 360, -360 }
            .SelectMany(turn => _index.Value.Query(new Envelope(box.MinX + turn, box.MaxX + turn, box.MinY, box.MaxY))).Distinct();
    }

    private STRtree<int> BuildIndex()
    {
        var index = new STRtree<int>();
        for (var row = 0; row < Count; row++)
        {
            if (WkbBounds.Measure(WkbAt(row)) is { IsNull: false } box)
            {
                index.Insert(box, row);
            }
        }

        index.Build();
        return index;
    }
}
