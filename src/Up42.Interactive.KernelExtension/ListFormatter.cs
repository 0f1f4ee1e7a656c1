using System.Collections;
using System.Net;
using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.KernelExtension;

/// <summary>Lists of objects, <c>images.Select(image => new { image.Name, image.Date })</c>, as tables: the kernel's listing has a tree in each cell.</summary>
internal static class ListFormatter
{
    private const int MaxDisplays = 10;

    /// <summary>Makes it known.</summary>
    public static void Register() => Formatter.Register<IEnumerable>(Write, HtmlFormatter.MimeType);

    // The host asks no other formatter after this one: lists that show themselves, and those of numbers and texts, are written here too, the latter as
    // the kernel writes them.
    private static bool Write(IEnumerable list, FormatContext context)
    {
        var display = ForeignDisplays.Find(list) ?? (context.Depth <= 1 ? ListTable.FindTable(list) : null);
        context.Writer.Write(
            display?.ToHtml()
            ?? Each([.. list.Cast<object?>().Take(MaxDisplays + 1)])
            ?? $"<div class=\"dni-plaintext\"><pre>{WebUtility.HtmlEncode(list.ToDisplayString(PlainTextFormatter.MimeType))}</pre></div>");
        return true;
    }

    // Rasters, jobs and what else shows itself stand below each other.
    private static string? Each(IReadOnlyList<object?> items)
    {
        var displays = items.Select(ForeignDisplays.Find).OfType<IDisplay>().ToList();
        return displays.Count == items.Count && items.Count is > 0 and <= MaxDisplays ? string.Concat(displays.Select(one => one.ToHtml())) : null;
    }
}
