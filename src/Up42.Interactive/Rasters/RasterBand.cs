namespace Up42.Interactive;

/// <summary>A band of a raster.</summary>
/// <param name="Number">Its number; the first is 1.</param>
/// <param name="Name">Its name in the file, else the one that the results' <c>data.json</c> gives it, else "Band 1".</param>
/// <param name="Type">The data type of its pixels.</param>
/// <param name="Color">What it stands for in a picture.</param>
/// <param name="NoData">The value that stands for no data; null where there is none.</param>
/// <param name="Scale">With <paramref name="Offset"/>: the physical value is pixel × scale + offset; null where the file says nothing.</param>
/// <param name="Offset">See <paramref name="Scale"/>.</param>
/// <param name="Unit">The unit of the physical value; null where the file says nothing.</param>
public sealed record RasterBand(
    int Number, string Name, PixelType Type, ColorInterpretation Color, double? NoData, double? Scale, double? Offset, string? Unit)
{
    /// <summary>True when the file, or the results' <c>data.json</c>, gives the band a name.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The middle of its spectral range in nanometres; null where the file says nothing.</summary>
    public double? Wavelength { get; init; }

    /// <summary>The colours of a palette as 0xRRGGBBAA, by pixel value; empty where there is none.</summary>
    public IReadOnlyList<uint> Palette { get; init; } = [];

    /// <summary>True for 8-bit pixels from 0 to 255, which pictures show as they are.</summary>
    public bool IsByte => Type == PixelType.UInt8;
}
