namespace Up42.Interactive;

/// <summary>What notebooks and their pages may hold.</summary>
internal sealed partial record Limits
{
    /// <summary>
    /// How deep the elements of a markup may be nested that is put into a page (<c>MarkupSize</c>): parsers of HTML take time that grows with
    /// the square of it.
    /// </summary>
    public int MarkupNesting { get; init; } = 400;

    /// <summary>Lines of a Markdown cell (<c>MarkdownSize</c>): 130,000 of headings take 1.6 s, and the time grows with the square of their number.</summary>
    public int MarkdownLines { get; init; } = 100_000;

    /// <summary>
    /// Opening brackets, addresses and declarations of a Markdown cell (<c>MarkdownSize</c>), which begin links and what has an end: 10,000 take up to 3 s,
    /// and the time grows with the square of their number.
    /// </summary>
    public int MarkdownBrackets { get; init; } = 10_000;

    /// <summary>
    /// Blanks and marks of lists and quotes before the text of a line of Markdown (<c>MarkdownSize</c>): a list of as many levels as lines takes
    /// time that grows with the cube of them.
    /// </summary>
    public int MarkdownIndentation { get; init; } = 200;

    /// <summary>Elements of a markup that is put into a page (<c>MarkupSize</c>): the sanitiser takes 0.15 ms for each.</summary>
    public int MarkupElements { get; init; } = 20_000;

    /// <summary>Elements of all Markdown and outputs of a page together (<c>PageBudget</c>); what is beyond stands as it was written, or in a frame.</summary>
    public int PageElements { get; init; } = 60_000;

    /// <summary>Lines of all Markdown of a page (<c>PageBudget</c>).</summary>
    public int PageMarkdownLines { get; init; } = 200_000;

    /// <summary>Opening brackets of all Markdown of a page (<c>PageBudget</c>).</summary>
    public int PageMarkdownBrackets { get; init; } = 20_000;

    /// <summary>Characters of one <c>style</c> attribute or element (<c>MarkupStyles</c>): parsers of CSS compare each property with all before.</summary>
    public int StyleCharacters { get; init; } = 10_000;

    /// <summary>How deep brackets nest in it (<c>MarkupStyles</c>): parsers of CSS call themselves for each.</summary>
    public int StyleNesting { get; init; } = 50;

    /// <summary>Characters of all styles of a page (<c>PageBudget</c>).</summary>
    public int PageStyleCharacters { get; init; } = 2_000_000;

    /// <summary>Bytes of a picture that Markdown takes into its page (<c>PagePictures</c>).</summary>
    public int PictureBytes { get; init; } = 8_000_000;

    /// <summary>Bytes that all such pictures take in a page, in base64, one that comes twice counted twice (<c>PageBudget</c>).</summary>
    public int PagePictureBytes { get; init; } = 32_000_000;

    /// <summary>How deep brackets of each kind nest in C# (<c>CodeNesting</c>): the compiler calls itself for each, and overflows.</summary>
    public int CodeNesting { get; init; } = 300;

    /// <summary>
    /// Tokens of C# without a comma, semicolon or brace between them, and <c>else</c> in a cell (<c>CodeNesting</c>): each may begin an expression or
    /// a statement within the one before.
    /// </summary>
    public int CodeRun { get; init; } = 4000;

    /// <summary>Opening angle brackets in the documentation comments of a text of C# (<c>CodeNesting</c>).</summary>
    public int CodeDocumentation { get; init; } = 1000;

    /// <summary>Interpolated texts of C# within the holes of one (<c>CodeNesting</c>).</summary>
    public int InterpolatedTexts { get; init; } = 50;

    /// <summary>Bytes of a file of C# that a cell loads (<c>LoadedCode</c>).</summary>
    public int CodeBytes { get; init; } = 2_000_000;

    /// <summary>Bytes of all of them, one that is loaded again counted again (<c>LoadedCode</c>).</summary>
    public long CodeBytesInAll { get; init; } = 16_000_000;

    /// <summary>How many are loaded (<c>LoadedCode</c>): the compiler calls itself where one loads the next.</summary>
    public int CodeFiles { get; init; } = 500;

    /// <summary>Bytes of an assembly that a cell names (<c>ReferencedFiles</c>): the compiler reads it whole.</summary>
    public long ReferenceBytes { get; init; } = 256 << 20;

    /// <summary>How many exceptions within each other are told (<c>ExceptionText</c>).</summary>
    public int InnerExceptions { get; init; } = 20;
}
