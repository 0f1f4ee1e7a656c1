using System.Collections;

namespace Up42.Interactive;

/// <summary>
/// The rows of a table by the values of a column, made by <see cref="FeatureTable.GroupRowsBy"/>: a list of groups that become one row each by <see
/// cref="Aggregate(IEnumerable{ValueTuple{string, string}})"/>.
/// </summary>
public sealed partial class FeatureGroups : IReadOnlyList<FeatureGroup>
{
    private readonly FeatureTable _table;
    private readonly FeatureColumn _values;
    private readonly IReadOnlyList<FeatureGroup> _groups;

    internal FeatureGroups(FeatureTable table, FeatureColumn values, IReadOnlyList<FeatureGroup> groups) =>
        (_table, _values, _groups) = (table, values, groups);

    /// <summary>The column by whose values the rows are grouped.</summary>
    public string Column => _values.Name;

    /// <summary>How many groups there are.</summary>
    public int Count => _groups.Count;

    /// <summary>A group.</summary>
    /// <param name="index">From 0, in the order in which the values first appear.</param>
    public FeatureGroup this[int index] => _groups[index];

    /// <inheritdoc/>
    public IEnumerator<FeatureGroup> GetEnumerator() => _groups.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>How many groups of which rows, in one line.</summary>
    public override string ToString() =>
        SingleLine.Format($"{DisplayText.Count(Count, "group")} of {DisplayText.Count(_table.Count, "row")} by {DisplayText.Cut(Column, 200)}");
}
