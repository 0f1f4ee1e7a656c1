namespace Up42.Interactive;

/// <summary>Pictures of an area.</summary>
internal static class AreaImages
{
    /// <summary>The part of a raster around an area, reduced; what lies outside of the area has no data.</summary>
    /// <param name="settings">Which bands, or which formula.</param>
    /// <param name="raster">The raster.</param>
    /// <param name="area">The area.</param>
    /// <param name="maxSize">Pixels on the longer side.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="Up42Exception">The area does not meet the raster, or that has no place.</exception>
    public static RasterImage Read(RenderSettings settings, RasterFile raster, Aoi area, int maxSize, CancellationToken cancellationToken)
    {
        var grid = new PixelGrid(new RasterSize(raster.Width, raster.Height), raster.UprightPlace, raster.Crs);
        var polygons = PixelPolygons.Create(area.RequirePolygons(), grid);
        var window = polygons.Window(grid.Size) ?? throw new Up42Exception(
            $"The area of interest does not meet '{Path.GetFileName(raster.Path)}': {grid}.");
        var request = RasterFile.Reduced(window, maxSize);
        var image = settings.Read(raster, request with { Window = raster.Upright(window) }, cancellationToken);
        var inside = polygons.Inside(request);
        return image.With(image.Bands, image.AllValues, BandMasks.Map(image.AllMasks, mask => BandMasks.Intersect([mask, inside])));
    }
}
