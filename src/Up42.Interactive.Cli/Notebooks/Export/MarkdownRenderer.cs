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
internal sealed partial class MarkdownRenderer(string folder, List<Heading>? contents)
{
    // The ids of headings are given here: the extension's are unique in one cell only.
    private static readonly MarkdownPipeline Pipeline = WithoutHeadingIds(new MarkdownPipelineBuilder().UseAdvancedExtensions()).Build();

    private static readonly Dictionary<string, string> PictureTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
    };

    private readonly HashSet<string> _ids = [];
    private readonly Dictionary<string, int> _repeats = [];

    /// <summary>The markup of a Markdown cell, its attached pictures in it.</summary>
    public Html Render(NotebookCell cell) => Render(cell.Source, cell.Json["attachments"] as JsonObject);

    /// <summary>The markup of Markdown that a cell showed.</summary>
    public static Html Render(string markdown) => new MarkdownRenderer(".", null).Render(markdown, null);

    private Html Render(string markdown, JsonObject? attachments)
    {
        var sanitizer = Sanitizers.Create();
        sanitizer.AllowedAttributes.Add("class");
        sanitizer.AllowedAttributes.Add("id");
        sanitizer.AllowedSchemes.Add("mailto");
        sanitizer.AllowedTags.Remove("form");
        sanitizer.FilterUrl += (_, url) =>
        {
            if (url.Tag.LocalName == "img")
            {
                url.SanitizedUrl = Embed(url.OriginalUrl, attachments);
            }
        };
        return ToHtml(markdown) is { } html && !MarkupSize.IsTooMuch(html)
            ? Html.Trusted(sanitizer.Sanitize(html))
            : Html.Format($"<p>This text nests too deep, or has too many parts, to be laid out; it follows as it was written.</p><pre>{markdown}</pre>");
    }

    private static MarkdownPipelineBuilder WithoutHeadingIds(MarkdownPipelineBuilder builder)
    {
        builder.Extensions.RemoveAll(extension => extension is Markdig.Extensions.AutoIdentifiers.AutoIdentifierExtension);
        return builder;
    }

    /// <returns>Null where it nests deeper than Markdig goes, or has more than it gets through.</returns>
    private string? ToHtml(string markdown)
    {
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new CodeFence());
        if (ParseOrNull(markdown) is not { } document)
        {
            return null;
        }

        foreach (var block in document.Descendants<HeadingBlock>())
        {
            if (contents is not null)
            {
                var heading = Unique(block.Level, string.Concat(block.Inline!.Descendants<LeafInline>().Select(Text)).Trim());
                block.GetAttributes().Id = heading.Id;
                contents.Add(heading);
            }
        }

        renderer.Render(document);
        return html.ToString();
    }

    private static MarkdownDocument? ParseOrNull(string markdown)
    {
        if (MarkdownSize.IsTooMuch(markdown))
        {
            return null;
        }

        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
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

    private string? Embed(string address, JsonObject? attachments)
    {
        const string Attachment = "attachment:";
        if (address.StartsWith("data:image/", StringComparison.Ordinal))
        {
            return address;
        }

        if (address.StartsWith(Attachment, StringComparison.Ordinal))
        {
            return attachments?[Uri.UnescapeDataString(address[Attachment.Length..])] is JsonObject { Count: > 0 } picture
                ? DataUri.FromBase64(picture.First().Key, NotebookCell.Text(picture.First().Value).ReplaceLineEndings(""))
                : null;
        }

        var path = Path.Combine(folder, Uri.UnescapeDataString(address));
        return PictureTypes.TryGetValue(Path.GetExtension(path), out var type) && File.Exists(path)
            ? DataUri.Create(type, File.ReadAllBytes(path))
            : null;
    }
}
