using System.Text.Json.Nodes;
using Ganss.Xss;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Up42.Interactive.Cli;

/// <summary>Markdown as markup. Raw HTML in it is sanitised; pictures are taken into the page, and those from elsewhere show their text.</summary>
/// <param name="folder">Where relative paths of pictures start.</param>
internal sealed class Prose(string folder)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    private static readonly Dictionary<string, string> PictureTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
    };

    /// <summary>The markup of a Markdown cell, its attached pictures in it.</summary>
    public Html Render(NotebookCell cell) => Render(cell.Source, cell.Json["attachments"] as JsonObject);

    /// <summary>The markup of Markdown that a cell showed.</summary>
    public static Html Render(string markdown) => new Prose(".").Render(markdown, null);

    private Html Render(string markdown, JsonObject? attachments)
    {
        var sanitizer = new HtmlSanitizer { AllowDataAttributes = false };
        sanitizer.AllowedAttributes.Add("class");
        sanitizer.AllowedAttributes.Add("id");
        sanitizer.AllowedCssProperties.Remove("position");
        sanitizer.AllowedSchemes.Add("mailto");
        sanitizer.AllowedTags.Remove("form");
        sanitizer.FilterUrl += (_, url) =>
        {
            if (url.Tag.LocalName == "img")
            {
                url.SanitizedUrl = Embed(url.OriginalUrl, attachments);
            }
        };
        return Html.Trusted(sanitizer.Sanitize(ToHtml(markdown)));
    }

    private static string ToHtml(string markdown)
    {
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new CodeFence());
        renderer.Render(Markdown.Parse(markdown, Pipeline));
        return html.ToString();
    }

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
                ? $"data:{picture.First().Key};base64,{NotebookCell.Text(picture.First().Value).ReplaceLineEndings("")}"
                : null;
        }

        var path = Path.Combine(folder, Uri.UnescapeDataString(address));
        return PictureTypes.TryGetValue(Path.GetExtension(path), out var type) && File.Exists(path)
            ? $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}"
            : null;
    }
}
