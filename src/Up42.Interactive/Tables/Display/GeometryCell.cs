using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>A geometry as cells of tables show it.</summary>
/// <param name="Text">Type and size in words.</param>
/// <param name="Words">The same with the size's unit alone.</param>
/// <param name="Size">The size in that unit; null where there is none.</param>
/// <param name="Outline">Its shape; null where there is nothing to draw.</param>
internal sealed record GeometryCell(string Text, string Words, double? Size, GeometryOutline? Outline)
{
    private const int LargeGeometry = 1 << 20;
    private const int OutlinedVertices = 50_000;
    private static readonly ConditionalWeakTable<ChunkedColumn<ReadOnlyMemory<byte>>, ConcurrentDictionary<int, GeometryCell>> Large = [];

    /// <summary>That of a row. What is said of large geometries is kept: it takes a second for some million vertices.</summary>
    public static GeometryCell Create(FeatureTable table, int index) => table.WkbAt(index) is { Length: >= LargeGeometry } wkb
        ? Large.GetOrCreateValue(table.Store.Geometries).GetOrAdd(table.StoreRow(index), _ => CreateLarge(table, index, wkb))
        : Create(table.GeometryAt(index));

    public static GeometryCell Create(Geometry? geometry) => Create(geometry, GeometryOutline.Create(geometry));

    /// <summary>The outline, then the words.</summary>
    public Html ToHtml(int size = 26) =>
        Outline is null ? Html.Text(Text) : Html.Format($"{CellHtml.Picture(Outline.ToPicture(size), "")} {Text}");

    /// <summary>Shapes are drawn of some vertices, and millions of points are not built to be counted.</summary>
    private static GeometryCell CreateLarge(FeatureTable table, int index, ReadOnlyMemory<byte> wkb)
    {
        var outline = GeometryOutline.Create(table.GeometryAt(index, WkbThinning.Create([wkb], OutlinedVertices)));
        if (WkbType.Read(wkb.Span) != WkbType.MultiPoint)
        {
            return Create(table.GeometryAt(index), outline);
        }

        var text = $"MultiPoint, {DisplayText.Count(BinaryPrimitives.ReadInt32LittleEndian(wkb.Span[5..]), "point")}";
        return new(text, text, null, outline);
    }

    private static GeometryCell Create(Geometry? geometry, GeometryOutline? outline)
    {
        var size = GeometryText.Measure(geometry);
        var words = GeometryText.Describe(geometry, size?.Unit);
        return new(GeometryText.Describe(geometry, size), words, size?.Value, outline);
    }
}
