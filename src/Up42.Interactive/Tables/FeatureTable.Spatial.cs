using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Geometries.Utilities;

namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    /// <summary>
    /// The area of all features in square metres on the WGS 84 ellipsoid: the sum over the rows, so that overlaps count twice. Edges are geodesics to within
    /// some millionths for features of the size of a scene (authalic sphere, Snyder 1987 and Karney 2013). 1 km² = 1,000,000 m².
    /// </summary>
    public double AreaSquareMeters => this.Sum(row => row.AreaSquareMeters);

    /// <summary>The rows whose geometry has a point in common with another.</summary>
    /// <param name="geometry">In EPSG:4326, longitude before latitude.</param>
    public FeatureTable Intersects(Geometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        var prepared = PreparedGeometryFactory.Prepare(geometry);
        return Rows([.. Near(geometry).Where(index => prepared.Intersects(Valid(GeometryAt(index)!)))]);
    }

    /// <summary>The rows that reach into an area, their geometries cut down to it. Rows that only touch it from outside are dropped.</summary>
    /// <param name="geometry">The area in EPSG:4326, longitude before latitude.</param>
    public FeatureTable Clip(Geometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        var area = Valid(geometry);
        var prepared = PreparedGeometryFactory.Prepare(area);
        var (kept, converter, clipped) = (new List<int>(), new NtsGeometries(), new Cells<byte[]>());
        foreach (var index in Near(geometry))
        {
            var whole = Valid(GeometryAt(index)!);
            var part = prepared.Covers(whole) ? whole : whole.Intersection(area);
            if (!part.IsEmpty && part.Dimension == whole.Dimension)
            {
                kept.Add(index);
                clipped.Set(StoreRow(index), ReferenceEquals(part, whole) ? WkbAt(index)! : converter.ToWkb(part));
            }
        }

        return new FeatureTable(Store with { Geometries = clipped }, [.. kept.Select(StoreRow)], kept.Count);
    }

    /// <summary>The rows whose box meets that of a geometry.</summary>
    private IEnumerable<int> Near(Geometry geometry)
    {
        var box = geometry.EnvelopeInternal;
        return Enumerable.Range(0, Count).Where(index => box.Intersects(WkbBounds.Of(WkbAt(index))));
    }

    private static Geometry Valid(Geometry geometry) => geometry.IsValid ? geometry : GeometryFixer.Fix(geometry);
}
