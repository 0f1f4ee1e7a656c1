namespace Up42.Interactive;

/// <summary>
/// Which columns of a table a display shows: ids first, then those with plain values before nested ones and empty ones, in the table's order.
/// </summary>
/// <param name="Shown">At first sight.</param>
/// <param name="Carried">To choose from, the shown ones included.</param>
internal sealed record TableColumns(IReadOnlyList<FeatureColumn> Shown, IReadOnlyList<FeatureColumn> Carried)
{
    /// <summary>How many columns are seen at first sight.</summary>
    public const int MaxShown = 12;

    private const int MaxCarried = 40;

    public static TableColumns Choose(FeatureTable table)
    {
        FeatureColumn[] all = [.. table.ColumnsWithIds];
        return new(First(all, MaxShown), First(all, MaxCarried));
    }

    private static FeatureColumn[] First(FeatureColumn[] all, int count)
    {
        var chosen = all.OrderBy(Rank).Take(count).ToHashSet();
        return [.. all.Where(chosen.Contains)];
    }

    private static int Rank(FeatureColumn column) => column.Type switch
    {
        FeatureColumnType.Empty => 2,
        FeatureColumnType.List or FeatureColumnType.Object => 1,
        _ => 0,
    };
}
