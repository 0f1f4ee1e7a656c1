using System.Collections;
using System.Net;
using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.KernelExtension;

/// <summary>Lists of objects, <c>images.Select(image => new { image.Name, image.Date })</c>, as tables: the kernel's listing has a tree in each cell.</summary>
internal static class ListFormatter
{
    /// <summary>Makes it known; types that show themselves keep their own formatters, which name them more closely.</summary>
    public static void Register() => Formatter.Register<IEnumerable>(Write, HtmlFormatter.MimeType);

    // A formatter that writes nothing shows nothing, so that lists of numbers and texts are written here too, as the kernel writes them.
    private static bool Write(IEnumerable list, FormatContext context)
    {
        var isWhole = context.Depth <= 1;
        context.Writer.Write(isWhole && ListTable.FindTable(list) is { } table
            ? table.ToHtml()
            : $"<div class=\"dni-plaintext\"><pre>{WebUtility.HtmlEncode(list.ToDisplayString(PlainTextFormatter.MimeType))}</pre></div>");
        return true;
    }
}
