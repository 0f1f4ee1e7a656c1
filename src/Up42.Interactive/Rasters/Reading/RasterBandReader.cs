using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Reads the facts of bands.</summary>
internal static class RasterBandReader
{
    private const double MaxFactor = 1e100;

    /// <summary>The bands of a dataset.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="names">Names for bands without one; believed when there is one for each band.</param>
    /// <param name="classes">What values stand for, by the sources that say it; of each band the first that does is taken.</param>
    internal static IReadOnlyList<RasterBand> ReadAll(GdalDataset dataset, IReadOnlyList<string> names, params IReadOnlyList<KnownClasses> classes)
    {
        using var scope = GdalScope.Enter();
        var (count, occurring) = (dataset.BandCount, new Dictionary<(IReadOnlyList<RasterClass>, PixelType), IReadOnlyList<RasterClass>>());
        return
        [
            .. Enumerable.Range(1, count).Select(number => Read(dataset.Band(number), names.Count == count ? names[number - 1] : string.Empty)).Select(band =>
                classes.Select(source => source.Of(band.Number, count)).FirstOrDefault(some => some.Count > 0) is { } known
                    ? band with { Classes = Occurring(known, band.Type) }
                    : band),
        ];

        // Thousands of bands may have the same thousands of classes.
        IReadOnlyList<RasterClass> Occurring(IReadOnlyList<RasterClass> known, PixelType type)
        {
            if (!occurring.TryGetValue((known, type), out var found))
            {
                occurring[(known, type)] = found = [.. known.Where(each => MayOccur(each, type))];
            }

            return found;
        }
    }

    /// <summary>GDAL before 3.7 keeps signed bytes as bytes with a mark.</summary>
    internal static bool IsMarkedSigned(GdalBand band)
        => band.Type == GdalDataType.Byte && band.Metadata("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE";

    private static RasterBand Read(GdalBand band, string nameFromOutside)
    {
        var name = Cut(band.Description is { Length: > 0 } own ? own : nameFromOutside);
        return new RasterBand(
            band.Number,
            name.Length > 0 ? name : string.Create(CultureInfo.InvariantCulture, $"Band {band.Number}"),
            IsMarkedSigned(band) ? PixelType.Int8 : TypeOf(band.Type),
            band.Color is <= GdalColorInterpretation.Alpha and var color ? (ColorInterpretation)color : ColorInterpretation.Undefined,
            band.NoData,
            Usable(band.Scale),
            Usable(band.Offset),
            band.Unit is { Length: > 0 } unit ? Cut(unit) : null)
        {
            IsNamed = name.Length > 0,
            Wavelength = WavelengthTags.Read(band) ?? SpectralBands.WavelengthIn(name),
            CommonName = Cut(band.Metadata("COMMON_NAME") ?? band.Metadata("common_name") ?? band.Metadata("eo:common_name")),
            Palette = [.. band.ColorTable().Select(Pack)],
        };
    }

    private static bool MayOccur(RasterClass each, PixelType type) =>
        !type.IsInteger() || (type.Limits() is var (minimum, maximum) && each.LastValue >= minimum && each.Value <= maximum);

    /// <summary>What no measure has, would make every value infinite.</summary>
    private static double? Usable(double? factor) => factor is { } number && Math.Abs(number) <= MaxFactor ? number : null;

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Cut(string? text) => text is null ? null : DisplayText.Cut(text, Limits.Default.BandNameCharacters);

    private static uint Pack(GdalColorEntry entry)
        => (uint)(byte)entry.Red << 24 | (uint)(byte)entry.Green << 16 | (uint)(byte)entry.Blue << 8 | (byte)entry.Alpha;

    private static PixelType TypeOf(GdalDataType type) => type switch
    {
        GdalDataType.Byte => PixelType.UInt8,
        GdalDataType.Int8 => PixelType.Int8,
        GdalDataType.UInt16 => PixelType.UInt16,
        GdalDataType.Int16 => PixelType.Int16,
        GdalDataType.UInt32 => PixelType.UInt32,
        GdalDataType.Int32 => PixelType.Int32,
        GdalDataType.UInt64 => PixelType.UInt64,
        GdalDataType.Int64 => PixelType.Int64,
        GdalDataType.Float16 => PixelType.Float16,
        GdalDataType.Float32 => PixelType.Float32,
        GdalDataType.Float64 => PixelType.Float64,
        GdalDataType.ComplexInt16 => PixelType.ComplexInt16,
        GdalDataType.ComplexInt32 => PixelType.ComplexInt32,
        GdalDataType.ComplexFloat16 => PixelType.ComplexFloat16,
        GdalDataType.ComplexFloat32 => PixelType.ComplexFloat32,
        GdalDataType.ComplexFloat64 => PixelType.ComplexFloat64,
        _ => PixelType.Unknown,
    };
}
