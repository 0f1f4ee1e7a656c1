namespace Up42.Interactive;

[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class FeatureColumn : IDisplay
{
    /// <summary>The column as an HTML fragment: its facts and its first values.</summary>
    public string ToHtml() => new Fragment { Static = FeatureColumnHtml.Render(this) }.ToHtml();

    /// <summary>Name, type and count in one line.</summary>
    public override string ToString() => SingleLine.Format(
        $"{Name}: {Type}, {DisplayText.Count(Count, "row")}, {this.Count(value => value is null)} missing");
}
