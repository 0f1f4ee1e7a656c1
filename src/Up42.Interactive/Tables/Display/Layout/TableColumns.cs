namespace Up42.Interactive;

/// <summary>
/// Which columns of a table a display shows: ids first, then those with plain values before nested ones, in the table's order. Columns that say
/// the same in every row, or nothing in any, are folded into the caption.
/// </summary>
/// <param name="Shown">At first sight.</param>
/// <param name="Carried">To choose from, the shown ones included.</param>
/// <param name="Same">Those with one value in all rows, to tell once.</param>
/// <param name="Empty">Those without any value.</param>
internal sealed record TableColumns(
    IReadOnlyList<FeatureColumn> Shown, IReadOnlyList<FeatureColumn> Carried, IReadOnlyList<FeatureColumn> Same, IReadOnlyList<FeatureColumn> Empty)
{
    /// <summary>How many columns are seen at first sight.</summary>
    public const int MaxShown = 12;

    private const int MaxCarried = 40;
    private const int MinRowsToFold = 3;

    public static TableColumns Choose(FeatureTable table)
    {
        FeatureColumn[] all = [.. table.ColumnsWithIds];
        FeatureColumn[] same = table.Count < MinRowsToFold ? [] : [.. all.Where(column => column.IsConstant)];
        FeatureColumn[] empty = table.Count < MinRowsToFold ? [] : [.. all.Where(column => column.Type == FeatureColumnType.Empty)];
        if (same.Length + empty.Length == all.Length && !table.HasGeometry)
        {
            (same, empty) = ([], []);
        }

        var folded = same.Concat(empty).ToHashSet();
        var ranked = all.OrderBy(column => folded.Contains(column) ? int.MaxValue : Rank(column)).ToArray();
        return new(InOrder(ranked.Take(Math.Min(MaxShown, all.Length - folded.Count))), InOrder(ranked.Take(MaxCarried)), same, empty);

        FeatureColumn[] InOrder(IEnumerable<FeatureColumn> columns) => columns.ToHashSet() is var chosen ? [.. all.Where(chosen.Contains)] : [];
    }

    private static int Rank(FeatureColumn column) => column.Type switch
    {
        FeatureColumnType.Empty => 2,
        FeatureColumnType.List or FeatureColumnType.Object => 1,
        _ => 0,
    };
}
