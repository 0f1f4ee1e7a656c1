namespace Up42.Interactive;

/// <summary>Turns values into colours.</summary>
internal static class RgbaRenderer
{
    internal static RgbaImage Paint(RasterImage image, IReadOnlyList<StretchRange> ranges, double gamma = 1)
    {
        var pixels = new byte[4 * image.Mask.Length];
        Parallel.For(0, 3, channel =>
        {
            var band = image.Bands.Count == 1 ? 0 : channel;
            PaintChannel(image.Values(band), image.MaskOf(band), ranges[band], gamma, pixels.AsSpan(channel));
        });

        var isCategorical = image.Bands.Count == 1 && ClassValues.CannotMix(image.Bands[0], image.Values(0), image.MaskOf(0));
        return Finish(image, pixels, ranges, isCategorical);
    }

    /// <summary>Colours a grey picture of one band.</summary>
    internal static RgbaImage Colorize(RgbaImage grey, ColorScale scale, double gamma)
    {
        var table = scale.Table(grey.Ranges[0].Minimum, grey.Ranges[0].Maximum, gamma);
        var pixels = grey.Pixels.ToArray();
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var color = table[pixels[i]];
            (pixels[i], pixels[i + 1], pixels[i + 2]) = ((byte)(color >> 16), (byte)(color >> 8), (byte)color);
        }

        return new RgbaImage(grey.Width, grey.Height, pixels) { Place = grey.Place, Crs = grey.Crs, Ranges = grey.Ranges, IsCategorical = grey.IsCategorical };
    }

    internal static RgbaImage PaintPalette(RasterImage image)
    {
        var palette = image.Bands[0].Palette;
        var values = image.Values(0);
        var pixels = new byte[4 * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var color = values[i] >= 0 && values[i] < palette.Count ? palette[(int)values[i]] : 0;
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(pixels.AsSpan(4 * i), color);
        }

        return Finish(image, pixels, [], isCategorical: true);
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

    private static RgbaImage Finish(RasterImage image, byte[] pixels, IReadOnlyList<StretchRange> ranges, bool isCategorical)
    {
        var mask = image.Mask;
        var opaque = Opaque(image);
        for (var i = 0; i < mask.Length; i++)
        {
            var opacity = opaque is 0 or byte.MaxValue ? mask[i] : (byte)(mask[i] * byte.MaxValue / opaque);
            pixels[(4 * i) + 3] = ranges.Count > 0 ? opacity : Math.Min(opacity, pixels[(4 * i) + 3]);
            if (mask[i] == 0)
            {
                pixels.AsSpan(4 * i, 4).Clear();
            }
        }

        return new RgbaImage(image.Width, image.Height, pixels)
        {
            Place = image.Place,
            Crs = image.Crs,
            Ranges = ranges,
            IsCategorical = isCategorical,
        };
    }
}
