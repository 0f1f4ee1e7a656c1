namespace Up42.Interactive;

/// <summary>The markup of one feature: a line for each property, those of nested objects by their dotted names.</summary>
internal static class FeatureHtml
{
    private const int FirstProperties = 16;
    private const int MaxProperties = 200;
    private const int MaxUnfoldedLength = 2000;

    /// <param name="table">A table of one row.</param>
    /// <param name="caption">What it is.</param>
    public static Html Render(FeatureTable table, string caption)
    {
        var columns = table.Flatten().ColumnsWithIds.Where(column => column.Type != FeatureColumnType.Empty).Take(MaxProperties).ToArray();
        var more = columns.Length <= FirstProperties ? Html.Empty : Html.Format(
            $"<details><summary>Show "
                + $"{DisplayText.Count(columns.Length - FirstProperties, "more property")}</summary>{More(columns.Skip(FirstProperties))}</details>");
        var first = columns.Take(FirstProperties).Select(Property);
        return Html.Format(
            $"""
            <table class="u42-record"><caption class="u42-n">{caption}</caption><tbody>{Quicklook(table)}{Geometry(table)}{first}</tbody></table>{more}
            """);
    }

    private static Html Quicklook(FeatureTable table) =>
        table.PictureAt(0) is { } picture ? Line("quicklook", CellHtml.Picture(picture, "Quicklook")) : Html.Empty;

    private static Html Geometry(FeatureTable table) => table.HasGeometry ? Line("geometry", GeometryCell.Create(table, 0).ToHtml(40)) : Html.Empty;

    private static Html More(IEnumerable<FeatureColumn> columns) =>
        Html.Format($"<table class=\"u42-record\"><caption>More properties</caption><tbody>{columns.Select(Property)}</tbody></table>");

    private static Html Property(FeatureColumn column) =>
        Line(DisplayText.Cut(column.Name, 80), CellHtml.Render(column.RawAt(0), column.Type, MaxUnfoldedLength));

    private static Html Line(string name, Html value) => Html.Format(
        $"""
        <tr><th scope="row">{name}</th><td>{value}</td></tr>

        """);
}
