namespace Up42.Interactive;

/// <summary>Items on one page: a gallery of their pictures, a map of their places, and a table that is sorted and searched.</summary>
internal static class StacItemsPage
{
    private const int HeightOfSights = 226;
    private const int StaticRows = 40;
    private const int MaxRemarks = 20;

    private static readonly JobColumnData[] Columns =
    [
        new("title", false, "text"), new("acquired", false, "date"), new("platform", false, "text"), new("GSD", true, "number"),
        new("cloud cover", true, "number"), new("kind", false, "text"), new("assets", true, "number"), new("id", false, "text"),
    ];

    /// <param name="items">The items.</param>
    /// <param name="head">What stands above them; empty for nothing.</param>
    /// <param name="headHeight">How high that is, about.</param>
    public static Fragment Create(StacItems items, Html head = default, int headHeight = 0)
    {
        var table = new RowsTable
        {
            Title = $"STAC: {items}",
            Caption = items.ToString(),
            Noun = "item",
            Example = "words, or GSD<1",
            Columns = Columns,
            Count = items.Count,
            Row = index => Row(items[index]),
        };
        var (outlines, gallery) = (StacItemsOutlines.Create(items), StacGalleryHtml.Render(items));
        var after = Html.Join([Remarks([.. items.Remarks, .. new[] { StacItemsOutlines.Remark(items, outlines) }.OfType<string>()]), Next(items)]);
        var face = Html.Join([head, outlines?.ToHtml() ?? Html.Empty, gallery, table.Static(StaticRows), after]);
        return items.Count < 2
            ? new Fragment { Static = face }
            : CardPage.Create(
                table.Title,
                face,
                Html.Join([gallery, table.Static(RowsHtml.OpenRows)]),
                table.Height + headHeight + (outlines is null && gallery.IsEmpty ? 0 : HeightOfSights),
                table.MostRows,
                rows => new StacItemsData(table.Data(rows), outlines?.ToData(rows), [.. StacGalleryHtml.Rows(items).Where(row => row < rows)]),
                StacItemsJson.Default.StacItemsData,
                head,
                after);
    }

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

    private static Html Remarks(IReadOnlyList<string> remarks) => remarks.Count == 0 ? Html.Empty
        : Html.Format($"<p>Note: {string.Join(' ', remarks.Take(MaxRemarks).Select(remark => SingleLine.Format(remark)))}</p>");

    private static Html Next(StacItems items) => items.Count == 0 ? Html.Empty : Html.Format(
        $"<p>Next: <code>items[0]</code> shows one, <code>await items[0].DownloadAsync()</code> brings its files, "
            + $"<code>items.ToTable()</code> has all properties.</p>");
}
