namespace Up42.Interactive;

/// <summary>The column that names the layer of each row, where a file has several; a column of the user's own is kept.</summary>
internal static class LayerColumn
{
    private static readonly string[] Names = ["layer", "layer_name", "source_layer"];

    /// <summary>Tables below each other, with a column of their names where there are several.</summary>
    public static FeatureTable Concat(IReadOnlyList<(string Name, FeatureTable Table)> layers)
    {
        if (layers.Count < 2)
        {
            return layers.Count == 0 ? FeatureTable.Empty : layers[0].Table;
        }

        var column = Names.Concat(Enumerable.Range(2, int.MaxValue - 2).Select(number => $"layer_{number}"))
            .First(name => !layers.Any(layer => layer.Table.HasColumn(name)));
        return FeatureTable.Concat(layers.Select(layer => layer.Table.WithColumn(column, _ => layer.Name)));
    }
}
