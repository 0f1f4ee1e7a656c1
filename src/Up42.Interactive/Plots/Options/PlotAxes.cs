namespace Up42.Interactive;

/// <summary>What a plot's axes show.</summary>
public enum PlotAxes
{
    /// <summary>Coordinates in the raster's own reference system, with name and unit; pixels where it has none.</summary>
    Crs,

    /// <summary>
    /// Longitude and latitude (EPSG:4326): the picture is warped there by nearest neighbour, so that its values stay true. A raster without a
    /// place on Earth is shown by its pixels.
    /// </summary>
    LongitudeLatitude,

    /// <summary>Nothing: the picture alone.</summary>
    None,
}
