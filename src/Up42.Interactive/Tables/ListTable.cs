using System.Collections;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Lists of anything as tables.</summary>
public static class ListTable
{
    private const string OnlyColumn = "value";

    /// <summary>
    /// Makes a table of a list: one row for each item, one column for each public property, and for each field of a tuple or another struct. Items
    /// that are values themselves (numbers, texts, dates, enumerations) make one column, <c>value</c>; those of a dictionary <c>key</c> and what
    /// belongs to the value. The first property that is a geometry becomes the row's geometry. A list of <see cref="FeatureRow"/> is the table of
    /// these rows.
    /// </summary>
    /// <param name="items">The items; those beyond the most rows that a table takes are left out, and said.</param>
    /// <exception cref="Up42Exception">A geometry says that it is in another system than EPSG:4326.</exception>
    public static FeatureTable ToTable<T>(this IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items switch
        {
            FeatureTable table => table,
            IEnumerable<FeatureRow> rows => FeatureTable.From(rows),
            _ => Create(items, Limits.Default),
        };
    }

    /// <summary>
    /// The table that a notebook shows of a list; null of numbers, texts and what else is a cell by itself, and of lists that show themselves.
    /// One that goes on for ever is read to the most rows that a notebook's table has.
    /// </summary>
    internal static FeatureTable? FindTable(IEnumerable list)
    {
        var limits = new Limits { Rows = 100_000 };
        if (list is string or IDisplay or JsonNode)
        {
            return null;
        }

        var items = list.Cast<object?>().Take(limits.Rows + 1).ToList();
        return items.Find(item => item is not null) is { } first && !ItemMember.IsPlain(first) ? Create(items, limits) : null;
    }

    /// <summary>The same of a list whose items' type nobody knows.</summary>
    internal static FeatureTable Create(IEnumerable items, Limits limits)
    {
        var (table, members) = (new TableBuilder(), new Dictionary<Type, ItemMember[]>());
        foreach (var item in items)
        {
            if (!table.HasRoom(limits))
            {
                break;
            }

            Add(table, item, members);
            table.NextRow();
        }

        return table.Build("The list");
    }

    private static void Add(TableBuilder table, object? item, Dictionary<Type, ItemMember[]> members)
    {
        switch (item)
        {
            case DictionaryEntry entry:
                Set(table, "key", entry.Key);
                AddValue(table, entry.Value, members);
                break;
            case not null when IsPair(item.GetType()):
                Set(table, "key", MembersOf(item.GetType(), members)[0].Read(item));
                AddValue(table, MembersOf(item.GetType(), members)[1].Read(item), members);
                break;
            default:
                AddValue(table, item, members);
                break;
        }
    }

    private static void AddValue(TableBuilder table, object? value, Dictionary<Type, ItemMember[]> members)
    {
        if (value is Geometry geometry)
        {
            table.Add(geometry);
            return;
        }

        var parts = value is null || ItemMember.IsPlain(value) ? [] : MembersOf(value.GetType(), members);
        if (parts.Length == 0)
        {
            Set(table, OnlyColumn, value);
            return;
        }

        var hasGeometry = false;
        foreach (var part in parts)
        {
            var read = part.Read(value!);
            if (read is Geometry place && !hasGeometry)
            {
                hasGeometry = true;
                table.Add(place);
            }
            else if (!part.IsGeometry)
            {
                Set(table, part.Name, read);
            }
        }
    }

    private static void Set(TableBuilder table, string column, object? value) => table.Column(column).SetValue(table.Row, ItemMember.ToValue(column, value));

    private static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static ItemMember[] MembersOf(Type type, Dictionary<Type, ItemMember[]> members) =>
        members.TryGetValue(type, out var known) ? known : members[type] = ItemMember.Of(type);
}
