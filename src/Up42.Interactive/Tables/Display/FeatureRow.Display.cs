namespace Up42.Interactive;

[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class FeatureRow : IDisplay
{
    private const int ShownColumns = 20;

    /// <summary>The row as an HTML fragment: its properties, those of nested objects by their dotted names, and its geometry.</summary>
    public string ToHtml() =>
        new Fragment { Static = FeatureHtml.Render(FeatureTable.From([this]), $"Row {Index} of {NumberText.Format(Table.Count)}") }.ToHtml();

    /// <summary>The row in one line: its geometry's type and its values.</summary>
    public override string ToString() =>
        SingleLine.Format($"{Geometry?.GeometryType ?? "no geometry"}: {string.Join(", ", Table.Columns.Take(ShownColumns).Select(Describe))}");

    private string Describe(FeatureColumn column) => $"{column.Name} = {CellText.Format(column.RawAt(Index), column.Type, 100).Short ?? "–"}";
}
