namespace Up42.Interactive;

/// <summary>
/// Results over time, made by <c>MapTimeline</c>: a slider below the map goes through the dates and plays them, and the pixel under the pointer is told over
/// time. It holds the warped pictures, not the rasters, and reads no file when shown. Without scripts it is a strip of small pictures with their dates.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ResultTimeline : PageDisplay
{
    private const int Columns = 5;

    private readonly SteppedMap _map;

    internal ResultTimeline(SteppedMap map) => _map = map;

    /// <summary>What the dates are called, in their order.</summary>
    public IReadOnlyList<string> Dates => [.. _map.Steps.Select(step => step.Label)];

    /// <summary>Writes the pictures of all dates on one sheet as PNG, without a browser.</summary>
    /// <param name="path">The file. Parent folders are created, and a file of that name is replaced as a whole.</param>
    /// <returns>The file's full path.</returns>
    public string SavePng(string path) => AtomicFile.Save(path, "timeline.png", _map.ToPng(Columns));

    /// <summary>How many dates there are, from when to when, where, and what is missing, in one line.</summary>
    public override string ToString() => SingleLine.Format(
        $"{Title}, {GeometryText.Describe(_map.Bounds)}" + string.Concat(_map.Remarks.Select(remark => $". {remark.TrimEnd('.')}")));

    internal override Html StaticHtml() => Html.Format($"<p><strong>{Title}</strong></p>\n{_map.Figures("208px")}{_map.Facts("Date")}");

    private protected override Fragment CreateFragment(Html content) => _map.ToFragment(Title, content, "timeline");

    private string Title => Dates.Count == 1
        ? $"Timeline of one date, {Dates[0]}"
        : $"Timeline of {DisplayText.Count(Dates.Count, "date")}, {Dates[0]} to {Dates[^1]}";
}
