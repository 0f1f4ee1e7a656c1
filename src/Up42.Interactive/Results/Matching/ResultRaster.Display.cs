namespace Up42.Interactive;

/// <summary>The raster as a card.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class ResultRaster : IDisplay
{
    private readonly Lock _cardLock = new();
    private Html? _card;

    /// <summary>
    /// The raster as an HTML fragment: a thumbnail and its facts, or why it cannot be opened. It is opened and read at the first call, and what was
    /// read is kept.
    /// </summary>
    public string ToHtml()
    {
        lock (_cardLock)
        {
            _card ??= Card();
        }

        return new Fragment { Static = _card.Value }.ToHtml();
    }

    private Html Card()
    {
        try
        {
            using var raster = Open();
            return RasterFileHtml.Create(raster, RasterFileHtml.Thumbnail(raster));
        }
        catch (Up42Exception error)
        {
            return Html.Format($"<p>{Name}: {LocalPaths.ShortenBeside(error.Message, Path)}</p>");
        }
    }
}
