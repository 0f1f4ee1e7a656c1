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

    /// <summary>The colours of one band.</summary>
    /// <value>Null (the default): grey for unsigned integers, viridis for other values, and what suits NDVI and NDWI.</value>
    public ColorScale? ColorScale { get; init; }

    /// <summary>
    /// A formula over bands in place of the bands themselves, as <c>"(b4 - b3) / (b4 + b3)"</c>, or <c>"NDVI"</c>, (nir − red) / (nir + red), or
    /// <c>"NDWI"</c>, (green − nir) / (green + nir), where the raster says which band is which.
    /// </summary>
    /// <value>Null (the default): the bands.</value>
    public string? Expression { get; init; }

    /// <summary>The longer side of each image at most, in pixels. Maps of many images reduce them further, and say so.</summary>
    /// <value>The default is 1536.</value>
    public int MaxImageSize { get; init; } = 1536;

    /// <summary>The column of the footprints whose values colour them, with a legend: numbers along a scale, other values one colour each.</summary>
    /// <value>Null (the default): one colour for all.</value>
    public string? ColorBy { get; init; }

    /// <summary>The height of the map in a notebook, in CSS pixels.</summary>
    /// <value>The default is 560.</value>
    public int Height { get; init; } = 560;
}
