namespace Up42.Interactive;

/// <summary>Which columns of a table a display shows: those with plain values before nested ones and empty ones, in the table's order.</summary>
/// <param name="Shown">At first sight.</param>
/// <param name="Carried">To choose from, the shown ones included.</param>
internal sealed record TableColumns(IReadOnlyList<FeatureColumn> Shown, IReadOnlyList<FeatureColumn> Carried)
{
    /// <summary>How many columns are seen at first sight.</summary>
    public const int MostShown = 12;

    private const int MostCarried = 40;

    public static TableColumns Of(FeatureTable table) => new(First(table, MostShown), First(table, MostCarried));

    /// <summary>A column's type as displays call it.</summary>
    public static string TypeName(FeatureColumn column) => column.Type.ToString().ToLowerInvariant();

    private static FeatureColumn[] First(FeatureTable table, int count)
    {
        var chosen = table.Columns.OrderBy(Rank).Take(count).ToHashSet();
        return [.. table.Columns.Where(chosen.Contains)];
    }

    private static int Rank(FeatureColumn column) => column.Type switch
    {
        FeatureColumnType.Empty => 2,
        FeatureColumnType.List or FeatureColumnType.Object => 1,
        _ => 0,
    };
}
