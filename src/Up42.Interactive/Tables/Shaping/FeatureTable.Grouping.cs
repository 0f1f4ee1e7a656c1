namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    /// <summary>
    /// One table for each value of a column, in the order in which the values first appear; dates that are one instant are one value.
    /// <c>GroupRowsBy("platform").Aggregate(("cloudCoverage", "mean"))</c> makes one row of each.
    /// </summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="ArgumentException">The column does not exist.</exception>
    public FeatureGroups GroupRowsBy(string column)
    {
        var values = this[column];
        return new FeatureGroups(this, values, [.. Enumerable.Range(0, Count)
            .GroupBy(index => ValueKey.Of(values[index]))
            .Select(group => new FeatureGroup(values[group.First()], Rows([.. group])))]);
    }

    /// <summary>
    /// The different values of a column, or of several together, in the order in which they first appear, as a table of these columns alone. A
    /// missing value is one too.
    /// </summary>
    /// <param name="columns">The columns; none: all.</param>
    /// <exception cref="ArgumentException">A column does not exist, or one is named twice.</exception>
    public FeatureTable Unique(params IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var names = columns.ToArray();
        var values = names.Length == 0 ? this : SelectColumns(names);
        var seen = new HashSet<RowKey>();
        var rows = Enumerable.Range(0, Count)
            .Where(index => seen.Add(new RowKey([.. values.Columns.Select(column => ValueKey.Of(column[index]))])));
        return values.Rows([.. rows]).Bare();
    }

    /// <summary>
    /// How many rows have each value of a column, the commonest first: the columns of the value, <c>count</c> and <c>share</c>, in percent of all
    /// rows. Those where it is missing are counted in a row without a value.
    /// </summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="ArgumentException">The column does not exist.</exception>
    public FeatureTable ValueCounts(string column)
    {
        var (values, result) = (this[column], new TableBuilder());
        var (countName, shareName) = (ColumnNames.Free([column], "count", "rows"), ColumnNames.Free([column], "share", "percent"));
        var counts = Enumerable.Range(0, Count).GroupBy(index => ValueKey.Of(values[index])).Select(group => (Row: group.First(), Count: group.LongCount()));
        foreach (var (row, count) in counts.OrderByDescending(group => group.Count).ThenBy(group => values[group.Row]!, ValueComparer.Instance))
        {
            result.Column(column).SetRaw(result.Row, values.RawAt(row));
            result.Column(countName).Set(result.Row, count);
            result.Column(shareName).Set(result.Row, 100.0 * count / Count);
            result.NextRow();
        }

        return result.Build();
    }

    /// <summary>The columns alone, without geometries, ids, quicklooks and remarks.</summary>
    private FeatureTable Bare() =>
        new(new FeatureStore(Store.Columns, new EmptyColumnData(), new ChunkedColumn<ReadOnlyMemory<byte>>(), null), _rows, Count);

    private readonly struct RowKey(object?[] values) : IEquatable<RowKey>
    {
        private readonly object?[] _values = values;

        public bool Equals(RowKey other) => _values.AsSpan().SequenceEqual(other._values);

        public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

        public override int GetHashCode() => _values.Aggregate(0, HashCode.Combine);
    }
}
