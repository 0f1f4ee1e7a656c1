using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>
/// The values of an image for the readout under the pointer, every pixel of it: as the file has them where that fits, else in steps that are
/// told. <c>pixel-values.ts</c> unpacks them.
/// </summary>
/// <param name="Columns">The image's columns.</param>
/// <param name="Rows">The image's rows.</param>
/// <param name="SourceColumns">Columns of the raster that it shows.</param>
/// <param name="SourceRows">Rows of the raster that it shows.</param>
/// <param name="MirrorsColumns">Whether the raster's first column lies in the east.</param>
/// <param name="MirrorsRows">Whether the raster's first row lies in the south.</param>
/// <param name="Origin">Which pixels of the raster the values are of.</param>
/// <param name="Bands">The values of each band.</param>
internal sealed record PixelValuesData(
    int Columns,
    int Rows,
    int SourceColumns,
    int SourceRows,
    bool MirrorsColumns,
    bool MirrorsRows,
    string Origin,
    IReadOnlyList<BandValuesData> Bands)
{
    private const int MaxNameLength = 40;

    /// <summary>The values of an image.</summary>
    /// <param name="image">The image, in physical values.</param>
    /// <param name="formula">What its values were computed by; null where they were read.</param>
    /// <param name="maxBytes">Bytes that all bands may take together.</param>
    public static PixelValuesData Pack(RasterImage image, string? formula, int maxBytes)
    {
        var share = maxBytes / image.Bands.Count;
        var bands = new BandValuesData[image.Bands.Count];
        Parallel.For(0, bands.Length, i => bands[i] = ValuePlane.Pack(image, i, share));

        // A step half as wide takes about a bit more a pixel: bands that others leave as much are packed again.
        var spare = maxBytes - bands.Sum(Size);
        for (var i = 0; i < bands.Length && spare >= image.Width * image.Height / 8; i++)
        {
            if (!bands[i].IsExact)
            {
                var finer = ValuePlane.Pack(image, i, Size(bands[i]) + spare);
                spare -= Size(finer) - Size(bands[i]);
                bands[i] = finer;
            }
        }

        return new(
            image.Width, image.Height, image.SourceWidth, image.SourceHeight, image.MirrorsColumns, image.MirrorsRows,
            image.Origin.ToString().ToLowerInvariant(), [.. bands.Select((band, i) => band with
            {
                Name = DisplayText.Cut(formula ?? image.Bands[i].Name, MaxNameLength),
                Unit = image.Bands[i].UnitSuffix,
                Classes = formula is null ? ClassNameData.Create(image, i) : null,
            })]);
    }

    private static int Size(BandValuesData band) => band.Packed.Length / 4 * 3;
}

/// <summary>The values of a band, as <see cref="ValuePlane"/> packs them.</summary>
/// <param name="Offset">The value of the first step.</param>
/// <param name="Step">From one value to the next; the true value is at most half of it away.</param>
/// <param name="IsExact">Whether no value was rounded.</param>
/// <param name="Bytes">Bytes for a pixel.</param>
/// <param name="Packed">The pixels in base64.</param>
internal sealed record BandValuesData(double Offset, double Step, bool IsExact, int Bytes, [property: JsonConverter(typeof(PlainTextConverter))] string Packed)
{
    /// <summary>The band's name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The unit as it follows a value, with the space between; empty where there is none.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>What its values are called; null where they have no names.</summary>
    public IReadOnlyList<ClassNameData>? Classes { get; init; }
}
