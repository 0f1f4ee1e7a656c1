using System.Text;
using System.Text.Json;

namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    /// <summary>The first rows.</summary>
    /// <param name="count">At most so many.</param>
    public FeatureTable Head(int count = 5) => Rows(0, int.Clamp(count, 0, Count));

    /// <summary>The last rows.</summary>
    /// <param name="count">At most so many.</param>
    public FeatureTable Tail(int count = 5) => Rows(Count - int.Clamp(count, 0, Count), Count);

    /// <summary>The rows that meet a condition, in their order.</summary>
    /// <param name="condition">True for a row that stays.</param>
    public FeatureTable Where(Func<FeatureRow, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Rows([.. Enumerable.Range(0, Count).Where(index => condition(this[index]))]);
    }

    /// <summary>The same rows with fewer columns, or with their columns in another order. Geometry and id stay.</summary>
    /// <param name="columns">The names.</param>
    /// <exception cref="ArgumentException">The column does not exist, or one is named twice.</exception>
    public FeatureTable SelectColumns(params IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var names = columns.ToArray();
        return names.Distinct().Count() == names.Length
            ? new FeatureTable(Store with { Columns = [.. names.Select(name => this[name].Stored)] }, _rows, Count)
            : throw new ArgumentException("A column is named twice.", nameof(columns));
    }

    /// <summary>
    /// The rows sorted by a column. Numbers sort by value, texts by their letters without regard to case, false before true, lists and objects by
    /// their JSON; in a mixed column numbers stand before texts. Missing values come last either way, and equal ones stay in their order.
    /// </summary>
    /// <param name="column">The column's name.</param>
    /// <param name="descending">Largest first.</param>
    /// <exception cref="ArgumentException">The column does not exist.</exception>
    public FeatureTable SortBy(string column, bool descending = false)
    {
        var values = this[column];
        var keyed = Enumerable.Range(0, Count).Select(index => (Index: index, Key: values[index])).ToLookup(row => row.Key is null);
        var sorted = descending
            ? keyed[false].OrderByDescending(row => row.Key!, ValueComparer.Instance)
            : keyed[false].OrderBy(row => row.Key!, ValueComparer.Instance);
        return Rows([.. sorted.Concat(keyed[true]).Select(row => row.Index)]);
    }

    /// <summary>The table with one more column, or with another in place of the one of that name.</summary>
    /// <param name="column">The name.</param>
    /// <param name="value">
    /// Its value for a row: text, number, boolean, date, a list, a dictionary or null. NaN and infinity count as missing; what else there is
    /// becomes its text.
    /// </param>
    public FeatureTable WithColumn(string column, Func<FeatureRow, object?> value)
    {
        ArgumentException.ThrowIfNullOrEmpty(column);
        ArgumentNullException.ThrowIfNull(value);
        var builder = new ColumnBuilder(column);
        for (var index = 0; index < Count; index++)
        {
            builder.SetValue(StoreRow(index), value(this[index]));
        }

        return With(builder);
    }

    /// <summary>The table with a column of one text, which all rows share.</summary>
    internal FeatureTable WithText(string column, string text)
    {
        var (builder, utf8) = (new ColumnBuilder(column), Encoding.UTF8.GetBytes(text));
        for (var index = 0; index < Count; index++)
        {
            builder.SetText(StoreRow(index), utf8);
        }

        return With(builder);
    }

    private FeatureTable With(ColumnBuilder column)
    {
        var added = new StoredColumn(column.Name, column.Build());
        return With(HasColumn(column.Name)
            ? Store.Columns.Select(known => known.Name == column.Name ? added : known)
            : Store.Columns.Append(added));
    }

    /// <summary>
    /// The members of objects as columns of their own, with dotted names: <c>acquisition</c> = <c>{"mission": …}</c> becomes
    /// <c>acquisition.mission</c>, to any depth. Lists stay as they are. Where a name is taken already, the column that has it wins.
    /// </summary>
    /// <param name="columns">The columns to flatten; none: all.</param>
    /// <exception cref="ArgumentException">The column does not exist.</exception>
    public FeatureTable Flatten(params IEnumerable<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var names = columns.Select(name => this[name].Name).ToHashSet();
        var flat = new List<StoredColumn>();
        foreach (var column in Columns)
        {
            var isChosen = names.Count == 0 || names.Contains(column.Name);
            flat.AddRange(isChosen && column.Type is FeatureColumnType.Object or FeatureColumnType.Mixed ? FlattenObject(column) : [column.Stored]);
        }

        return With(flat.DistinctBy(column => column.Name));
    }

    private IEnumerable<StoredColumn> FlattenObject(FeatureColumn column)
    {
        var members = new Dictionary<string, ColumnBuilder>();
        var rest = new ColumnBuilder(column.Name);
        for (var index = 0; index < Count; index++)
        {
            if (column[index] is JsonElement { ValueKind: JsonValueKind.Object } json)
            {
                FlattenObject(json, column.Name, StoreRow(index), members);
            }
            else
            {
                rest.SetRaw(StoreRow(index), column.RawAt(index));
            }
        }

        var kept = new StoredColumn(column.Name, rest.Build());
        return (kept.Data is EmptyColumnData ? [] : new[] { kept })
            .Concat(members.Values.Select(member => new StoredColumn(member.Name, member.Build())).Where(member => !HasColumn(member.Name)));
    }

    private static void FlattenObject(JsonElement json, string name, int row, Dictionary<string, ColumnBuilder> members)
    {
        foreach (var member in json.EnumerateObject())
        {
            var path = $"{name}.{member.Name}";
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                FlattenObject(member.Value, path, row, members);
                continue;
            }

            if (!members.TryGetValue(path, out var column))
            {
                column = members[path] = members.Count < Limits.Default.Columns
                    ? new ColumnBuilder(path)
                    : throw new Up42Exception($"'{name}' would become more than {Limits.Default.Columns} columns.");
            }

            column.SetValue(row, member.Value);
        }
    }

    private FeatureTable Rows(int from, int to) => Rows([.. Enumerable.Range(from, to - from)]);

    private FeatureTable Rows(int[] indexes) => new(Store, [.. indexes.Select(StoreRow)], indexes.Length);

    private FeatureTable With(IEnumerable<StoredColumn> columns) => new(Store with { Columns = [.. columns] }, _rows, Count);
}
