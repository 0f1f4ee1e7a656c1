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

    // On paper a table of so few rows and many columns is turned round.
    private const int FewRows = 4;
    private const int ManyColumns = 7;

    private enum Part
    {
        First,
        Middle,
        Last,
    }

    /// <summary>The table as all there is to see of it: 50 rows within 60,000 bytes.</summary>
    public static Html Whole(FeatureTable table) => table.Count == 1
        ? Html.Join([FeatureHtml.Render(table, Caption(table)), Note(TableLayout.SourceOf(table)), Remarks(table)])
        : Whole(TableLayout.Create(table));

    public static Html Whole(TableLayout layout) => Render(layout, MaxRows, 60_000);

    /// <summary>The table as what stands where no script runs: the first and last rows, and 50 as far as they fit.</summary>
    public static Html Static(TableLayout layout, int bytes = StaticBytes) => Render(layout, bytes > StaticBytes ? MaxRows : FirstRows + LastRows, bytes);

    /// <summary>The table as what the frame holds until its script has started: three rows within 3,000 bytes.</summary>
    public static Html Beginning(TableLayout layout) => Render(layout with { IsBrief = true }, 3, 3_000);

    /// <summary>Count, columns, reference system and place in one line.</summary>
    public static string Caption(FeatureTable table)
    {
        var columns = DisplayText.Count(table.Columns.Count, "column");
        if (!table.HasGeometry)
        {
            return $"{DisplayText.Count(table.Count, "row")} × {columns}";
        }

        var count = DisplayText.Count(table.Count, "feature");
        var source = table.SourceCrs is { } crs ? $", from {DisplayText.Cut(crs, MaxNameLength)}" : "";
        var place = table.Bounds is { } box ? GeometryText.Describe(box) : "empty geometries";
        return $"{count} × {columns} · {table.Crs}{source} · {place}{Quicklooks(table)}";
    }

    private static string Quicklooks(FeatureTable table) => table.HasPictures
        ? $" · quicklooks of {NumberText.Format(Enumerable.Range(0, table.Count).Count(row => table.PictureAt(row) is not null))}"
        : "";

    private static Html Render(TableLayout layout, int most, int budget)
    {
        var table = layout.Table;
        var (head, rows) = (FeatureRowsHtml.Head(layout), RowsWithinBudget(layout, most, budget));
        var parts = rows.ToLookup(row => row.Key < FirstRows ? Part.First : row.Key < table.Count - LastRows ? Part.Middle : Part.Last);
        var (first, more, last) = (parts[Part.First].ToArray(), parts[Part.Middle].ToArray(), parts[Part.Last].ToArray());
        var (between, left) = (table.Count - first.Length - last.Length, table.Count - rows.Count);
        var gap = between == 0 || last.Length == 0
            ? Html.Empty
            : Html.Format($"<tr><td colspan=\"{FeatureRowsHtml.Width(layout)}\">… {DisplayText.Count(between, "row")} between …</td></tr>");
        var isFew = rows.Count <= FewRows && layout.Columns.Shown.Count >= ManyColumns;
        return Html.Join(
        [
            Rows(Caption(layout), head, isFew, [.. first.Select(row => row.Value), gap, .. last.Select(row => row.Value)]),
            more.Length == 0 ? Html.Empty : Html.Format(
                $"""
                <details><summary>Show {DisplayText.Count(more.Length, "more row")}</summary>{MoreRows(head, more)}</details>
                """),
            MoreColumns([.. table.Columns.Except([.. layout.Columns.Shown, .. layout.Columns.Same, .. layout.Columns.Empty])]),
            left == 0 ? Html.Empty : Html.Format($"<p>{DisplayText.CountIs(left, "more row")} not shown.</p>"),
            Note(layout.Note),
            Remarks(table),
        ]);
    }

    private static Html Caption(TableLayout layout) => layout.Same is not { } same
        ? Html.Text(Caption(layout.Table))
        : Html.Format($"{Caption(layout.Table)}<br><span class=\"u42-same\">{same}</span>");

    private static Html MoreRows(Html head, KeyValuePair<int, Html>[] rows) =>
        Rows(Html.Text($"Rows {rows[0].Key} to {rows[^1].Key}"), head, isFew: false, [.. rows.Select(row => row.Value)]);

    private static Html Rows(Html caption, Html head, bool isFew, IEnumerable<Html> rows) => Html.Format(
        $"<table{(isFew ? Html.Trusted(" class=\"u42-few\"") : Html.Empty)}><caption class=\"u42-n\">{caption}</caption>{head}<tbody>{rows}</tbody></table>");

    private static Html Note(string? note) => note is null ? Html.Empty : Html.Format($"<p><small>{note}</small></p>");

    private static Html Remarks(FeatureTable table) => Html.Join(table.Remarks.Select(remark => Html.Format($"<p class=\"u42-note\">{remark}</p>")));

    /// <summary>The first rows, then the last ones from the end, then those after the first, as far as they fit; at least one.</summary>
    private static SortedDictionary<int, Html> RowsWithinBudget(TableLayout layout, int most, int budget)
    {
        var count = layout.Table.Count;
        var order = Enumerable.Range(0, Math.Min(FirstRows, count))
            .Concat(Enumerable.Range(1, LastRows).Select(last => count - last))
            .Concat(Enumerable.Range(FirstRows, Math.Max(0, count - FirstRows)))
            .Where(index => index >= 0).Distinct().Take(most);
        var (rows, written) = (new SortedDictionary<int, Html>(), 0);
        foreach (var index in order)
        {
            var row = FeatureRowsHtml.Row(layout, index);
            written += Encoding.UTF8.GetByteCount(row.ToString());
            if (written > budget && rows.Count > 0)
            {
                break;
            }

            rows.Add(index, row);
        }

        return rows;
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
