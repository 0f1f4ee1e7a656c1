namespace Up42.Interactive;

/// <summary>How a plot looks.</summary>
public sealed record PlotOptions
{
    /// <summary>How values become colours.</summary>
    /// <value>The default is <see cref="Stretch.Default"/>.</value>
    public Stretch Stretch { get; init; } = Stretch.Default;

    /// <summary>Whether one stretch serves all rasters, so that their colours can be compared; else each raster has its own.</summary>
    /// <value>The default is false.</value>
    public bool IsStretchShared { get; init; }

    /// <summary>The colours of one band.</summary>
    /// <value>Null (the default): grey for unsigned integers, viridis for other values, and what suits an index.</value>
    public ColorScale? ColorScale { get; init; }

    /// <summary>
    /// A formula over bands in place of the bands themselves, as <c>"(b4 - b3) / (b4 + b3)"</c>, <c>"where(ndwi > 0, 1, 0)"</c>, or an index by its name
    /// (<see cref="SpectralIndex.All"/>): <c>"NDVI"</c> where the raster says which band is which. An index is shown in its usual domain unless
    /// <see cref="Stretch"/> says otherwise.
    /// </summary>
    /// <value>Null (the default): the bands.</value>
    public string? Expression { get; init; }

    /// <summary>The size of the figure of one raster, or of a row of several.</summary>
    /// <value>The default is 14 × 8 inches.</value>
    public FigureSize FigureSize { get; init; } = FigureSize.Default;

    /// <summary>What the axes show.</summary>
    /// <value>The default is the raster's own coordinates.</value>
    public PlotAxes Axes { get; init; } = PlotAxes.Crs;
}
