namespace Up42.Interactive;

/// <summary>How the map's picture of a raster was painted, so that its detail is painted alike on all levels.</summary>
/// <param name="Ranges">What is darkest and brightest, per band; empty where a palette gives the colours.</param>
/// <param name="Gamma">See <see cref="Stretch.Gamma"/>.</param>
/// <param name="Opaque">The opacity that stands for opaque.</param>
/// <param name="Colors">The colours of 256 levels of grey; null where the pixels have their own.</param>
/// <param name="IsCategorical">Whether a mixture of two colours would be a third class.</param>
internal sealed record DetailPaint(IReadOnlyList<StretchRange> Ranges, double Gamma, byte Opaque, uint[]? Colors, bool IsCategorical)
{
    public static DetailPaint Create(Picture picture)
    {
        var ranges = picture.Colors.Ranges;
        return new DetailPaint(
            ranges,
            picture.Gamma,
            RgbaRenderer.Opaque(picture.Image),
            picture.Scale?.Table(ranges[0].Minimum, ranges[0].Maximum, picture.Gamma),
            picture.Colors.IsCategorical);
    }

    /// <summary>Paints a part; what is averaged is not yet coloured.</summary>
    public TilePixels Paint(RasterImage part) =>
        new(new RasterSize(part.Width, part.Height), RgbaRenderer.Pixels(part, Ranges, Gamma, Opaque), BandsWithData(part.AllMasks));

    /// <summary>Encodes a tile: classes without loss.</summary>
    /// <param name="tile">The tile, whose pixels are coloured.</param>
    /// <param name="quality">1 (small) to 100 (good); of no effect on classes.</param>
    public byte[] Encode(TilePixels tile, int quality)
    {
        var pixels = Colors is null ? tile.Rgba : [.. tile.Rgba];
        if (Colors is not null)
        {
            RgbaRenderer.Colorize(pixels, Colors);
        }

        return IsCategorical
            ? LosslessPicture.Encode(pixels, tile.Size.Width)
            : new RgbaImage(tile.Size.Width, tile.Size.Height, pixels).ToWebP(quality);
    }

    private static byte[]? BandsWithData(IReadOnlyList<byte[]> masks)
    {
        if (masks.All(mask => ReferenceEquals(mask, masks[0])))
        {
            return null;
        }

        var bands = new byte[masks[0].Length];
        for (var band = 0; band < masks.Count; band++)
        {
            for (var i = 0; i < bands.Length; i++)
            {
                bands[i] |= masks[band][i] == 0 ? (byte)0 : (byte)(1 << band);
            }
        }

        return bands;
    }
}
