namespace Up42.Interactive;

/// <summary>Maps of computed values.</summary>
public static class ComputedMaps
{
    /// <summary>Shows computed values on a map, with their colour bar and the value under the pointer.</summary>
    /// <param name="raster">The values.</param>
    /// <param name="aoi">An area of interest: a table, a geometry in EPSG:4326, GeoJSON text or a path.</param>
    /// <param name="options">Basemap, stretch, size.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">The values have no place on Earth, cannot be read, or are all missing.</exception>
    public static ResultMap Map(this ComputedRaster raster, Aoi? aoi = null, MapOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(raster);
        var builder = new MapBuilder(options ?? new MapOptions(), cancellationToken).AddComputed(raster);
        return (aoi is null ? builder : builder.AddAoi(aoi.Table)).Build();
    }
}
