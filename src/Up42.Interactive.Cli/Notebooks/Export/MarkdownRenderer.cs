using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Up42.Interactive.Cli;

/// <summary>Markdown as markup. Raw HTML in it is sanitised; pictures are taken into the page, and those from elsewhere show their text.</summary>
/// <param name="folder">Where relative paths of pictures start.</param>
/// <param name="contents">Takes the headings, which get ids that are unique among them; null: headings get none.</param>
/// <param name="budget">What the page may still hold; what is beyond stands as it was written.</param>
internal sealed partial class MarkdownRenderer(string folder, List<Heading>? contents, PageBudget budget)
{
    // The ids of headings are given here: the extension's are unique in one cell only.
    private static readonly MarkdownPipeline Pipeline = WithoutHeadingIds(new MarkdownPipelineBuilder().UseAdvancedExtensions()).Build();

    private readonly PagePictures _pictures = new(folder, budget);
    private readonly HashSet<string> _ids = [];
    private readonly Dictionary<string, int> _repeats = [];

    /// <summary>The markup of a Markdown cell, its attached pictures in it.</summary>
    public Html Render(NotebookCell cell) => Render(cell.Source, cell.Json["attachments"] as JsonObject);

    /// <summary>The markup of Markdown that a cell showed.</summary>
    public static Html Render(string markdown, PageBudget budget) => new MarkdownRenderer(".", null, budget).Render(markdown, null);

    private Html Render(string markdown, JsonObject? attachments)
    {
        var headings = new List<Heading>();
        if (ToHtml(markdown, headings) is not { } html || MarkupSize.Count(html) is not { } elements || !budget.TakeElements(elements)
            || MarkupStyles.IsTooMuch(html, budget))
        {
            return Html.Format(
                $"<p>This text nests too deep, or has too many parts, to be laid out; it follows as it was written.</p><pre>{markdown}</pre>");
        }

        contents?.AddRange(headings);
        var sanitizer = Sanitizers.Create(address => _pictures.Embed(address, attachments));
        sanitizer.AllowedAttributes.Add("class");
        sanitizer.AllowedAttributes.Add("id");
        sanitizer.AllowedSchemes.Add("mailto");
        sanitizer.AllowedTags.Remove("form");
        var laidOut = Html.Trusted(sanitizer.Sanitize(html));
        return Html.Format($"""{laidOut}{_pictures.TakeRemarks().Select(remark => Html.Format($"<p><small>{remark}</small></p>"))}""");
    }

    private static MarkdownPipelineBuilder WithoutHeadingIds(MarkdownPipelineBuilder builder)
    {
        builder.Extensions.RemoveAll(extension => extension is Markdig.Extensions.AutoIdentifiers.AutoIdentifierExtension);
        return builder;
    }

    /// <returns>Null where it nests deeper than Markdig goes, or has more than it gets through.</returns>
    private string? ToHtml(string markdown, List<Heading> headings)
    {
        if (MarkdownSize.IsTooMuch(markdown, budget))
        {
            return null;
        }

        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new CodeFence());
        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            foreach (var block in contents is null ? [] : document.Descendants<HeadingBlock>())
            {
                var heading = Unique(block.Level, string.Concat(block.Inline!.Descendants<LeafInline>().Select(Text)).Trim());
                block.GetAttributes().Id = heading.Id;
                headings.Add(heading);
            }

            renderer.Render(document);
            return html.ToString();
        }
        catch (ArgumentException)
        {
            // Markdig's own limit of nesting: it comes while it parses, or only when it writes.
            return null;
        }
    }

    private static string Text(LeafInline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    };

    private Heading Unique(int level, string text)
    {
        var stem = NotInId().Replace(text.ToLowerInvariant(), "-").Trim('-') is { Length: > 0 } words ? words : "section";
        var id = stem;
        while (!_ids.Add(id))
        {
            id = $"{stem}-{_repeats[stem] = _repeats.GetValueOrDefault(stem, 1) + 1}";
        }

        return new Heading(level, text, id);
    }

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotInId();
}
