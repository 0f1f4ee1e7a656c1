namespace Up42.Interactive.Cli;

/// <summary>What a page may still hold: each cell keeps to limits of its own, and all together to these, so that many cells do not add up.</summary>
internal sealed class PageBudget
{
    private int _elements = Limits.Default.PageElements;
    private int _lines = Limits.Default.PageMarkdownLines;
    private int _brackets = Limits.Default.PageMarkdownBrackets;
    private int _styles = Limits.Default.PageStyleCharacters;
    private int _pictures = Limits.Default.PagePictureBytes;

    /// <summary>Takes room for elements; false where there is none, and nothing is taken.</summary>
    public bool TakeElements(int count) => Take(ref _elements, count);

    /// <summary>Takes room for lines and opening brackets of Markdown.</summary>
    public bool TakeMarkdown(int lines, int brackets) => Take(ref _lines, lines) && Take(ref _brackets, brackets);

    /// <summary>Takes room for characters of styles.</summary>
    public bool TakeStyles(int characters) => Take(ref _styles, characters);

    /// <summary>Takes room for bytes of pictures.</summary>
    public bool TakePicture(int bytes) => Take(ref _pictures, bytes);

    private static bool Take(ref int left, int count)
    {
        var isEnough = count <= left;
        left -= isEnough ? count : 0;
        return isEnough;
    }
}
