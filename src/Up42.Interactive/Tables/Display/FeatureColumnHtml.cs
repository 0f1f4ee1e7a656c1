namespace Up42.Interactive;

/// <summary>The static markup of a column: its facts, then its first values.</summary>
internal static class FeatureColumnHtml
{
    private const int Values = 10;

    public static Html Render(FeatureColumn column)
    {
        var missing = NumberText.Format(column.Count(value => value is null));
        var (name, rowCount) = (DisplayText.Cut(column.Name, 80), DisplayText.Count(column.Count, "row"));
        var caption = $"{name}: {ColumnTypeName.Format(column.Type)}, {rowCount}, {missing} missing{Range(column)}";
        var align = CellHtml.IsNumber(column.Type) ? Html.Format($" align=\"right\"") : Html.Empty;
        var rows = Enumerable.Range(0, Math.Min(Values, column.Count)).Select(row => Html.Format(
            $"""
            <tr><th scope="row" align="right">{row}</th>{CellHtml.Cell(column.RawAt(row), column.Type)}</tr>

            """));
        var left = column.Count - Values;
        var rest = left <= 0 ? Html.Empty : Html.Format($"<p>{DisplayText.CountIs(left, "more value")} not shown.</p>");
        return Html.Format(
            $"<table><caption class=\"u42-n\">{caption}</caption>{Head(name, align)}<tbody>{rows}</tbody></table>{rest}");
    }

    private static Html Head(string name, Html align) => Html.Format(
        $"<thead><tr><th scope=\"col\" align=\"right\">row</th><th scope=\"col\"{align}>{name}</th></tr></thead>");

    private static string Range(FeatureColumn column)
    {
        if (column.Type is not (FeatureColumnType.Integer or FeatureColumnType.Real or FeatureColumnType.Date))
        {
            return "";
        }

        var rows = Enumerable.Range(0, column.Count).Where(row => column.RawAt(row) is not null).ToArray();
        var (least, most) = (rows.MinBy(row => column[row]!, ValueComparer.Instance), rows.MaxBy(row => column[row]!, ValueComparer.Instance));
        return rows.Length == 0 ? "" : $", {Text(least)} to {Text(most)}";

        string? Text(int row) => CellText.Format(column.RawAt(row), column.Type, 80).Short;
    }
}
