namespace Up42.Interactive;

/// <summary>Names for columns of ours beside those of the user's.</summary>
internal static class ColumnNames
{
    /// <summary>The first of some names that is not taken; else the last with a number.</summary>
    public static string Free(IEnumerable<string> taken, params string[] names)
    {
        var all = taken.ToHashSet();
        return names.Concat(Enumerable.Range(2, all.Count + 1).Select(number => $"{names[^1]}_{number}")).First(name => !all.Contains(name));
    }
}
