namespace Up42.Interactive;

/// <summary>How a map looks.</summary>
public sealed record MapOptions
{
    /// <summary>The basemaps to choose from; the first is shown, an empty list gives the neutral ground.</summary>
    /// <value>The default is Esri World Imagery, CARTO light and CARTO dark.</value>
    public IReadOnlyList<Basemap> Basemaps { get; init; } = [Basemap.EsriWorldImagery, Basemap.CartoLight, Basemap.CartoDark];

    /// <summary>How values become colours.</summary>
    /// <value>The default is <see cref="Stretch.Default"/>: 8-bit bands as they are, others from their 2nd to their 98th percentile.</value>
    public Stretch Stretch { get; init; } = Stretch.Default;

    /// <summary>The longer side of each image at most, in pixels. Maps of many images reduce them further, and say so.</summary>
    /// <value>The default is 1536.</value>
    public int MaxImageSize { get; init; } = 1536;

    /// <summary>The height of the map in a notebook, in CSS pixels.</summary>
    /// <value>The default is 560.</value>
    public int Height { get; init; } = 560;
}
