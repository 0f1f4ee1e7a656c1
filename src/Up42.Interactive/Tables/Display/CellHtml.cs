namespace Up42.Interactive;

/// <summary>One value of a table as markup: short, and with the whole of it to unfold.</summary>
internal static class CellHtml
{
    private const int MaxLineLength = 40;
    private const int MaxUnfoldedLength = 400;

    public static bool IsNumber(FeatureColumnType type) => type is FeatureColumnType.Integer or FeatureColumnType.Real;

    /// <summary>A table cell; a short value stays on one line, a long one gets room.</summary>
    public static Html Cell(ColumnLayout column, int row)
    {
        var raw = column.Column.RawAt(row);
        var value = Render(column.Text(raw, MaxUnfoldedLength), isCode: raw is byte[] || column.IsId);
        return column.IsForMachines ? Html.Format($"<td class=\"u42-n u42-k\">{value}</td>")
            : column.IsNumber ? Html.Format($"<td align=\"right\">{value}</td>")
            : raw is string { Length: > MaxLineLength } or byte[] { Length: > MaxLineLength } ? Html.Format($"<td class=\"u42-t\">{value}</td>")
            : Html.Format($"<td class=\"u42-n\">{value}</td>");
    }

    /// <summary>The markup of a value as <see cref="ColumnData.Raw"/> gives it.</summary>
    public static Html Render(object? raw, FeatureColumnType type, int longest) => Render(CellText.Format(raw, type, longest), raw is byte[]);

    private static Html Render(CellText text, bool isCode) => text switch
    {
        { Short: null } => Html.Text("–"),
        { Link: { } address } => Html.Link(address, text.Short),
        { Whole: { } whole } => Html.Format($"<details><summary>{text.Short}</summary>{(isCode ? Code(whole) : Html.Text(whole))}</details>"),
        _ => isCode ? Code(text.Short) : Html.Text(text.Short),
    };

    /// <summary>A picture given as a data address, as large as it is.</summary>
    public static Html Picture(string source, string alt) => Html.Format($"<img src=\"{source}\" alt=\"{alt}\">");

    private static Html Code(string text) => Html.Format($"<code>{text}</code>");
}
