using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>What is wanted: a part of a raster at a size.</summary>
/// <param name="Window">The part, in pixels of the raster.</param>
/// <param name="Size">The size of the picture that it becomes.</param>
internal readonly record struct ReadRequest(RasterWindow Window, RasterSize Size)
{
    /// <summary>The part in pixels of a band, which may be an overview or a mask of another size.</summary>
    /// <param name="band">The band.</param>
    /// <param name="raster">The size of the raster.</param>
    internal GdalWindow On(GdalBand band, RasterSize raster)
    {
        var (x, y) = ((double)band.Width / raster.Width, (double)band.Height / raster.Height);
        return new GdalWindow(Window.Column * x, Window.Row * y, Window.Width * x, Window.Height * y);
    }
}
