using System.Globalization;

namespace Up42.Interactive;

/// <summary>The static markup of a table: its first rows, some more to unfold, and what was left out said.</summary>
internal static class FeatureTableHtml
{
    /// <summary>Rows that are seen at once.</summary>
    public const int FirstRows = 10;

    private const int LongestName = 60;

    /// <summary>The table as all there is to see of it: 50 rows within 60,000 characters.</summary>
    public static Html Whole(FeatureTable table) => Of(table, 50, 60_000);

    /// <summary>The table as what stands where no script runs: ten rows within 12,000 characters.</summary>
    public static Html Answer(FeatureTable table) => Of(table, FirstRows, 12_000);

    /// <summary>The table as what the frame holds until its script has started: five rows within 5,000 characters.</summary>
    public static Html Beginning(FeatureTable table) => Of(table, 5, 5_000);

    /// <summary>Count, columns, reference system and place in one line.</summary>
    public static string Caption(FeatureTable table)
    {
        var columns = string.Create(CultureInfo.InvariantCulture, $"{table.Columns.Count:N0} column{(table.Columns.Count == 1 ? "" : "s")}");
        if (!table.HasGeometry)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{table.Count:N0} row{(table.Count == 1 ? "" : "s")} × {columns}, without geometry");
        }

        var count = string.Create(CultureInfo.InvariantCulture, $"{table.Count:N0} feature{(table.Count == 1 ? "" : "s")}");
        var source = table.SourceCrs is { } crs ? $", from {CellText.Cut(crs, LongestName)}" : "";
        return $"{count} × {columns} · {table.Crs}{source} · {(table.Bounds is { } box ? GeoText.Of(box) : "empty geometries")}{Quicklooks(table)}";
    }

    private static string Quicklooks(FeatureTable table) => table.HasPictures
        ? string.Create(CultureInfo.InvariantCulture, $" · quicklooks of {Enumerable.Range(0, table.Count).Count(row => table.PictureAt(row) is not null):N0}")
        : "";

    private static Html Of(FeatureTable table, int most, int budget)
    {
        if (table.Count == 1)
        {
            return FeatureHtml.Of(table, Caption(table));
        }

        var columns = TableColumns.Of(table);
        var rows = RowsWithinBudget(table, columns.Shown, Math.Min(table.Count, most), budget);
        var head = Head(table, columns.Shown);
        var first = Html.Format($"<table><caption class=\"u42-n\">{Caption(table)}</caption>{head}<tbody>{rows.Take(FirstRows)}</tbody></table>");
        var more = rows.Count <= FirstRows ? Html.Empty : Html.Format(
            $"""
            <details><summary>Show {rows.Count - FirstRows} more rows</summary><table><caption class="u42-n">Rows {FirstRows} to {rows.Count - 1}</caption>{head}<tbody>{rows.Skip(FirstRows)}</tbody></table></details>
            """);
        var left = table.Count - rows.Count;
        var rest = left == 0 ? Html.Empty : Html.Format($"<p>{left:N0} more {(left == 1 ? "row is" : "rows are")} not shown.</p>");
        return Html.Join([first, more, MoreColumns(table.Columns.Except(columns.Shown).ToArray()), rest]);
    }

    private static List<Html> RowsWithinBudget(FeatureTable table, IReadOnlyList<FeatureColumn> columns, int count, int budget)
    {
        var (rows, written) = (new List<Html>(), 0);
        for (var index = 0; index < count && written < budget; index++)
        {
            rows.Add(Row(table, columns, index));
            written += rows[^1].ToString().Length;
        }

        return rows;
    }

    private static Html Head(FeatureTable table, IReadOnlyList<FeatureColumn> columns) => Html.Format(
        $"""
        <thead><tr><th scope="col" align="right">row</th>{(table.HasPictures ? Html.Format($"<th scope=\"col\">quicklook</th>") : Html.Empty)}{columns.Select(HeadCell)}{(table.HasGeometry ? Html.Format($"<th scope=\"col\">geometry</th>") : Html.Empty)}</tr></thead>
        """);

    private static Html HeadCell(FeatureColumn column) => CellHtml.IsNumber(column.Type)
        ? Html.Format($"<th scope=\"col\" align=\"right\" title=\"{TableColumns.TypeName(column)}\">{CellText.Cut(column.Name, LongestName)}</th>")
        : Html.Format($"<th scope=\"col\" title=\"{TableColumns.TypeName(column)}\">{CellText.Cut(column.Name, LongestName)}</th>");

    private static Html Row(FeatureTable table, IReadOnlyList<FeatureColumn> columns, int index)
    {
        var picture = table.HasPictures ? Html.Format($"<td>{(table.PictureAt(index) is { } source ? CellHtml.Picture(source, $"Quicklook of row {index}") : Html.Empty)}</td>") : Html.Empty;
        var geometry = table.HasGeometry ? Html.Format($"<td class=\"u42-n\">{CellHtml.Geometry(table.GeometryAt(index))}</td>") : Html.Empty;
        return Html.Format(
            $"""
            <tr><th scope="row" align="right">{index}</th>{picture}{columns.Select(column => CellHtml.Cell(column.RawAt(index), column.Type))}{geometry}</tr>

            """);
    }

    private static Html MoreColumns(FeatureColumn[] more) => more.Length == 0 ? Html.Empty : Html.Format(
        $"<details><summary>{more.Length:N0} more column{(more.Length == 1 ? "" : "s")}</summary>{string.Join(", ", more.Take(100).Select(column => $"{CellText.Cut(column.Name, LongestName)} ({TableColumns.TypeName(column)})"))}{(more.Length > 100 ? ", …" : "")}</details>");
}
