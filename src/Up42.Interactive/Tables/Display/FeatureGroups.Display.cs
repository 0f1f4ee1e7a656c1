namespace Up42.Interactive;

[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class FeatureGroups : IDisplay
{
    /// <summary>A row for each group as an HTML fragment: its value, and how many rows there are.</summary>
    public string ToHtml() => Aggregate().ToHtml();
}
