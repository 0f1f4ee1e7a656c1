using System.Globalization;

namespace Up42.Interactive;

/// <summary>The static markup of a table: its first rows, some more to unfold, and what was left out said.</summary>
internal static class FeatureTableHtml
{
    private const int FirstRows = 10;
    private const int LastRow = 50;
    private const int MostColumns = 12;
    private const int BudgetInCharacters = 150_000;

    public static Html Of(FeatureTable table) => table.Count switch
    {
        0 => Html.Format($"<table><caption>{Caption(table)}</caption>{Head(Shown(table))}</table>{MoreColumns(table)}"),
        1 => FeatureHtml.Of(table, Caption(table)),
        _ => Rows(table),
    };

    /// <summary>Count, columns, reference system and place in one line.</summary>
    private static string Caption(FeatureTable table)
    {
        var columns = string.Create(CultureInfo.InvariantCulture, $"{table.Columns.Count:N0} column{(table.Columns.Count == 1 ? "" : "s")}");
        var count = string.Create(CultureInfo.InvariantCulture, $"{table.Count:N0} feature{(table.Count == 1 ? "" : "s")}");
        return $"{count} × {columns} · {table.Crs} · {(table.Bounds is { } box ? GeoText.Of(box) : "no geometry")}";
    }

    private static Html Rows(FeatureTable table)
    {
        var columns = Shown(table);
        var rows = RowsWithinBudget(table, columns, Math.Min(table.Count, LastRow));
        var first = Html.Format($"<table><caption>{Caption(table)}</caption>{Head(columns)}<tbody>{rows.Take(FirstRows)}</tbody></table>");
        var more = rows.Count <= FirstRows ? Html.Empty : Html.Format(
            $"""
            <details><summary>Show {rows.Count - FirstRows} more rows</summary><table><caption>Rows {FirstRows} to {rows.Count - 1}</caption>{Head(columns)}<tbody>{rows.Skip(FirstRows)}</tbody></table></details>
            """);
        var left = table.Count - rows.Count;
        var rest = left == 0 ? Html.Empty : Html.Format($"<p>{left:N0} more {(left == 1 ? "row is" : "rows are")} not shown.</p>");
        return Html.Join([first, more, MoreColumns(table), rest]);
    }

    /// <summary>As many columns as fit: those with plain values first, then nested and empty ones; in the table's order.</summary>
    private static FeatureColumn[] Shown(FeatureTable table)
    {
        var chosen = table.Columns.OrderBy(Rank).Take(MostColumns).ToHashSet();
        return [.. table.Columns.Where(chosen.Contains)];
    }

    private static int Rank(FeatureColumn column) => column.Type switch
    {
        FeatureColumnType.Empty => 2,
        FeatureColumnType.List or FeatureColumnType.Object => 1,
        _ => 0,
    };

    private static List<Html> RowsWithinBudget(FeatureTable table, FeatureColumn[] columns, int count)
    {
        var (rows, written) = (new List<Html>(), 0);
        for (var index = 0; index < count && written < BudgetInCharacters; index++)
        {
            rows.Add(Row(table, columns, index));
            written += rows[^1].ToString().Length;
        }

        return rows;
    }

    private static Html Head(FeatureColumn[] columns) => Html.Format(
        $"""
        <thead><tr><th scope="col" align="right">row</th>{columns.Select(HeadCell)}<th scope="col">geometry</th></tr></thead>
        """);

    private static Html HeadCell(FeatureColumn column) => CellHtml.IsNumber(column.Type)
        ? Html.Format($"<th scope=\"col\" align=\"right\" title=\"{TypeName(column)}\">{column.Name}</th>")
        : Html.Format($"<th scope=\"col\" title=\"{TypeName(column)}\">{column.Name}</th>");

    private static Html Row(FeatureTable table, FeatureColumn[] columns, int index) => Html.Format(
        $"""
        <tr><th scope="row" align="right">{index}</th>{columns.Select(column => CellHtml.Cell(column.RawAt(index), column.Type))}<td class="u42-n">{GeoText.Of(table.GeometryAt(index))}</td></tr>

        """);

    private static Html MoreColumns(FeatureTable table)
    {
        var more = table.Columns.Except(Shown(table)).ToArray();
        return more.Length == 0 ? Html.Empty : Html.Format(
            $"<details><summary>{more.Length:N0} more columns</summary>{string.Join(", ", more.Take(200).Select(column => $"{column.Name} ({TypeName(column)})"))}</details>");
    }

    private static string TypeName(FeatureColumn column) => column.Type.ToString().ToLowerInvariant();
}
