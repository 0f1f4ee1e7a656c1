namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    /// <summary>
    /// The table with the columns of another where the values of a column are the same: a row for each row of the other that matches, as SQL joins.
    /// A missing value matches none. A column whose name is taken gets <c>_other</c> behind it. Ids and geometries are this table's, these the
    /// other's where this one has no geometry at all.
    /// </summary>
    /// <param name="other">The other table.</param>
    /// <param name="on">The column that both have; 1 and 1.0 are the same value, 1 and "1" are not.</param>
    /// <param name="otherOn">The other table's name for it; null: the same.</param>
    /// <param name="isInner">Whether rows that match none are dropped; else they stay, without the other's values.</param>
    /// <exception cref="ArgumentException">A column does not exist, or texts are to be compared with numbers.</exception>
    /// <exception cref="Up42Exception">The table would have more rows than a table takes.</exception>
    public FeatureTable Join(FeatureTable other, string on, string? otherOn = null, bool isInner = false)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (left, right) = (this[on], other[otherOn ?? on]);
        RequireComparable(left, right);
        var found = Enumerable.Range(0, other.Count).Where(right.HasAt).ToLookup(row => ValueKey.Of(right[row]));
        var (rows, partners) = (new List<int>(), new List<int?>());
        for (var row = 0; row < Count; row++)
        {
            var matches = left.HasAt(row) ? found[ValueKey.Of(left[row])] : [];
            foreach (var match in matches.Select(match => (int?)match).DefaultIfEmpty().Where(match => match is not null || !isInner))
            {
                rows.Add(row);
                partners.Add(match);
                if (rows.Count > Limits.Default.Rows)
                {
                    throw new Up42Exception($"The join would have more than {NumberText.Format(Limits.Default.Rows)} rows: '{on}' has many rows of one value.");
                }
            }
        }

        return Beside(rows, other, partners, leftOut: right.Name);
    }

    /// <summary>Rows of this table with the values of rows of another.</summary>
    /// <param name="rows">The rows of this table.</param>
    /// <param name="other">The other table.</param>
    /// <param name="partners">The row of the other for each; null of none.</param>
    /// <param name="leftOut">The column of the other that this table has already; null of none.</param>
    private FeatureTable Beside(List<int> rows, FeatureTable other, List<int?> partners, string? leftOut = null)
    {
        var (chosen, taken) = (Repeated(rows), Columns.Select(column => column.Name).ToHashSet());
        var columns = chosen.Store.Columns.ToList();
        foreach (var column in other.Columns.Where(column => column.Name != leftOut))
        {
            var name = ColumnNames.Free(taken, column.Name, $"{column.Name}_other");
            var values = new ColumnBuilder(name);
            taken.Add(name);
            foreach (var (row, partner) in partners.Index().Where(pair => pair.Item is not null))
            {
                values.SetRaw(row, column.RawAt(partner!.Value));
            }

            columns.Add(new StoredColumn(name, values.Build()));
        }

        var store = chosen.Store with { Columns = columns, Remarks = [.. Remarks.Concat(other.Remarks).Distinct()] };
        return new FeatureTable(HasGeometry ? store : store with { Geometries = other.GeometriesAt(partners) }, null, rows.Count);
    }

    private ChunkedColumn<ReadOnlyMemory<byte>> GeometriesAt(List<int?> rows)
    {
        var geometries = new ChunkedColumn<ReadOnlyMemory<byte>>();
        foreach (var (row, from) in rows.Index())
        {
            if (from is { } index && WkbAt(index) is { } wkb)
            {
                geometries.Set(row, wkb);
            }
        }

        return geometries;
    }

    private static void RequireComparable(FeatureColumn left, FeatureColumn right)
    {
        if (Kind(left) is { } one && Kind(right) is { } two && one != two)
        {
            throw new ArgumentException(
                $"The column '{left.Name}' holds {ColumnTypeName.Format(left.Type)} here and '{right.Name}' {ColumnTypeName.Format(right.Type)} there, which "
                    + $"match nowhere; WithColumn(\"{left.Name}\", row => row.GetText(\"{left.Name}\")) makes texts of one.");
        }

        static string? Kind(FeatureColumn column) => column.Type switch
        {
            FeatureColumnType.Integer or FeatureColumnType.Real => "number",
            FeatureColumnType.Mixed or FeatureColumnType.Empty => null,
            var type => ColumnTypeName.Format(type),
        };
    }
}
