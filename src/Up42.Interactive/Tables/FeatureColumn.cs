using System.Collections;

namespace Up42.Interactive;

/// <summary>One column of a <see cref="FeatureTable"/>: its name, its inferred type, and a value for each row.</summary>
public sealed partial class FeatureColumn : IReadOnlyList<object?>
{
    private readonly FeatureTable _table;
    private string? _shownName;

    internal FeatureColumn(FeatureTable table, StoredColumn stored) => (_table, Stored) = (table, stored);

    /// <summary>The property's name.</summary>
    public string Name => Stored.Name;

    /// <summary>What the values are, inferred from all rows that were read.</summary>
    public FeatureColumnType Type => Stored.Data.Type;

    /// <summary>How many rows there are, those with a missing value included.</summary>
    public int Count => _table.Count;

    internal StoredColumn Stored { get; }

    /// <summary>The name, freed of what <see cref="SafeText"/> hides.</summary>
    internal string ShownName => _shownName ??= SafeText.Clean(Name);

    /// <summary>The value of a row; null: missing.</summary>
    /// <param name="index">The row, from 0.</param>
    public object? this[int index] => Stored.Data.Value(_table.StoreRow(index));

    /// <summary>Whether all rows have the same value.</summary>
    internal bool IsConstant
    {
        get
        {
            var row = 0;
            while (row < Count && Stored.Data.IsSame(_table.StoreRow(0), _table.StoreRow(row)))
            {
                row++;
            }

            return row == Count && row > 0;
        }
    }

    /// <summary>At most so many rows, evenly over all.</summary>
    internal static IEnumerable<int> SampleRows(int count, int most) =>
        Enumerable.Range(0, Math.Min(count, most)).Select(at => (int)((long)at * count / Math.Min(count, most)));

    internal IEnumerable<int> SampleRows(int most) => SampleRows(Count, most);

    internal object? RawAt(int index) => Stored.Data.Raw(_table.StoreRow(index));

    internal bool HasAt(int index) => Stored.Data.Has(_table.StoreRow(index));

    /// <summary>A number, or a date as seconds; NaN of what is missing or neither.</summary>
    internal double MeasureAt(int index) => Stored.Data.Measure(_table.StoreRow(index));

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
