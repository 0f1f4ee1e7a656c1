namespace Up42.Interactive;

/// <summary>How a plot looks.</summary>
public sealed record PlotOptions
{
    /// <summary>How values become colours.</summary>
    /// <value>The default is <see cref="Stretch.Default"/>: 8-bit bands as they are, others from their 2nd to their 98th percentile.</value>
    public Stretch Stretch { get; init; } = Stretch.Default;

    /// <summary>The size of the figure of one raster, or of a row of several.</summary>
    /// <value>The default is 14 × 8 inches.</value>
    public FigureSize FigureSize { get; init; } = FigureSize.Default;

    /// <summary>What the axes show.</summary>
    /// <value>The default is the raster's own coordinates.</value>
    public PlotAxes Axes { get; init; } = PlotAxes.Crs;
}
