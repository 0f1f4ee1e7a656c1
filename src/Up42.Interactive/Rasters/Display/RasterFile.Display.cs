namespace Up42.Interactive;

/// <summary>The raster as a card.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class RasterFile : IDisplay
{
    private readonly Lock _thumbnailLock = new();
    private Html? _thumbnail;

    /// <summary>
    /// The raster as an HTML fragment: a thumbnail and its facts. The thumbnail is read at the first call and kept; of a raster that is disposed
    /// before, the facts alone are shown.
    /// </summary>
    public string ToHtml() => new Fragment { Static = RasterFileHtml.Create(this, Thumbnail()) }.ToHtml();

    private Html Thumbnail()
    {
        lock (_thumbnailLock)
        {
            return _thumbnail ??= RasterFileHtml.Thumbnail(this);
        }
    }
}
