using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// An area of interest: a <see cref="FeatureTable"/>, a geometry in EPSG:4326, GeoJSON text, or the path of a vector file converts to it.
/// </summary>
public sealed partial class Aoi
{
    private readonly Lazy<Geometry> _polygons;

    private Aoi(FeatureTable table)
    {
        Table = table;
        _polygons = new(() => Overlays.Union(Table.Select(row => row.Geometry).OfType<Geometry>()));
    }

    /// <summary>The area as features.</summary>
    public FeatureTable Table { get; }

    /// <summary>An area from features.</summary>
    /// <param name="table">The features.</param>
    public static Aoi FromFeatureTable(FeatureTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new Aoi(table);
    }

    /// <summary>An area from a geometry.</summary>
    /// <param name="geometry">In EPSG:4326, x = longitude, y = latitude.</param>
    public static Aoi FromGeometry(Geometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        return new Aoi(FeatureTable.From([geometry]));
    }

    /// <summary>An area from features.</summary>
    /// <param name="table">The features.</param>
    public static implicit operator Aoi(FeatureTable table) => FromFeatureTable(table);

    /// <summary>An area from a geometry.</summary>
    /// <param name="geometry">In EPSG:4326.</param>
    public static implicit operator Aoi(Geometry geometry) => FromGeometry(geometry);

    /// <summary>How many features the area has.</summary>
    public override string ToString() => SingleLine.Format($"Area of interest: {Table.Summary}");

    /// <summary>Its polygons as one, within ±180°.</summary>
    /// <exception cref="ArgumentException">It has none.</exception>
    internal Geometry RequirePolygons() => _polygons.Value is { IsEmpty: false } polygons
        ? polygons
        : throw new ArgumentException($"There is no polygon in the area of interest ({Table.Summary}).");

    /// <summary>Where its features are.</summary>
    /// <exception cref="ArgumentException">None has a geometry.</exception>
    internal GlobeIndex RequirePlaces() => Table.Places is { IsEmpty: false } places
        ? places
        : throw new ArgumentException($"There is no geometry to measure to ({Table.Summary}).");
}
