namespace Up42.Interactive;

/// <summary>Items as a table that can be sorted and searched, with their place.</summary>
internal static class StacItemsPage
{
    private const int MaxOutlines = 200;
    private const int MaxRemarks = 20;

    private static readonly JobColumnData[] Columns =
    [
        new("title", false, "text"), new("acquired", false, "date"), new("platform", false, "text"), new("GSD", true, "number"),
        new("cloud cover", true, "number"), new("kind", false, "text"), new("assets", true, "number"), new("id", false, "text"),
    ];

    /// <param name="items">The items.</param>
    /// <param name="head">What stands above them; empty for nothing.</param>
    public static Fragment Create(StacItems items, Html head = default) => new RowsTable
    {
        Title = $"STAC: {items}",
        Caption = items.ToString(),
        Noun = "items",
        Columns = Columns,
        Count = items.Count,
        Row = index => Row(items[index]),
        Before = Html.Join([head, Place(items)]),
        After = Html.Join([Remarks(items), Next(items)]),
    }.ToFragment();

    private static JobCellData[] Row(StacItem item) =>
    [
        new(item.Title ?? ""),
        new(item.Taken is { } date ? DisplayText.Date(date) : "", item.Taken?.ToUnixTimeMilliseconds()),
        new(item.Platform ?? item.Constellation ?? ""),
        new(StacItemHtml.Meters(item.Gsd), item.Gsd),
        new(StacItemHtml.Percent(item.CloudCover), item.CloudCover),
        new(item.Modality ?? item.DataType ?? ""),
        new(NumberText.Format(item.Assets.Count), item.Assets.Count),
        new(item.Id, Code: true),
    ];

    private static Html Place(StacItems items)
    {
        var lines = items.Take(MaxOutlines).Select(StacItemHtml.Area).OfType<InputArea>().SelectMany(area => area.Lines).ToArray();
        var count = int.Min(items.Count, MaxOutlines);
        return lines.Length == 0 || lines.Sum(line => line.Count) > 50_000 ? Html.Empty : OutlineHtml.Render(
            InputArea.Create("outlines", lines),
            count < items.Count ? $"Footprints of the first {count} items" : $"Footprints of {DisplayText.Count(count, "item")}");
    }

    private static Html Remarks(StacItems items) => items.Remarks.Count == 0 ? Html.Empty
        : Html.Format($"<p>Note: {string.Join(' ', items.Remarks.Take(MaxRemarks).Select(remark => SingleLine.Format(remark)))}</p>");

    private static Html Next(StacItems items) => items.Count == 0 ? Html.Empty : Html.Format(
        $"<p>Next: <code>items[0]</code> shows one, <code>await items[0].DownloadAsync()</code> brings its files, "
            + $"<code>items.ToTable()</code> has all properties.</p>");
}
