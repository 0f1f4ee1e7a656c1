namespace Up42.Interactive;

/// <summary>Rasters as numbers.</summary>
public static class RasterComputing
{
    /// <summary>
    /// The values of a formula over the bands: an index by name (<see cref="SpectralIndex.All"/>), a band by number (<c>"b4"</c>), common name or quoted
    /// name, or arithmetic over them: <c>"(nir - red) / (nir + red)"</c>. Nothing is read yet. The raster must stay open while values are read.
    /// </summary>
    /// <param name="raster">The raster.</param>
    /// <param name="expression">The formula.</param>
    /// <exception cref="Up42Exception">The formula cannot be read, or names a band that the raster does not have.</exception>
    public static ComputedRaster Compute(this RasterFile raster, string expression)
    {
        ArgumentNullException.ThrowIfNull(raster);
        return ComputedRaster.Create(raster, expression);
    }

    /// <summary>The values of a formula over the bands of one raster of results, which is opened for it.</summary>
    /// <inheritdoc cref="Compute(RasterFile, string)"/>
    public static ComputedRaster Compute(this ResultRaster raster, string expression)
    {
        ArgumentNullException.ThrowIfNull(raster);
        return ComputedRaster.Create(raster.Open(), expression, TitleLadder.DateOf(raster));
    }
}
