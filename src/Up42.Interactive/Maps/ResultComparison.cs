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
    private readonly MapDetails _details;

    internal ResultComparison(SteppedMap map, CompareMode mode, MapDetails? details = null) =>
        (_map, _mode, _details) = (map, mode, details ?? MapDetails.None);

    /// <summary>What the left side is called.</summary>
    public string Left => _map.Steps[0].Label;

    /// <summary>What the right side is called.</summary>
    public string Right => _map.Steps[1].Label;

    /// <summary>The comparison with the detail of its sides, which goes into files.</summary>
    internal ResultComparison With(MapDetails details) => new(_map, _mode, details);

    /// <summary>Writes the sides, and their difference where there is one, next to each other as a PNG picture, without a browser.</summary>
    /// <param name="path">The file. Parent folders are created, and a file of that name is replaced as a whole.</param>
    /// <returns>The file's full path.</returns>
    public string SavePng(string path) => AtomicFile.Save(path, "comparison.png", _map.ToPng(columns: _map.Steps.Count));

    /// <summary>What is compared, where, and what is missing, in one line.</summary>
    public override string ToString() => SingleLine.Format(
        $"Comparison of {Left} and {Right}, {GeometryText.Describe(_map.Bounds)}"
            + string.Concat(_map.Remarks.Concat(_details.Notes).Select(remark => $". {remark.TrimEnd('.')}")));

    internal override Html StaticHtml() => Html.Format($"<p><strong>{Title}</strong></p>\n{_map.Figures("47%")}{_map.Facts("Side")}");

    private protected override Fragment CreateFragment(Html content) =>
        _map.ToFragment(Title, content, Mode, _details);

    private protected override Page CreatePage() => _map.ToPage(Title, StaticHtml(), Mode, _details);

    private string Title => $"{Left} and {Right}";

    private string Mode => _mode.ToString().ToLowerInvariant();
}
