namespace Up42.Interactive;

[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class FeatureTable : IDisplay
{
    /// <summary>The table as an HTML fragment: count, columns and place, the first rows, and some more to unfold. A table of one feature lists its properties.</summary>
    public string ToHtml() => new Fragment { Static = StaticHtml }.ToHtml();

    /// <summary>The table as markup inside a page or another display.</summary>
    internal Html StaticHtml => FeatureTableHtml.Of(this);
}
