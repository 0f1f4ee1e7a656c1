using System.Text;

namespace Up42.Interactive;

/// <summary>A table as plain text: its first and last rows as wide as a terminal, numbers below each other.</summary>
internal static class TextTable
{
    private const int MaxWidth = 110;
    private const int MaxCell = 28;
    private const int FirstRows = 10;
    private const int LastRows = 3;
    private const string Gap = "  ";

    /// <summary>The lines below the one that says what the table is.</summary>
    public static string Format(FeatureTable table)
    {
        var layout = TableLayout.Create(table);
        int[] rows = table.Count <= FirstRows + LastRows
            ? [.. Enumerable.Range(0, table.Count)]
            : [.. Enumerable.Range(0, FirstRows), .. Enumerable.Range(table.Count - LastRows, LastRows)];
        var columns = Columns(layout, rows).ToList();
        var shown = Fitting(columns);
        var text = new StringBuilder().Append(Line(shown, 0)).Append('\n').Append(Line(shown, 1));
        for (var at = 0; at < rows.Length; at++)
        {
            text.Append(at == FirstRows && table.Count > rows.Length ? $"\n… {DisplayText.Count(table.Count - rows.Length, "row")} between …\n" : "\n")
                .Append(Line(shown, at + 2));
        }

        var left = columns.Count - shown.Count + layout.Carried.Count - layout.Columns.Shown.Count - layout.Columns.Same.Count - layout.Columns.Empty.Count;
        return text.Append(layout.Same is { } same ? $"\n{SingleLine.Format(same)}" : "")
            .Append(left > 0 ? $"\n{DisplayText.CountIs(left, "more column")} not shown." : "").ToString();
    }

    private static IEnumerable<TextColumn> Columns(TableLayout layout, int[] rows)
    {
        yield return TextColumn.Create("row", "", true, rows.Select(row => (string?)NumberText.Format((double)row)));
        var columns = layout.Shown.Select(column => TextColumn.Create(
            column.Name, column.About, column.IsNumber, rows.Select(row => column.Text(column.Column.RawAt(row), MaxCell).Short))).ToList();
        if (layout.Geometry is { } geometry)
        {
            columns.Insert(layout.GeometryPlace, TextColumn.Create(
                "geometry", geometry.About, geometry.Unit is not null, rows.Select(row => (string?)geometry.Text(GeometryFacts.Create(layout.Table, row, 0)))));
        }

        foreach (var column in columns)
        {
            yield return column;
        }
    }

    private static List<TextColumn> Fitting(List<TextColumn> columns)
    {
        var (width, shown) = (0, new List<TextColumn>());
        foreach (var column in columns)
        {
            width += column.Width + Gap.Length;
            if (width > MaxWidth && shown.Count > 1)
            {
                break;
            }

            shown.Add(column);
        }

        return shown;
    }

    private static string Line(List<TextColumn> columns, int line) => string.Join(Gap, columns.Select(column => column.At(line))).TrimEnd();

    /// <summary>A column's head, what stands below it, and its cells.</summary>
    private sealed record TextColumn(string[] Lines, int Width, bool IsNumber)
    {
        public static TextColumn Create(string name, string about, bool isNumber, IEnumerable<string?> cells)
        {
            string[] lines = [Clean(name), Clean(about), .. cells.Select(cell => Clean(cell is null or "" ? "–" : cell))];
            return new(lines, lines.Max(line => line.Length), isNumber);
        }

        public string At(int line) => IsNumber ? Lines[line].PadLeft(Width) : Lines[line].PadRight(Width);

        private static string Clean(string text) => DisplayText.Cut(SingleLine.Format(text), MaxCell);
    }
}
