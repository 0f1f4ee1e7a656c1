namespace Up42.Interactive;

/// <summary>The pictures of items, each with what it is of. Where no picture was fetched there is nothing.</summary>
internal static class StacGalleryHtml
{
    private const int OpenPictures = 12;
    private const int MaxUnbroken = 14;
    private static readonly Html Break = Html.Trusted("<wbr>");

    /// <summary>The items that have their picture.</summary>
    public static IEnumerable<int> Rows(StacItems items) => Enumerable.Range(0, items.Count).Where(row => items[row].Thumbnail is not null);

    public static Html Render(StacItems items)
    {
        Html[] pictures = [.. Rows(items).Select(row => Figure(items[row]))];
        return pictures.Length == 0 ? Html.Empty : Html.Join(
        [
            Group(pictures.Take(OpenPictures)),
            pictures.Length <= OpenPictures ? Html.Empty : Html.Format(
                $"<details><summary>Show {DisplayText.Count(pictures.Length - OpenPictures, "more picture")}</summary>"
                    + $"{Group(pictures.Skip(OpenPictures))}</details>"),
        ]);
    }

    private static Html Group(IEnumerable<Html> pictures) => Html.Format(
        $"""<div style="display:flex;flex-wrap:wrap;column-gap:16px">{pictures}</div>{'\n'}""");

    private static Html Figure(StacItem item) => Html.Format(
        $"""<figure class="u42-p" style="width:144px;margin:0 0 12px 0">{item.Thumbnail!.ToHtml(StacItemHtml.Name(item))}"""
            + $"<figcaption><b>{Breakable(StacItemHtml.Name(item))}</b><br>{Facts(item)}</figcaption></figure>{'\n'}");

    // Hosts that strip the style leave no other way to break a long name.
    private static Html Breakable(string name)
    {
        var parts = new List<Html>();
        for (var start = 0; start < name.Length;)
        {
            var end = Math.Min(start + MaxUnbroken, name.Length);
            end = name.IndexOf('_', start, end - start) is >= 0 and var at ? at + 1 : end;
            end += end < name.Length && char.IsLowSurrogate(name[end]) ? 1 : 0;
            parts.Add(Html.Format($"{name[start..end]}{(end < name.Length ? Break : Html.Empty)}"));
            start = end;
        }

        return Html.Join(parts);
    }

    private static string Facts(StacItem item) => SingleLine.Format(string.Join(" · ", new[]
    {
        item.Taken is { } taken ? DisplayText.DataDate(taken, isDay: true) : null,
        item.Platform ?? item.Constellation,
        StacItemHtml.Meters(item.Gsd),
        item.CloudCover is null ? null : $"{StacItemHtml.Percent(item.CloudCover)} clouds",
    }.Where(fact => !string.IsNullOrEmpty(fact))));
}
