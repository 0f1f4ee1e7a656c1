namespace Up42.Interactive;

/// <summary>The markup of a table of one feature: a line for each property, those of nested objects by their dotted names.</summary>
internal static class FeatureHtml
{
    private const int FirstProperties = 16;
    private const int MostProperties = 200;

    public static Html Of(FeatureTable table, string caption)
    {
        var columns = table.Flatten().Columns.Where(column => column.Type != FeatureColumnType.Empty).Take(MostProperties).ToArray();
        var more = columns.Length <= FirstProperties ? Html.Empty : Html.Format(
            $"<details><summary>Show {columns.Length - FirstProperties} more properties</summary><table><caption>More properties</caption><tbody>{columns.Skip(FirstProperties).Select(Property)}</tbody></table></details>");
        return Html.Format(
            $"""
            <table><caption>{caption}</caption><tbody>{Line("geometry", Html.Text(GeoText.Of(table.GeometryAt(0))))}{columns.Take(FirstProperties).Select(Property)}</tbody></table>{more}
            """);
    }

    private static Html Property(FeatureColumn column) => Line(column.Name, CellHtml.Of(column.RawAt(0), column.Type));

    private static Html Line(string name, Html value) => Html.Format(
        $"""
        <tr><th scope="row">{name}</th><td>{value}</td></tr>

        """);
}
