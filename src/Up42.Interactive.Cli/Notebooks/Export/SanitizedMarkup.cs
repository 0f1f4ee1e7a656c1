using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace Up42.Interactive.Cli;

/// <summary>
/// Markup that a cell showed, kept from the page around it. What is plain (tables, pictures, <c>details</c>) is sanitised and stands in the
/// page, so that it has its natural height, prints, and needs no script. Frames in it that bring their own page in <c>srcdoc</c> stay, with no
/// more rights than a display needs: so the library's displays are static first here as everywhere. Anything that a sanitiser would
/// break (scripts, styles, drawings, forms) goes into such a frame whole.
/// </summary>
internal static partial class SanitizedMarkup
{
    private static readonly HashSet<string> FrameRights = ["allow-scripts", "allow-downloads", "allow-popups", "allow-popups-to-escape-sandbox"];

    /// <summary>The markup to put into the page.</summary>
    /// <param name="markup">What the cell showed.</param>
    /// <param name="budget">What the page may still hold; beyond it markup goes into a frame unread.</param>
    public static Html Render(string markup, PageBudget budget)
    {
        if (MarkupSize.Count(markup) is not { } elements || !budget.TakeElements(elements) || MarkupStyles.IsTooMuch(markup, budget))
        {
            return WholeFrame(markup);
        }

        var document = HtmlSanitizer.DefaultHtmlParserFactory().ParseDocument(markup);
        var frames = TakeFrames(document);
        if (!IsPlainAfterSanitizing(document))
        {
            return WholeFrame(markup);
        }

        foreach (var (frame, page, height) in frames)
        {
            frame.SetAttribute("srcdoc", page);
            frame.SetAttribute("style", frame.GetAttribute("style") + height);
        }

        return Html.Format($"""<div class="markup">{Html.Trusted(document.Body!.InnerHtml)}</div>""");
    }

    // The sanitiser would clean the pages inside the frames too; their sandbox does that. It also knows no height that follows a width.
    private static List<(IElement Frame, string Page, string Height)> TakeFrames(IHtmlDocument document)
    {
        var frames = new List<(IElement, string, string)>();
        foreach (var frame in document.QuerySelectorAll("iframe[srcdoc]"))
        {
            frames.Add((frame, frame.GetAttribute("srcdoc")!, ResponsiveHeight().Match(frame.GetAttribute("style") ?? "").Value));
            frame.RemoveAttribute("srcdoc");
            frame.RemoveAttribute("src");
            var asked = (frame.GetAttribute("sandbox") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            frame.SetAttribute("sandbox", string.Join(' ', asked.Where(FrameRights.Contains)));
            if (frame.GetAttribute("allow") is not (null or "fullscreen; clipboard-write"))
            {
                frame.RemoveAttribute("allow");
            }
        }

        return frames;
    }

    private static bool IsPlainAfterSanitizing(IHtmlDocument document)
    {
        var sanitizer = Sanitizers.Create(address => address.StartsWith("data:image/", StringComparison.Ordinal) ? address : null);
        var isPlain = true;
        sanitizer.AllowedTags.Add("iframe");
        sanitizer.AllowedTags.ExceptWith(["form", "input", "textarea", "select", "button"]);
        sanitizer.AllowedAttributes.UnionWith(["class", "role", "sandbox", "allow"]);
        sanitizer.RemovingTag += (_, removing) => isPlain &= removing.Tag is IHtmlStyleElement style && IsOurs(style);
        sanitizer.RemovingAttribute += (_, removing) => isPlain &= !removing.Attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase);
        sanitizer.SanitizeDom(document);
        return isPlain;
    }

    private static Html WholeFrame(string markup) => Html.Format(
        $"""<iframe class="frame" title="Shown by this cell" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" """
            + $"""srcdoc="{FramePage(markup).ToString()}"></iframe>""");

    private static Html FramePage(string markup) => Html.Format(
        $$"""
        <!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><base target="_blank">
        <style>body{margin:0;font:14px/1.5 system-ui,sans-serif}</style>
        {{Html.Trusted(markup)}}
        <script>new ResizeObserver(() => parent.postMessage({ height: document.documentElement.offsetHeight }, '*')).observe(document.documentElement)</script>
        """);

    // The styles of .NET Interactive's tables and of the library's fragments: the page has its own for both.
    private static bool IsOurs(IHtmlStyleElement style) =>
        style.TextContent.Contains(".dni-", StringComparison.Ordinal) || style.TextContent.Contains(".u42-v1", StringComparison.Ordinal);

    [GeneratedRegex(@";height:(?:min|max)\([0-9a-z.,+()\- ]{1,160}\);", RegexOptions.NonBacktracking)]
    private static partial Regex ResponsiveHeight();
}
