using System.Collections;
using System.Text.Json.Nodes;

namespace Up42.Interactive;

/// <summary>Lists of anything as tables.</summary>
public static class ListTable
{
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
        var limits = new Limits { Rows = 100_000, ListCharacters = 32 << 20, ListItems = 1000 };
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
        var rows = new ListRows(limits);
        foreach (var item in items)
        {
            if (!rows.HasRoom)
            {
                break;
            }

            rows.Add(item);
        }

        return rows.Build();
    }
}
