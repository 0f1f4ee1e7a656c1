namespace Up42.Interactive;

/// <summary>How <see cref="FeatureTable.SaveCsv"/> writes.</summary>
public sealed record CsvOptions
{
    /// <summary>
    /// Whether a text that a spreadsheet would take for a formula (it begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, a tab or a line break)
    /// gets an apostrophe in front. Numbers stay as they are.
    /// </summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool DisarmFormulas { get; init; } = true;

    /// <summary>Whether the file begins with a byte order mark, by which Excel tells UTF-8.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool ByteOrderMark { get; init; }
}
