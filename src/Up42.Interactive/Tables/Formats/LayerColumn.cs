namespace Up42.Interactive;

/// <summary>The column that names the layer of each row, where a file has several; a column of the user's own is kept.</summary>
internal static class LayerColumn
{
    /// <summary>Tables below each other, with a column of their names where there are several.</summary>
    public static FeatureTable Concat(IReadOnlyList<(string Name, FeatureTable Table)> layers)
    {
        if (layers.Count < 2)
        {
            return layers.Count == 0 ? FeatureTable.Empty : layers[0].Table;
        }

        var column = ColumnNames.Free(layers.SelectMany(layer => layer.Table.Columns).Select(known => known.Name), "layer", "layer_name");
        return FeatureTable.Concat(layers.Select(layer => layer.Table.WithColumn(column, _ => layer.Name)));
    }
}
