namespace Up42.Interactive;

/// <summary>Finding pixels.</summary>
public sealed partial class RasterImage
{
    /// <summary>Turns coordinates in EPSG:3857, which may go on beyond the antimeridian, into columns and rows; NaN where there are none.</summary>
    /// <param name="x">Coordinates, then columns.</param>
    /// <param name="y">Coordinates, then rows.</param>
    /// <param name="corners">Corners in EPSG:3857 that the image is pinned to; null: its own place.</param>
    internal void LocateWebMercator(double[] x, double[] y, CornerPinTransform? corners)
    {
        if (corners is null)
        {
            PixelLocator.Locate(x, y, RasterCrs.WebMercator, Crs!, Place!, Bounds!);
        }
        else
        {
            PixelLocator.Locate(x, y, corners, new RasterSize(Width, Height));
        }
    }
}
