using System.Runtime.CompilerServices;

namespace Up42.Interactive;

/// <summary>Painted pixels, before a colour scale is applied.</summary>
/// <param name="Size">Columns and rows.</param>
/// <param name="Rgba">Red, green, blue and opacity of each pixel.</param>
/// <param name="Bands">The bands that have data in each pixel, one bit each; null where all have it wherever one has.</param>
internal sealed record TilePixels(RasterSize Size, byte[] Rgba, byte[]? Bands)
{
    private const byte All = byte.MaxValue;

    /// <summary>Whether all pixels are transparent.</summary>
    public bool IsEmpty
    {
        get
        {
            for (var i = 3; i < Rgba.Length; i += 4)
            {
                if (Rgba[i] != 0)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The same pixels, which say of each band whether it has data.</summary>
    public TilePixels WithBands()
    {
        if (Bands is not null)
        {
            return this;
        }

        var bands = new byte[Size.Width * Size.Height];
        Array.Fill(bands, All);
        return this with { Bands = bands };
    }

    /// <summary>The pixels at half their size.</summary>
    /// <param name="isCategorical">Whether one of four pixels stands for them; else their mean does.</param>
    /// <param name="level">
    /// How often the pixels were halved before: of classes it is the upper left of four and the lower right in turn, so that they do not wander.
    /// </param>
    public TilePixels Halved(bool isCategorical, int level)
    {
        var (width, height) = (Size.Width / 2, Size.Height / 2);
        var halved = new TilePixels(new RasterSize(width, height), new byte[4 * width * height], Bands is null ? null : new byte[width * height]);
        for (var row = 0; row < height; row++)
        {
            if (isCategorical)
            {
                Pick(row, level % 2, halved);
            }
            else
            {
                Average(row, halved);
            }
        }

        return halved;
    }

    /// <summary>Copies a pixel to others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CopyPixel(int from, TilePixels target, int to)
    {
        Unsafe.WriteUnaligned(ref target.Rgba[4 * to], Unsafe.ReadUnaligned<uint>(ref Rgba[4 * from]));
        if (Bands is not null)
        {
            target.Bands![to] = Bands[from];
        }
    }

    /// <summary>Copies the pixels to a place in others.</summary>
    public void CopyTo(TilePixels target, int column, int row)
    {
        for (var line = 0; line < Size.Height; line++)
        {
            var start = ((row + line) * target.Size.Width) + column;
            Rgba.AsSpan(4 * line * Size.Width, 4 * Size.Width).CopyTo(target.Rgba.AsSpan(4 * start));
            var bands = target.Bands is null ? [] : target.Bands.AsSpan(start, Size.Width);
            if (Bands is null)
            {
                bands.Fill(All);
            }
            else
            {
                Bands.AsSpan(line * Size.Width, Size.Width).CopyTo(bands);
            }
        }
    }

    private void Pick(int row, int offset, TilePixels halved)
    {
        for (var column = 0; column < halved.Size.Width; column++)
        {
            var (from, to) = ((((2 * row) + offset) * Size.Width) + (2 * column) + offset, (row * halved.Size.Width) + column);
            CopyPixel(from, halved, to);
        }
    }

    /// <summary>Each band's mean over the pixels in which it has data, weighed by their opacity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Average(int row, TilePixels halved)
    {
        Span<int> pixels = stackalloc int[4];
        for (var column = 0; column < halved.Size.Width; column++)
        {
            var first = (2 * row * Size.Width) + (2 * column);
            (pixels[0], pixels[1], pixels[2], pixels[3]) = (first, first + 1, first + Size.Width, first + Size.Width + 1);
            var target = (row * halved.Size.Width) + column;
            var mean = halved.Rgba.AsSpan(4 * target, 4);
            var opacity = Rgba[(4 * pixels[0]) + 3] + Rgba[(4 * pixels[1]) + 3] + Rgba[(4 * pixels[2]) + 3] + Rgba[(4 * pixels[3]) + 3];
            if (opacity == 4 * byte.MaxValue && Bands is null)
            {
                // A half is rounded up and down in turn: always up, levels would grow brighter one by one.
                var half = 1 + ((row + column) & 1);
                for (var channel = 0; channel < 3; channel++)
                {
                    mean[channel] = (byte)((Rgba[(4 * pixels[0]) + channel] + Rgba[(4 * pixels[1]) + channel]
                        + Rgba[(4 * pixels[2]) + channel] + Rgba[(4 * pixels[3]) + channel] + half) >> 2);
                }

                mean[3] = byte.MaxValue;
            }
            else if (opacity > 0)
            {
                Average(pixels, mean);
                mean[3] = (byte)Math.Max(1, (opacity + 2) / 4);
                if (Bands is not null)
                {
                    halved.Bands![target] = (byte)(Bands[pixels[0]] | Bands[pixels[1]] | Bands[pixels[2]] | Bands[pixels[3]]);
                }
            }
        }
    }

    private void Average(ReadOnlySpan<int> pixels, Span<byte> mean)
    {
        for (var channel = 0; channel < 3; channel++)
        {
            var (sum, weights) = (0, 0);
            foreach (var pixel in pixels)
            {
                var weight = Bands is null || (Bands[pixel] >> channel & 1) != 0 ? Rgba[(4 * pixel) + 3] : 0;
                (sum, weights) = (sum + (weight * Rgba[(4 * pixel) + channel]), weights + weight);
            }

            mean[channel] = weights == 0 ? (byte)0 : (byte)((sum + (weights / 2)) / weights);
        }
    }
}
