namespace Up42.Interactive;

/// <summary>Turns values into colours.</summary>
internal static class RgbaRenderer
{
    internal static RgbaImage Paint(RasterImage image, IReadOnlyList<StretchRange> ranges, double gamma = 1)
    {
        var isCategorical = image.Bands.Count == 1 && ClassValues.CannotMix(image.Bands[0], image.Values(0), image.MaskOf(0));
        return Finish(image, Pixels(image, ranges, gamma, Opaque(image)), ranges, isCategorical);
    }

    /// <summary>The pixels of a part of a picture: red, green, blue, opacity; grey of one band that is stretched.</summary>
    /// <param name="image">The part.</param>
    /// <param name="ranges">The ranges of the picture; empty where values have colours of their own.</param>
    /// <param name="gamma">See <see cref="Stretch.Gamma"/>.</param>
    /// <param name="opaque">The opacity that stands for opaque in the picture.</param>
    internal static byte[] Pixels(RasterImage image, IReadOnlyList<StretchRange> ranges, double gamma, byte opaque)
    {
        var pixels = new byte[4 * image.Mask.Length];
        if (ranges.Count == 0)
        {
            PaintClasses(image, pixels);
        }
        else
        {
            Parallel.For(0, 3, channel =>
            {
                var band = image.Bands.Count == 1 ? 0 : channel;
                PaintChannel(image.Values(band), image.MaskOf(band), ranges[band], gamma, pixels.AsSpan(channel));
            });
        }

        SetOpacity(image.Mask, pixels, ranges.Count > 0, opaque);
        return pixels;
    }

    /// <summary>Colours a grey picture of one band.</summary>
    internal static RgbaImage Colorize(RgbaImage grey, ColorScale scale, double gamma)
    {
        var table = scale.Table(grey.Ranges[0].Minimum, grey.Ranges[0].Maximum, gamma);
        var pixels = grey.Pixels.ToArray();
        Colorize(pixels, table);
        return new RgbaImage(grey.Width, grey.Height, pixels) { Place = grey.Place, Crs = grey.Crs, Ranges = grey.Ranges, IsCategorical = grey.IsCategorical };
    }

    /// <summary>Gives grey pixels, in place, the colours of a table of 256.</summary>
    internal static void Colorize(Span<byte> pixels, uint[] table)
    {
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var color = table[pixels[i]];
            (pixels[i], pixels[i + 1], pixels[i + 2]) = ((byte)(color >> 16), (byte)(color >> 8), (byte)color);
        }
    }

    /// <summary>Paints classes, each in its colour.</summary>
    internal static RgbaImage PaintClasses(RasterImage image) => Finish(image, Pixels(image, [], gamma: 1, Opaque(image)), [], isCategorical: true);

    private static void PaintClasses(RasterImage image, byte[] pixels)
    {
        var colors = new ClassColors(image.Bands[0]);
        var values = image.Values(0);
        for (var i = 0; i < values.Length; i++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(pixels.AsSpan(4 * i), colors.Of(values[i]));
        }
    }

    /// <summary>
    /// The opacity that stands for opaque: the greatest that the image has. An alpha band of 0 and 1 would else be an invisible picture.
    /// </summary>
    internal static byte Opaque(RasterImage image)
    {
        var opaque = byte.MinValue;
        foreach (var opacity in image.Mask)
        {
            opaque = Math.Max(opaque, opacity);
            if (opaque == byte.MaxValue)
            {
                break;
            }
        }

        return opaque;
    }

    private static void PaintChannel(ReadOnlySpan<double> values, ReadOnlySpan<byte> mask, StretchRange range, double gamma, Span<byte> pixels)
    {
        var (minimum, width) = (range.Minimum, range.Maximum - range.Minimum);
        for (var i = 0; i < values.Length; i++)
        {
            // A band of one value has no range: it is shown in middle grey. What another band's data leaves visible is black.
            var share = width > 0 ? (values[i] - minimum) / width : 0.5;
            var brightness = gamma == 1 ? Math.Clamp(share, 0, 1) : Math.Pow(Math.Clamp(share, 0, 1), 1 / gamma);
            pixels[4 * i] = double.IsNaN(share) || mask[i] == 0 ? (byte)0 : (byte)((brightness * byte.MaxValue) + 0.5);
        }
    }

    private static void SetOpacity(ReadOnlySpan<byte> mask, byte[] pixels, bool isStretched, byte opaque)
    {
        for (var i = 0; i < mask.Length; i++)
        {
            var opacity = opaque is 0 or byte.MaxValue ? mask[i] : (byte)Math.Min(byte.MaxValue, mask[i] * byte.MaxValue / opaque);
            pixels[(4 * i) + 3] = isStretched ? opacity : Math.Min(opacity, pixels[(4 * i) + 3]);
            if (mask[i] == 0)
            {
                pixels.AsSpan(4 * i, 4).Clear();
            }
        }
    }

    private static RgbaImage Finish(RasterImage image, byte[] pixels, IReadOnlyList<StretchRange> ranges, bool isCategorical) =>
        new(image.Width, image.Height, pixels) { Place = image.Place, Crs = image.Crs, Ranges = ranges, IsCategorical = isCategorical };
}
