using System.Collections;

namespace Up42.Interactive;

/// <summary>One column of a <see cref="FeatureTable"/>: its name, its inferred type, and a value for each row.</summary>
public sealed partial class FeatureColumn : IReadOnlyList<object?>
{
    private readonly FeatureTable _table;

    internal FeatureColumn(FeatureTable table, StoredColumn stored) => (_table, Stored) = (table, stored);

    /// <summary>The property's name.</summary>
    public string Name => Stored.Name;

    /// <summary>What the values are, inferred from all rows that were read.</summary>
    public FeatureColumnType Type => Stored.Data.Type;

    /// <summary>How many rows there are, those with a missing value included.</summary>
    public int Count => _table.Count;

    internal StoredColumn Stored { get; }

    /// <summary>The value of a row; null: missing.</summary>
    /// <param name="index">The row, from 0.</param>
    public object? this[int index] => Stored.Data.Value(_table.StoreRow(index));

    internal object? RawAt(int index) => Stored.Data.Raw(_table.StoreRow(index));

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
