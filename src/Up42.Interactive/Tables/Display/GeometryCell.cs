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
    private static readonly ConditionalWeakTable<ChunkedColumn<ReadOnlyMemory<byte>>, ConcurrentDictionary<int, GeometryCell>> Large = [];

    /// <summary>That of a row. What is said of large geometries is kept: it takes a second for some million vertices.</summary>
    public static GeometryCell Create(FeatureTable table, int index) => table.WkbAt(index) is { Length: >= LargeGeometry }
        ? Large.GetOrCreateValue(table.Store.Geometries).GetOrAdd(table.StoreRow(index), _ => Create(table.GeometryAt(index)))
        : Create(table.GeometryAt(index));

    public static GeometryCell Create(Geometry? geometry)
    {
        var size = GeometryText.Measure(geometry);
        var words = GeometryText.Describe(geometry, size?.Unit);
        return new(GeometryText.Describe(geometry, size), words, size?.Value, GeometryOutline.Create(geometry));
    }

    /// <summary>The outline, then the words.</summary>
    public Html ToHtml(int size = 26) =>
        Outline is null ? Html.Text(Text) : Html.Format($"{CellHtml.Picture(Outline.ToPicture(size), "")} {Text}");
}
