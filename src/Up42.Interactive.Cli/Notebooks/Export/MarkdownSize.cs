using System.Buffers;

namespace Up42.Interactive.Cli;

/// <summary>Tells Markdown that Markdig does not get through in good time, in one pass over its lines. Markdig itself cannot be stopped.</summary>
internal static class MarkdownSize
{
    private static readonly SearchValues<char> OpeningBrackets = SearchValues.Create("[{");
    // What Markdig takes for a link, or looks for the end of, from wherever it begins.
    private static readonly string[] Beginnings = ["://", "www.", "mailto:", "<!", "<?"];
    private static readonly SearchValues<char> NestingMarks = SearchValues.Create(" \t>-*+.)0123456789");
    private static readonly SearchValues<char> Levels = SearchValues.Create(" \t>");

    /// <summary>
    /// Whether it has more lines or opening brackets than <see cref="Limits.MarkdownLines"/> and <see cref="Limits.MarkdownBrackets"/> or the page has
    /// room for, or begins a line with more blanks and marks of lists and quotes than <see cref="Limits.MarkdownIndentation"/>.
    /// </summary>
    public static bool IsTooMuch(ReadOnlySpan<char> markdown, PageBudget budget)
    {
        var (lines, brackets) = (0, 0);
        foreach (var line in markdown.EnumerateLines())
        {
            brackets += Count(line, OpeningBrackets) + Count(line, Beginnings);
            if (++lines > Limits.Default.MarkdownLines || brackets > Limits.Default.MarkdownBrackets || Indentation(line) > Limits.Default.MarkdownIndentation)
            {
                return true;
            }
        }

        return !budget.TakeMarkdown(lines, brackets);
    }

    private static int Indentation(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        var end = line.IndexOfAnyExcept(NestingMarks);
        return Count(end < 0 ? line : line[..end], Levels);
    }

    private static int Count(ReadOnlySpan<char> line, string[] beginnings)
    {
        var count = 0;
        foreach (var beginning in beginnings)
        {
            count += line.Count(beginning);
        }

        return count;
    }

    private static int Count(ReadOnlySpan<char> text, SearchValues<char> values)
    {
        var count = 0;
        while (text.IndexOfAny(values) is >= 0 and var at)
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }
}
