using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Up42.Interactive.Cli;

/// <summary>Blocks of C# in prose, highlighted as cells are.</summary>
internal sealed class CodeFence : CodeBlockRenderer
{
    private static readonly string[] CSharp = ["csharp", "cs", "c#"];

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        if (obj is FencedCodeBlock { Info: { } language } && CSharp.Contains(language.ToLowerInvariant()))
        {
            renderer.EnsureLine();
            renderer.WriteLine($"<pre><code>{CodeHighlighter.Highlight(obj.Lines.ToString())}</code></pre>");
        }
        else
        {
            base.Write(renderer, obj);
        }
    }
}
