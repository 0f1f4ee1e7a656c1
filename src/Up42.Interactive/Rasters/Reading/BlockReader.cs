using System.Numerics;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Reads one part of a picture: values of all bands, and the mask.</summary>
internal readonly struct BlockReader(RasterSource source, RasterSize level, ReadRequest request, ReadBlock part)
{
    internal void Read(IReadOnlyList<RasterBand> bands, RasterBand? alpha, double[][] values, byte[] mask)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            ReadValues(bands[i], values[i], mask);
        }

        if (alpha is not null)
        {
            Intersect(source.Level(alpha.Number, level), mask, isAlpha: true);
        }

        if (source.Mask(level) is { } datasetMask)
        {
            Intersect(datasetMask, mask, isAlpha: false);
        }
    }

    /// <summary>Reads a band, and marks in the mask what is data in it.</summary>
    private void ReadValues(RasterBand facts, double[] values, byte[] mask)
    {
        var band = source.Level(facts.Number, level);
        var noData = new NoDataTest(facts, band.Type);
        if (band.Type.IsComplex())
        {
            ReadComplex(band, values, mask, noData);
            return;
        }

        band.Read(Window(band), values.AsSpan(Start), part.Width, part.Height, stride: request.Size.Width);
        var own = BandMask(facts.Number);
        var isSigned = RasterBandReader.IsMarkedSigned(source.Dataset.Band(facts.Number));
        for (var row = 0; row < part.Height; row++)
        {
            var line = values.AsSpan(Start + row * request.Size.Width, part.Width);
            var lineMask = mask.AsSpan(Start + row * request.Size.Width, part.Width);
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = isSigned && line[i] > sbyte.MaxValue ? line[i] - 256 : line[i];
                lineMask[i] |= noData.IsData(line[i]) && (own is null || own[(row * part.Width) + i] != 0) ? byte.MaxValue : (byte)0;
            }
        }
    }

    private byte[]? BandMask(int number)
    {
        if (source.BandMask(number, level) is not { } band)
        {
            return null;
        }

        var mask = new byte[part.Width * part.Height];
        band.Read(Window(band), mask.AsSpan(), part.Width, part.Height);
        return mask;
    }

    private void ReadComplex(GdalBand band, double[] values, byte[] mask, NoDataTest noData)
    {
        var pixels = new Complex[part.Width * part.Height];
        band.Read(Window(band), pixels.AsSpan(), part.Width, part.Height);
        for (var i = 0; i < pixels.Length; i++)
        {
            var target = Start + i / part.Width * request.Size.Width + i % part.Width;
            values[target] = pixels[i].Magnitude;
            mask[target] |= noData.IsData(pixels[i].Real) && !double.IsNaN(pixels[i].Imaginary) ? byte.MaxValue : (byte)0;
        }
    }

    private void Intersect(GdalBand band, byte[] mask, bool isAlpha)
    {
        var opacity = new double[part.Width * part.Height];
        band.Read(Window(band), opacity.AsSpan(), part.Width, part.Height);
        var opaque = isAlpha && band.Type == GdalDataType.UInt16 ? ushort.MaxValue : byte.MaxValue;
        for (var i = 0; i < opacity.Length; i++)
        {
            var target = Start + i / part.Width * request.Size.Width + i % part.Width;
            var own = opacity[i] > 0 ? Math.Clamp(opacity[i] * byte.MaxValue / opaque, 1, byte.MaxValue) : 0;
            mask[target] = Math.Min(mask[target], (byte)own);
        }
    }

    private int Start => part.Row * request.Size.Width + part.Column;

    /// <summary>This part in the pixels of a band, whatever the band's size.</summary>
    private GdalWindow Window(GdalBand band)
    {
        var whole = request.On(band, new RasterSize(source.Dataset.Width, source.Dataset.Height));
        var (x, y) = (whole.Width / request.Size.Width, whole.Height / request.Size.Height);
        return new GdalWindow(whole.X + part.Column * x, whole.Y + part.Row * y, part.Width * x, part.Height * y);
    }
}
