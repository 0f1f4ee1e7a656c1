namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    /// <summary>The features' ids as a column; null where there are none, or where the property <c>id</c> is the same.</summary>
    internal FeatureColumn? IdColumn
    {
        get
        {
            if (Store.Ids is EmptyColumnData || !Enumerable.Range(0, Count).Any(row => IdAt(row) is not null))
            {
                return null;
            }

            var isRepeated = HasColumn("id") && Enumerable.Range(0, Count).All(row => Equals(IdAt(row), this["id"].RawAt(row)));
            var name = ColumnNames.Free(Columns.Select(column => column.Name), "id", "feature_id");
            return isRepeated ? null : new FeatureColumn(this, new StoredColumn(name, Store.Ids));
        }
    }

    /// <summary>The columns as displays and files have them, ids first.</summary>
    internal IEnumerable<FeatureColumn> ColumnsWithIds => IdColumn is { } ids ? Columns.Prepend(ids) : Columns;

    private object? IdAt(int row) => Store.Ids.Raw(StoreRow(row));
}
