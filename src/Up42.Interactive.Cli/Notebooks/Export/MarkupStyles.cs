using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Up42.Interactive.Cli;

/// <summary>Tells styles that no parser of CSS shall see. The markup is parsed without one first: what attributes hold may be written in entities.</summary>
internal static class MarkupStyles
{
    private static readonly Limits Most = Limits.Default;

    // All whose texts are CSS.
    private static readonly string[] Attributes = ["style", "media", "sizes"];

    // What is in them is another document, or another by the parser's settings.
    private static readonly string[] Hidden = ["template", "noscript"];

    /// <summary>
    /// Whether one is longer than <see cref="Limits.StyleCharacters"/>, nests deeper than <see cref="Limits.StyleNesting"/>, or all are more than the
    /// page has room for.
    /// </summary>
    public static bool IsTooMuch(string markup, PageBudget budget)
    {
        using var document = new HtmlParser().ParseDocument(markup);
        return document.All.Any(element => Hidden.Contains(element.LocalName) || Texts(element).Any(text => !Fits(text, budget)));
    }

    private static IEnumerable<string> Texts(IElement element)
    {
        var texts = Attributes.Select(name => element.GetAttribute(name)).OfType<string>();
        return element.LocalName == "style" ? texts.Append(element.TextContent) : texts;
    }

    private static bool Fits(string text, PageBudget budget) =>
        text.Length <= Most.StyleCharacters && !BracketDepth.IsDeeper(text, "([{", ")]}", Most.StyleNesting) && budget.TakeStyles(text.Length);
}
