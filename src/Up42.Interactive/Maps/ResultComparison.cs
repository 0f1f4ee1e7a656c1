namespace Up42.Interactive;

/// <summary>
/// Two results on one map, made by <c>CompareResults</c>: a divider to swipe, two maps in step, blinking, and the difference, switched in the page by
/// buttons and keys. It holds the warped pictures, not the rasters, and reads no file when shown. Without scripts it is a picture of each side.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ResultComparison : PageDisplay
{
    private readonly SteppedMap _map;
    private readonly CompareMode _mode;

    internal ResultComparison(SteppedMap map, CompareMode mode) => (_map, _mode) = (map, mode);

    /// <summary>What the left side is called.</summary>
    public string Left => _map.Steps[0].Label;

    /// <summary>What the right side is called.</summary>
    public string Right => _map.Steps[1].Label;

    /// <summary>Writes the sides, and their difference where there is one, next to each other as a PNG picture, without a browser.</summary>
    /// <param name="path">The file. Parent folders are created, and a file of that name is replaced as a whole.</param>
    /// <returns>The file's full path.</returns>
    public string SavePng(string path) => AtomicFile.Save(path, "comparison.png", _map.ToPng(columns: _map.Steps.Count));

    /// <summary>What is compared, where, and what is missing, in one line.</summary>
    public override string ToString() => SingleLine.Format(
        $"Comparison of {Left} and {Right}, {GeometryText.Describe(_map.Bounds)}" + string.Concat(_map.Remarks.Select(remark => $". {remark.TrimEnd('.')}")));

    internal override Html StaticHtml() => Html.Format($"<p><strong>{Left} and {Right}</strong></p>\n{_map.Figures("47%")}{_map.Facts("Side")}");

    private protected override Fragment CreateFragment(Html content) =>
        _map.ToFragment($"{Left} and {Right}", content, _mode.ToString().ToLowerInvariant());
}
