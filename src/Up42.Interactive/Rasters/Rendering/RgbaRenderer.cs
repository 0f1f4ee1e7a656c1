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
            PaintChannel(image.Values(band), ranges[band], gamma, pixels.AsSpan(channel));
        });

        return Finish(image, pixels, ranges);
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

        return Finish(image, pixels, []);
    }

    private static void PaintChannel(ReadOnlySpan<double> values, StretchRange range, double gamma, Span<byte> pixels)
    {
        var (minimum, width) = (range.Minimum, range.Maximum - range.Minimum);
        for (var i = 0; i < values.Length; i++)
        {
            // A band of one value has no range: it is shown in middle grey. NaN, which another band's data can leave visible, is black.
            var share = width > 0 ? (values[i] - minimum) / width : 0.5;
            var brightness = gamma == 1 ? Math.Clamp(share, 0, 1) : Math.Pow(Math.Clamp(share, 0, 1), 1 / gamma);
            pixels[4 * i] = double.IsNaN(share) ? (byte)0 : (byte)(brightness * byte.MaxValue + 0.5);
        }
    }

    private static RgbaImage Finish(RasterImage image, byte[] pixels, IReadOnlyList<StretchRange> ranges)
    {
        var mask = image.Mask;
        for (var i = 0; i < mask.Length; i++)
        {
            pixels[4 * i + 3] = ranges.Count > 0 ? mask[i] : Math.Min(mask[i], pixels[4 * i + 3]);
            if (mask[i] == 0)
            {
                pixels.AsSpan(4 * i, 4).Clear();
            }
        }

        return new RgbaImage(image.Width, image.Height, pixels)
        {
            Geotransform = image.Geotransform,
            Crs = image.Crs,
            Ranges = ranges,
            IsCategorical = ranges.Count == 0,
        };
    }
}
