namespace Up42.Interactive;

/// <summary>The picture of an item.</summary>
/// <param name="Source">A URL that holds it.</param>
/// <param name="Width">How wide it is shown, in CSS pixels.</param>
/// <param name="Height">How high it is shown.</param>
internal sealed record StacThumbnail(string Source, int Width, int Height)
{
    /// <summary>The picture with words for it.</summary>
    public Html ToHtml(string name) =>
        Html.Format($"""<img src="{Source}" alt="Thumbnail of {name}" width="{Width}" height="{Height}">""");
}
