namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    /// <summary>The table with another name for a column, which stays in its place.</summary>
    /// <param name="column">The name that it has.</param>
    /// <param name="name">The name that it gets.</param>
    /// <exception cref="ArgumentException">The column does not exist, or another one has that name.</exception>
    public FeatureTable Rename(string column, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var renamed = this[column].Stored;
        return name == column || !HasColumn(name)
            ? With(Store.Columns.Select(known => known == renamed ? known with { Name = name } : known))
            : throw new ArgumentException($"There is a column '{name}' already; drop or rename it first.", nameof(name));
    }

    /// <summary>The table without some of its columns. Geometry and id stay.</summary>
    /// <param name="columns">Their names.</param>
    /// <exception cref="ArgumentException">A column does not exist.</exception>
    public FeatureTable Drop(params IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var dropped = columns.Select(name => this[name].Name).ToHashSet();
        return With(Store.Columns.Where(column => !dropped.Contains(column.Name)));
    }
}
