namespace Up42.Interactive.Gdal;

/// <summary>A part of a band, in pixels from its upper left corner; fractions are allowed.</summary>
internal readonly record struct GdalWindow(double X, double Y, double Width, double Height)
{
    internal static GdalWindow Whole(GdalBand band) => new(0, 0, band.Width, band.Height);
}
