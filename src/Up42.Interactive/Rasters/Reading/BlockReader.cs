using System.Numerics;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Reads one block of a picture: the values of some bands, and for each the mask.</summary>
internal readonly struct BlockReader(RasterSource source, RasterSize level, ReadRequest request, ReadBlock block)
{
    /// <summary>Reads the block into pictures of the request's size.</summary>
    /// <param name="bands">The bands.</param>
    /// <param name="alpha">The band whose opacity holds for all of them; null where there is none.</param>
    /// <param name="values">Receives the values, by band.</param>
    /// <param name="masks">Receives 0 where a band has no data, else the opacity.</param>
    internal void Read(IReadOnlyList<RasterBand> bands, RasterBand? alpha, double[][] values, byte[][] masks)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            ReadValues(bands[i], values[i], masks[i]);
        }

        if (alpha is not null)
        {
            Intersect(source.Level(alpha.Number, level), masks, isAlpha: true);
        }

        if (source.Mask(level) is { } datasetMask)
        {
            Intersect(datasetMask, masks, isAlpha: false);
        }
    }

    /// <summary>Whether all of it comes from one block of a band in the file.</summary>
    internal bool IsInOne(int number)
    {
        var band = source.Level(number, level);
        var window = Window(band);
        return IsInOne(window.X, window.Width, band.BlockWidth) && IsInOne(window.Y, window.Height, band.BlockHeight);
    }

    private static bool IsInOne(double start, double length, int size) => (int)start / size == ((int)Math.Ceiling(start + length) - 1) / size;

    private void ReadValues(RasterBand facts, double[] values, byte[] mask)
    {
        var band = source.Level(facts.Number, level);
        var noData = new NoDataTest(facts, band.Type);
        if (band.Type.IsComplex())
        {
            ReadComplex(band, values, mask, noData);
            return;
        }

        band.Read(Window(band), values.AsSpan(Start), block.Width, block.Height, stride: request.Size.Width);
        var own = BandMask(facts.Number);
        var isSigned = RasterBandReader.IsMarkedSigned(source.Dataset.Band(facts.Number));
        for (var row = 0; row < block.Height; row++)
        {
            var line = values.AsSpan(Start + (row * request.Size.Width), block.Width);
            var lineMask = mask.AsSpan(Start + (row * request.Size.Width), block.Width);
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = isSigned && line[i] > sbyte.MaxValue ? line[i] - 256 : line[i];
                lineMask[i] = noData.IsData(line[i]) && (own is null || own[(row * block.Width) + i] != 0) ? byte.MaxValue : (byte)0;
            }
        }
    }

    private byte[]? BandMask(int number)
    {
        if (source.BandMask(number, level) is not { } band)
        {
            return null;
        }

        var mask = new byte[block.Width * block.Height];
        band.Read(Window(band), mask.AsSpan(), block.Width, block.Height);
        return mask;
    }

    private void ReadComplex(GdalBand band, double[] values, byte[] mask, NoDataTest noData)
    {
        var pixels = new Complex[block.Width * block.Height];
        band.Read(Window(band), pixels.AsSpan(), block.Width, block.Height);
        for (var i = 0; i < pixels.Length; i++)
        {
            var target = Start + (i / block.Width * request.Size.Width) + (i % block.Width);
            values[target] = pixels[i].Magnitude;
            mask[target] = noData.IsData(pixels[i].Real) && !double.IsNaN(pixels[i].Imaginary) ? byte.MaxValue : (byte)0;
        }
    }

    private void Intersect(GdalBand band, byte[][] masks, bool isAlpha)
    {
        var opacity = new double[block.Width * block.Height];
        band.Read(Window(band), opacity.AsSpan(), block.Width, block.Height);
        var full = !isAlpha ? byte.MaxValue : band.Type switch
        {
            GdalDataType.UInt16 => ushort.MaxValue,
            GdalDataType.Float32 or GdalDataType.Float64 or GdalDataType.Float16 => 1.0,
            _ => byte.MaxValue,
        };
        for (var i = 0; i < opacity.Length; i++)
        {
            var target = Start + (i / block.Width * request.Size.Width) + (i % block.Width);
            var own = opacity[i] > 0 ? (byte)Math.Clamp(opacity[i] * byte.MaxValue / full, 1, byte.MaxValue) : (byte)0;
            foreach (var mask in masks)
            {
                mask[target] = Math.Min(mask[target], own);
            }
        }
    }

    private int Start => (block.Row * request.Size.Width) + block.Column;

    /// <summary>This block in the pixels of a band, whatever the band's size.</summary>
    private GdalWindow Window(GdalBand band)
    {
        var whole = request.On(band, new RasterSize(source.Dataset.Width, source.Dataset.Height));
        var (x, y) = (whole.Width / request.Size.Width, whole.Height / request.Size.Height);
        return new GdalWindow(whole.X + (block.Column * x), whole.Y + (block.Row * y), block.Width * x, block.Height * y);
    }
}
