using System.Collections;
using System.Net;
using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.KernelExtension;

/// <summary>Lists of objects, <c>images.Select(image => new { image.Name, image.Date })</c>, as tables: the kernel's listing has a tree in each cell.</summary>
internal static class ListFormatter
{
    private const int MaxDisplays = 10;
    private const int MaxCharacters = 4_000_000;

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
            ?? $"<div class=\"dni-plaintext\"><pre>{WebUtility.HtmlEncode(Text(list))}</pre></div>");
        return true;
    }

    // A list may hold itself: the host goes on six deep, twenty each.
    private static string Text(IEnumerable list)
    {
        if (ListDepth.HasNoEnd(list))
        {
            return ListDepth.Refusal;
        }

        var (text, isWhole) = BoundedWriter.Take(MaxCharacters, writer => list.FormatTo(new FormatContext(writer), PlainTextFormatter.MimeType));
        return isWhole ? text : $"{DisplayText.Cut(text, 1000)} (it goes on for more than {NumberText.Format(MaxCharacters)} characters, or without end)";
    }

    // Rasters, jobs and what else shows itself stand below each other.
    private static string? Each(IReadOnlyList<object?> items)
    {
        var displays = items.Select(ForeignDisplays.Find).OfType<IDisplay>().ToList();
        return displays.Count == items.Count && items.Count is > 0 and <= MaxDisplays ? string.Concat(displays.Select(one => one.ToHtml())) : null;
    }
}
