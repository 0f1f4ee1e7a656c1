namespace Up42.Interactive;

/// <summary>The static markup of a column: its facts, then its first values.</summary>
internal static class FeatureColumnHtml
{
    private const int Values = 10;

    public static Html Render(FeatureColumn column)
    {
        var missing = NumberText.Format(column.Count(value => value is null));
        var (name, rowCount, layout) = (DisplayText.Cut(column.Name, 80), DisplayText.Count(column.Count, "row"), ColumnLayout.Create(column));
        var range = layout.Histogram is { } histogram ? $", {histogram.Range}" : "";
        var caption = $"{name}: {ColumnTypeName.Format(column.Type)}, {rowCount}, {missing} missing{range}";
        var align = CellHtml.IsNumber(column.Type) ? Html.Format($" align=\"right\"") : Html.Empty;
        var rows = Enumerable.Range(0, Math.Min(Values, column.Count)).Select(row => Html.Format(
            $"""
            <tr><th scope="row" align="right">{row}</th>{CellHtml.Cell(layout, row)}</tr>

            """));
        var left = column.Count - Values;
        var rest = left <= 0 ? Html.Empty : Html.Format($"<p>{DisplayText.CountIs(left, "more value")} not shown.</p>");
        return Html.Format(
            $"<table><caption class=\"u42-n\">{caption}</caption>{Head(layout, name, align)}<tbody>{rows}</tbody></table>{rest}");
    }

    private static Html Head(ColumnLayout layout, string name, Html align) => Html.Format(
        $"<thead><tr><th scope=\"col\" align=\"right\">row</th><th scope=\"col\"{align}>{name}{FeatureRowsHtml.Below(layout)}</th></tr></thead>");
}
