namespace Up42.Interactive;

/// <summary>The footprints of items on one small map.</summary>
internal sealed class StacItemsOutlines
{
    private const int MaxItems = 2000;
    private const int MaxPositions = 50_000;
    private const int MaxPositionsOfItem = 24;
    private const int Width = 300;
    private const int Height = 196;

    private readonly IReadOnlyList<InputArea?> _areas;
    private readonly InputArea _whole;
    private readonly string _caption;

    private StacItemsOutlines(IReadOnlyList<InputArea?> areas, InputArea whole, string caption) => (_areas, _whole, _caption) = (areas, whole, caption);

    /// <summary>The map; null where no item has a place on the globe, or outlines are too many to be drawn.</summary>
    public static StacItemsOutlines? Create(StacItems items)
    {
        InputArea?[] areas = [.. items.Take(MaxItems).Select(StacItemHtml.Area)];
        var lines = areas.OfType<InputArea>().SelectMany(area => area.Lines).ToArray();
        return lines.Length == 0 || lines.Sum(line => line.Count) > MaxPositions ? null : new StacItemsOutlines(
            areas,
            InputArea.Create("outlines", lines),
            areas.Length < items.Count
                ? $"Footprints of the first {NumberText.Format(areas.Length)} items"
                : $"{(areas.Length == 1 ? "Footprint" : "Footprints")} of {DisplayText.Count(areas.Length, "item")}");
    }

    /// <summary>Which footprints the map lacks, in a sentence; null for none.</summary>
    public static string? Remark(StacItems items, StacItemsOutlines? map)
    {
        var named = items.Take(MaxItems).Count(StacItemHtml.NamesPlace);
        var missing = named - (map?._areas.Count(area => area is not null) ?? 0);
        return missing <= 0 ? null
            : map is null ? $"No footprint is drawn: {StacItemHtml.WhyNotDrawn}"
            : $"{DisplayText.Count(missing, "footprint")} not drawn: {StacItemHtml.WhyNotDrawn}";
    }

    /// <summary>The map as a picture.</summary>
    public Html ToHtml() => OutlineHtml.Render(_whole, _caption);

    /// <summary>The outlines of the first items, each by itself.</summary>
    public OutlinesData ToData(int rows)
    {
        var frame = new OutlineFrame(_whole, Width, Height);
        var next = 0;
        return new OutlinesData(
            $"{_caption}: {DegreeText.Box(_whole.West, _whole.South, _whole.East, _whole.North)}",
            Width,
            Height,
            frame.Graticule(),
            [.. _areas.Take(rows).Select(area => string.Concat(Enumerable.Range(0, area?.Lines.Count ?? 0).Select(_ => Path(_whole.Lines[next++], frame))))]);
    }

    private static string Path(IReadOnlyList<(double X, double Y)> line, OutlineFrame frame) =>
        frame.IsDot(line) ? frame.DotOf(line) : frame.PathOf(line, 1 + (line.Count / MaxPositionsOfItem));
}
