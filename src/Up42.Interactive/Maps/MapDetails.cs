namespace Up42.Interactive;

/// <summary>The detail of a map's images, which its file carries and its cell only tells of.</summary>
/// <param name="images">The detail of each image, as far as the list goes; null where an image has none.</param>
internal sealed class MapDetails(IReadOnlyList<ImageDetail?> images)
{
    /// <summary>That of a map that has none.</summary>
    public static MapDetails None { get; } = new([]);

    /// <summary>What the file reaches, a sentence an image, for displays that are not the file.</summary>
    public IEnumerable<string> Notes => Details.Select(detail => $"In the file that SaveHtml(path) writes {detail.Note}");

    /// <summary>The tiles as texts for the page of a file.</summary>
    public IReadOnlyList<Html> Attachments => [.. Details.Where(detail => detail.Tiles.Count > 0).Select(detail => detail.ToText())];

    private IEnumerable<ImageDetail> Details => images.OfType<ImageDetail>();

    /// <summary>What a page says of the file, without having tiles itself.</summary>
    public MapPageData Announce(MapPageData data) => data with { Remarks = Join(data.Remarks, Notes) };

    /// <summary>What the page of a file needs to show the tiles.</summary>
    public MapPageData AddTo(MapPageData data) => data with
    {
        Images = [.. data.Images.Select((image, index) => image with { Detail = ImageDetailData.Create(images.ElementAtOrDefault(index)) })],
        Remarks = Join(data.Remarks, Details.Select(detail => detail.Note)),
    };

    private static string Join(string remarks, IEnumerable<string> notes) =>
        string.Join(" ", notes.Prepend(remarks).Where(text => !string.IsNullOrEmpty(text)));
}
