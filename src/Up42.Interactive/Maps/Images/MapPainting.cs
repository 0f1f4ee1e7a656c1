namespace Up42.Interactive;

/// <summary>An image for the map, read and painted.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Note">What else there is to know of it.</param>
internal sealed record MapPainting(Picture Picture, string? Note = null)
{
    /// <summary>The values for the page, where they are others than those of the picture.</summary>
    public RasterImage? Values { get; init; }

    /// <summary>What a page needs to show it anew; null where it cannot.</summary>
    public MapRestyle? Restyle { get; init; }
}
