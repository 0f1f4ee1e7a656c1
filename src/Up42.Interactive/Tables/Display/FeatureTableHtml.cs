using System.Text;

namespace Up42.Interactive;

/// <summary>The static markup of a table: its first and last rows, some more to unfold, and what was left out said.</summary>
internal static class FeatureTableHtml
{
    /// <summary>Rows from the start that are seen at once.</summary>
    public const int FirstRows = 10;

    /// <summary>So many bytes has the part that stands where no script runs, when a frame needs the room.</summary>
    public const int StaticBytes = 20_000;

    private const int LastRows = 5;
    private const int MaxRows = 50;
    private const int MaxNameLength = 60;

    private enum Part
    {
        First,
        Middle,
        Last,
    }

    /// <summary>The table as all there is to see of it: 50 rows within 60,000 bytes.</summary>
    public static Html Whole(FeatureTable table) => Render(table, MaxRows, 60_000);

    /// <summary>The table as what stands where no script runs: the first and last rows, and 50 as far as they fit.</summary>
    public static Html Static(FeatureTable table, int bytes = StaticBytes) => Render(table, bytes > StaticBytes ? MaxRows : FirstRows + LastRows, bytes);

    /// <summary>The table as what the frame holds until its script has started: five rows within 8,000 bytes.</summary>
    public static Html Beginning(FeatureTable table) => Render(table, 5, 8_000);

    /// <summary>Count, columns, reference system and place in one line.</summary>
    public static string Caption(FeatureTable table)
    {
        var columns = DisplayText.Count(table.Columns.Count, "column");
        if (!table.HasGeometry)
        {
            return $"{DisplayText.Count(table.Count, "row")} × {columns}, without geometry";
        }

        var count = DisplayText.Count(table.Count, "feature");
        var source = table.SourceCrs is { } crs ? $", from {DisplayText.Cut(crs, MaxNameLength)}" : "";
        var place = table.Bounds is { } box ? GeometryText.Describe(box) : "empty geometries";
        return $"{count} × {columns} · {table.Crs}{source} · {place}{Quicklooks(table)}";
    }

    private static string Quicklooks(FeatureTable table) => table.HasPictures
        ? $" · quicklooks of {NumberText.Format(Enumerable.Range(0, table.Count).Count(row => table.PictureAt(row) is not null))}"
        : "";

    private static Html Render(FeatureTable table, int most, int budget)
    {
        if (table.Count == 1)
        {
            return Html.Join([FeatureHtml.Render(table, Caption(table)), Remarks(table)]);
        }

        var columns = TableColumns.Choose(table);
        var head = Head(table, columns.Shown);
        var rows = RowsWithinBudget(table, columns.Shown, most, budget);
        var parts = rows.ToLookup(row => row.Key < FirstRows ? Part.First : row.Key < table.Count - LastRows ? Part.Middle : Part.Last);
        var (first, more, last) = (parts[Part.First].ToArray(), parts[Part.Middle].ToArray(), parts[Part.Last].ToArray());
        var (between, left) = (table.Count - first.Length - last.Length, table.Count - rows.Count);
        var width = 1 + columns.Shown.Count + (table.HasPictures ? 1 : 0) + (table.HasGeometry ? 1 : 0);
        var gap = between == 0 || last.Length == 0
            ? Html.Empty
            : Html.Format($"<tr><td colspan=\"{width}\">… {DisplayText.Count(between, "row")} between …</td></tr>");
        return Html.Join(
        [
            Rows(Caption(table), head, [.. first.Select(row => row.Value), gap, .. last.Select(row => row.Value)]),
            more.Length == 0 ? Html.Empty : Html.Format(
                $"""
                <details><summary>Show {DisplayText.Count(more.Length, "more row")}</summary>{MoreRows(head, more)}</details>
                """),
            MoreColumns(table.Columns.Except(columns.Shown).ToArray()),
            left == 0 ? Html.Empty : Html.Format($"<p>{DisplayText.CountIs(left, "more row")} not shown.</p>"),
            Remarks(table),
        ]);
    }

