using System.Globalization;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Encoding.</summary>
public sealed partial class RgbaImage
{
    /// <summary>Encodes as WebP with opacity, in a third of the time of the encoder's usual search, in about the same size.</summary>
    /// <param name="quality">1 (small) to 100 (good).</param>
    /// <exception cref="Up42Exception">This GDAL cannot write WebP.</exception>
    public byte[] ToWebP(int quality = 80)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        return Encode("WEBP", ".webp", [string.Create(CultureInfo.InvariantCulture, $"QUALITY={quality}"), "METHOD=2"]);
    }

    /// <summary>Encodes as WebP with opacity, without loss where there is any opacity.</summary>
    /// <exception cref="Up42Exception">This GDAL cannot write WebP.</exception>
    public byte[] ToLosslessWebP() => Encode("WEBP", ".webp", ["LOSSLESS=YES"]);

    /// <summary>Encodes as PNG, without loss.</summary>
    /// <exception cref="Up42Exception">This GDAL cannot write PNG.</exception>
    public byte[] ToPng() => Encode("PNG", ".png", []);

    private byte[] Encode(string driver, string extension, IEnumerable<string> options)
    {
        try
        {
            using var dataset = ToDataset();
            using var file = new GdalMemoryFile(extension);
            dataset.SaveCopy(driver, file.Path, options);
            return file.ToArray();
        }
        catch (GdalException exception)
        {
            throw new Up42Exception(exception.Message, exception);
        }
    }

    /// <summary>The picture as a dataset of four bands in memory.</summary>
    private GdalDataset ToDataset()
    {
        var dataset = GdalDataset.CreateInMemory(Width, Height, 4, GdalDataType.Byte);
        for (var i = 0; i < 4; i++)
        {
            var band = dataset.Band(i + 1);
            band.Color = GdalColorInterpretation.Red + i;
            band.WriteInterleaved<byte>(_pixels.AsSpan(i), step: 4);
        }

        return dataset;
    }
}
