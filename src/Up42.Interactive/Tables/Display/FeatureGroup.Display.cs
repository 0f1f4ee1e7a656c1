namespace Up42.Interactive;

[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial record FeatureGroup : IDisplay
{
    /// <summary>The rows as an HTML fragment, below the value that they share.</summary>
    public string ToHtml() => new Fragment { Static = Html.Format($"<p><strong>{DisplayText.Cut(KeyText, 200)}</strong></p>{Table.StaticHtml}") }.ToHtml();
}