    private static Html MoreRows(Html head, KeyValuePair<int, Html>[] rows) =>
        Rows($"Rows {rows[0].Key} to {rows[^1].Key}", head, [.. rows.Select(row => row.Value)]);

    private static Html Rows(string caption, Html head, IEnumerable<Html> rows) =>
        Html.Format($"<table><caption class=\"u42-n\">{caption}</caption>{head}<tbody>{rows}</tbody></table>");

    private static Html Remarks(FeatureTable table) => Html.Join(table.Remarks.Select(remark => Html.Format($"<p class=\"u42-note\">{remark}</p>")));

    /// <summary>The first rows, then the last ones from the end, then those after the first, as far as they fit; at least one.</summary>
    private static SortedDictionary<int, Html> RowsWithinBudget(FeatureTable table, IReadOnlyList<FeatureColumn> columns, int most, int budget)
    {
        var order = Enumerable.Range(0, Math.Min(FirstRows, table.Count))
            .Concat(Enumerable.Range(1, LastRows).Select(last => table.Count - last))
            .Concat(Enumerable.Range(FirstRows, Math.Max(0, table.Count - FirstRows)))
            .Where(index => index >= 0).Distinct().Take(most);
        var (rows, written) = (new SortedDictionary<int, Html>(), 0);
        foreach (var index in order)
        {
            var row = Row(table, columns, index);
            written += Encoding.UTF8.GetByteCount(row.ToString());
            if (written > budget && rows.Count > 0)
            {
                break;
            }

            rows.Add(index, row);
        }

        return rows;
    }

    private static Html Head(FeatureTable table, IReadOnlyList<FeatureColumn> columns)
    {
        var quicklook = table.HasPictures ? Html.Format($"<th scope=\"col\">quicklook</th>") : Html.Empty;
        var geometry = table.HasGeometry ? Html.Format($"<th scope=\"col\">geometry</th>") : Html.Empty;
        return Html.Format(
            $"""
            <thead><tr><th scope="col" align="right">row</th>{quicklook}{columns.Select(HeadCell)}{geometry}</tr></thead>
            """);
    }

    private static Html HeadCell(FeatureColumn column) => CellHtml.IsNumber(column.Type)
        ? Html.Format($"<th scope=\"col\" align=\"right\" title=\"{ColumnTypeName.Format(column.Type)}\">{DisplayText.Cut(column.Name, MaxNameLength)}</th>")
        : Html.Format($"<th scope=\"col\" title=\"{ColumnTypeName.Format(column.Type)}\">{DisplayText.Cut(column.Name, MaxNameLength)}</th>");

    private static Html Row(FeatureTable table, IReadOnlyList<FeatureColumn> columns, int index)
    {
        var quicklook = table.PictureAt(index) is { } source ? CellHtml.Picture(source, $"Quicklook of row {index}") : Html.Empty;
        var picture = table.HasPictures ? Html.Format($"<td>{quicklook}</td>") : Html.Empty;
        var geometry = table.HasGeometry ? Html.Format($"<td class=\"u42-n\">{GeometryCell.Create(table, index).ToHtml()}</td>") : Html.Empty;
        return Html.Format(
            $"""
            <tr><th scope="row" align="right">{index}</th>{picture}{columns.Select(column => CellHtml.Cell(column.RawAt(index), column.Type))}{geometry}</tr>

            """);
    }

    private static Html MoreColumns(FeatureColumn[] more)
    {
        var names = more.Take(100).Select(column => $"{DisplayText.Cut(column.Name, MaxNameLength)} ({ColumnTypeName.Format(column.Type)})");
        var rest = more.Length > 100 ? ", …" : "";
        return more.Length == 0
            ? Html.Empty
            : Html.Format($"<details><summary>{DisplayText.Count(more.Length, "more column")}</summary>{string.Join(", ", names)}{rest}</details>");
    }
}
