using System.Text.Json;

namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    /// <summary>
    /// A row for each part of a multiple geometry or a collection, to any depth, with the values and the id of its feature. Rows with one part, an
    /// empty geometry or none stay as they are.
    /// </summary>
    public FeatureTable Explode()
    {
        var (indexes, parts, converter) = (new List<int>(), new ChunkedColumn<ReadOnlyMemory<byte>>(), new NtsGeometries());
        for (var index = 0; index < Count; index++)
        {
            var geometries = GeometryAt(index) is { IsEmpty: false } geometry ? Antimeridian.Parts(geometry).ToArray() : [];
            foreach (var wkb in geometries.Length < 2 ? [WkbAt(index)] : geometries.Select(part => (ReadOnlyMemory<byte>?)converter.ToWkb(part)))
            {
                if (wkb is { } part)
                {
                    parts.Set(indexes.Count, part);
                }

                indexes.Add(index);
            }
        }

        return new FeatureTable(Repeated(indexes).Store with { Geometries = parts }, null, indexes.Count);
    }

    /// <summary>
    /// A row for each value of the lists in a column, with the other values, the geometry and the id of its feature. Rows with an empty list keep
    /// no value; what is not a list stays. For members of objects see <see cref="Flatten"/>.
    /// </summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="ArgumentException">The column does not exist.</exception>
    public FeatureTable Explode(string column)
    {
        var (lists, indexes, values) = (this[column], new List<int>(), new List<object?>());
        for (var index = 0; index < Count; index++)
        {
            object?[] items = lists[index] is JsonElement { ValueKind: JsonValueKind.Array } list
                ? [.. list.EnumerateArray().Cast<object?>().DefaultIfEmpty()]
                : [lists[index]];
            indexes.AddRange(Enumerable.Repeat(index, items.Length));
            values.AddRange(items);
        }

        return Repeated(indexes).WithColumn(column, row => values[row.Index]);
    }

    /// <summary>Rows, some of them several times, as a table with a store of its own in which each can change.</summary>
    private FeatureTable Repeated(List<int> indexes) => Concat(Rows([.. indexes]));
}
