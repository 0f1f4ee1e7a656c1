namespace Up42.Interactive;

/// <summary>What a plot's axes show.</summary>
public enum PlotAxes
{
    /// <summary>Coordinates in the raster's own reference system, with name and unit; pixels where it has none.</summary>
    Crs,

    /// <summary>Nothing: the picture alone.</summary>
    None,
}
