namespace Up42.Interactive;

/// <summary>How a map looks.</summary>
public sealed record MapOptions
{
    private static readonly IReadOnlyList<Basemap> Usual = [Basemap.EsriWorldImagery, Basemap.CartoLight, Basemap.CartoDark];

    /// <summary>
    /// The basemap that shows at first: <c>Basemap.CartoLight</c>, <c>new Basemap("Mine",
    /// "https://tiles.example.com/{z}/{x}/{y}.png")</c>, or <see cref="Basemap.None"/>.
    /// </summary>
    /// <value>Null (the default): the first of <see cref="Basemaps"/>.</value>
    public Basemap? Basemap { get; init; }

    /// <summary>The basemaps to choose from, besides <see cref="Basemap"/> and none. An empty list lets the map ask no server at all.</summary>
    /// <value>The default is Esri World Imagery, CARTO light and CARTO dark; of <see cref="Basemap.None"/> there are none.</value>
    public IReadOnlyList<Basemap> Basemaps
    {
        get => field ?? (Basemap == Basemap.None ? [] : Usual);
        init;
    }

    /// <summary>All basemaps, the one that shows at first before the others; none among them.</summary>
    internal IReadOnlyList<Basemap> AllBasemaps =>
        [.. new[] { Basemap }.OfType<Basemap>().Concat(Basemaps).Where(basemap => basemap != Basemap.None).Distinct()];

    /// <summary>Whether a basemap shows at first.</summary>
    internal bool HasBasemap => Basemap != Basemap.None && AllBasemaps.Count > 0;

    /// <summary>How values become colours.</summary>
    /// <value>The default is <see cref="Stretch.Default"/>.</value>
    public Stretch Stretch { get; init; } = Stretch.Default;

    /// <summary>
    /// Whether one stretch serves all images, so that their colours can be compared; else each image has its own. The tiles of one scene always
    /// share one.
    /// </summary>
    /// <value>The default is false.</value>
    public bool IsStretchShared { get; init; }

    /// <summary>The colours of one band, and of the numbers of <see cref="ColorBy"/>.</summary>
    /// <value>Null (the default): grey for unsigned integers, viridis for other values, and what suits an index.</value>
    public ColorScale? ColorScale { get; init; }

    /// <summary>
    /// A formula over bands in place of the bands themselves, as <c>"(b4 - b3) / (b4 + b3)"</c>, <c>"where(ndwi > 0, 1, 0)"</c>, or an index by its name
    /// (<see cref="SpectralIndex.All"/>): <c>"NDVI"</c> where the raster says which band is which. An index is shown in its usual domain unless
    /// <see cref="Stretch"/> says otherwise.
    /// </summary>
    /// <value>Null (the default): the bands.</value>
    public string? Expression { get; init; }

    /// <summary>
    /// Whether the page holds the values of up to eight bands of each raster, so that whoever reads it chooses bands, stretch, gamma, an index or a
    /// formula of <see cref="Expression"/>'s language, and colours; sees the spectrum below the pointer, and the values along a line. Values are as exact
    /// as 4 MB allow, and the page tells their step. Computed rasters and quicklooks have no bands to choose.
    /// </summary>
    /// <value>The default is false.</value>
    public bool Restyle { get; init; }

    /// <summary>The longer side of each image at most, in pixels. Maps of many images reduce them further, and say so.</summary>
    /// <value>The default is 1536.</value>
    public int MaxImageSize { get; init; } = 1536;

    /// <summary>
    /// Whether the file that <c>SaveHtml</c> writes can be zoomed down to every pixel of the rasters, without a server: tiles of all levels between the
    /// map's picture and the raster's own resolution are in it, and shown when they come into view. They are made with the map, from all pixels:
    /// coarser levels are the means of the pixels with data, of classes pixels themselves. A cell shows the picture alone.
    /// </summary>
    /// <value>The default is false.</value>
    public bool Detail { get; init; }

    /// <summary>
    /// The bytes of the file that <c>SaveHtml</c> writes, at most, where <see cref="Detail"/> is wanted. Where not all of it fits, its pictures are
    /// encoded less well, then what is finest is left out, outside of the area of interest first; the page says which resolution was reached.
    /// </summary>
    /// <value>The default is 25,000,000.</value>
    public long MaxFileSize { get; init; } = 25_000_000;

    /// <summary>Receives the share of <see cref="Detail"/> that is made, 0 to 1, from several threads.</summary>
    /// <value>Null (the default): nobody is told.</value>
    public IProgress<double>? DetailProgress { get; init; }

    /// <summary>
    /// The column whose values colour footprints and vector results, with a legend that counts them: numbers along a scale, other values one
    /// colour each. Polygons are filled, but for footprints around images.
    /// </summary>
    /// <value>Null (the default): one colour for all.</value>
    public string? ColorBy { get; init; }

    /// <summary>
    /// How the numbers of <see cref="ColorBy"/> become classes: <c>Classification.Quantiles(5)</c>, <c>NaturalBreaks</c> or
    /// <c>EqualIntervals</c>.
    /// </summary>
    /// <value>Null (the default): they lie along the colour scale.</value>
    public Classification? Classification { get; init; }

    /// <summary>The height of the map in a notebook, in CSS pixels.</summary>
    /// <value>The default is 560.</value>
    public int Height { get; init; } = 560;
}
