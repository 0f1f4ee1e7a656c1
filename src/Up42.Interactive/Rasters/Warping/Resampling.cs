namespace Up42.Interactive;

/// <summary>How pixels of another grid get their values; the names are GDAL's.</summary>
public enum Resampling
{
    /// <summary>The value of the pixel that holds the middle of the new one. Every value is one of the raster's.</summary>
    Nearest,

    /// <summary>Between the four pixels around, by distance.</summary>
    Bilinear,

    /// <summary>Between the sixteen pixels around, by a cubic.</summary>
    Cubic,

    /// <summary>The mean of the valid pixels below.</summary>
    Average,

    /// <summary>The value that occurs most often below: for classes.</summary>
    Mode,
}
