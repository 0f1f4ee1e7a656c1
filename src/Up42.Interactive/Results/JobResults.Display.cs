namespace Up42.Interactive;

[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class JobResults : IDisplay
{
    /// <summary>The results as an HTML fragment: rasters with their facts as they were when the results were opened, features and files.</summary>
    public string ToHtml() => new Fragment { Static = StaticHtml }.ToHtml();

    /// <summary>The results as markup inside a page or another display.</summary>
    internal Html StaticHtml => JobResultsHtml.Of(this);
}
