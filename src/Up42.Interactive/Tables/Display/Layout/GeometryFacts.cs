using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>What a table says of one geometry.</summary>
/// <param name="Words">Its type; nothing where there is no geometry.</param>
/// <param name="Place">A point's place, or how many points there are; null of others.</param>
/// <param name="Size">The area or the length in square metres or metres; null where there is none.</param>
/// <param name="IsArea">Whether the size is an area.</param>
/// <param name="Outline">Its shape; null where there is nothing to draw.</param>
internal sealed record GeometryFacts(string Words, string? Place, double? Size, bool IsArea, GeometryOutline? Outline)
{
    /// <summary>All of it in words, where they were made as well.</summary>
    public string? Description { get; private init; }

    private const int LargeGeometry = 1 << 20;
    private const int OutlinedVertices = 50_000;
    private static readonly ConditionalWeakTable<ChunkedColumn<ReadOnlyMemory<byte>>, ConcurrentDictionary<(int, double), GeometryFacts>> Large = [];

    /// <summary>Those of a row. What is said of large geometries is kept: it takes a second for some million vertices.</summary>
    /// <param name="table">The table.</param>
    /// <param name="index">The row.</param>
    /// <param name="extent">The width of the outline's picture in degrees of latitude; 0: as large as the shape.</param>
    public static GeometryFacts Create(FeatureTable table, int index, double extent) => table.WkbAt(index) is { Length: >= LargeGeometry } wkb
        ? Large.GetOrCreateValue(table.Store.Geometries).GetOrAdd((table.StoreRow(index), extent), _ => CreateLarge(table, index, wkb, extent))
        : Create(table.GeometryAt(index), extent);

    public static GeometryFacts Create(Geometry? geometry, double extent) => Create(geometry, GeometryOutline.Create(geometry, extent));

    /// <summary>Shapes are drawn of some vertices, and millions of points are not built to be counted.</summary>
    private static GeometryFacts CreateLarge(FeatureTable table, int index, ReadOnlyMemory<byte> wkb, double extent)
    {
        var outline = GeometryOutline.Create(table.GeometryAt(index, WkbThinning.Create([wkb], OutlinedVertices)), extent);
        if (WkbType.Read(wkb.Span) != WkbType.MultiPoint)
        {
            var geometry = table.GeometryAt(index);
            return Create(geometry, outline) with { Description = GeometryText.Describe(geometry) };
        }

        var count = DisplayText.Count(BinaryPrimitives.ReadInt32LittleEndian(wkb.Span[5..]), "point");
        return new("MultiPoint", count, null, false, outline) { Description = $"MultiPoint, {count}" };
    }

    private static GeometryFacts Create(Geometry? geometry, GeometryOutline? outline) => geometry switch
    {
        null => new("", null, null, false, null),
        { IsEmpty: true } => new(geometry.GeometryType, "empty", null, false, null),
        Point point => new("Point", GeometryText.Place(point), null, false, outline),
        MultiPoint points => new("MultiPoint", DisplayText.Count(points.NumGeometries, "point"), null, false, outline),
        { Dimension: Dimension.Surface } => new(geometry.GeometryType, null, Geodesy.Area(geometry), true, outline),
        { Dimension: Dimension.Curve } => new(geometry.GeometryType, null, Geodesy.Length(geometry), false, outline),
        _ => new(geometry.GeometryType, null, null, false, outline),
    };
}
