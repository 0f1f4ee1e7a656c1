namespace Up42.Interactive;

/// <summary>Encodes pictures for display: as good as a budget of bytes allows.</summary>
internal static class DisplayPicture
{
    private const int LosslessPixels = 600_000;
    private const int LosslessBytes = 200_000;
    private const int PixelsPerByte = 4;
    private const int Best = 92;
    private const int Lowest = 20;
    private const int Smallest = 64;
    private const int Step = 6;
    private const double UsualRange = 6;
    private const int MaxGuesses = 3;

    /// <summary>
    /// The picture as WebP with opacity: a small one without loss, a large one in the best quality that keeps to the budget; where none does,
    /// as with nothing but noise, at half its size. The quality is found on a sample of the picture, since encoding it whole is what takes the time.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <param name="budget">Bytes.</param>
    public static byte[] Encode(RgbaImage picture, int budget) => Encode(picture, budget, out _);

    /// <summary>As the other.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="budget">Bytes.</param>
    /// <param name="shown">What was encoded: the picture, or it at a smaller size.</param>
    public static byte[] Encode(RgbaImage picture, int budget, out RgbaImage shown)
    {
        shown = picture;
        var (sample, share) = PictureSample.Take(picture);
        var least = Math.Min(budget, LosslessBytes);
        if (picture.Width * picture.Height <= Math.Min(LosslessPixels, PixelsPerByte * budget) && sample.ToLosslessWebP().Length <= 1.2 * share * least)
        {
            var lossless = picture.ToLosslessWebP();
            if (lossless.Length <= least)
            {
                return lossless;
            }
        }

        var (quality, encoded) = Quality(sample, share * budget);
        var bytes = sample == picture && encoded is not null ? encoded : picture.ToWebP(quality);
        while (bytes.Length > budget && quality > Lowest)
        {
            quality = Math.Max(Lowest, quality - Step);
            bytes = picture.ToWebP(quality);
        }

        return bytes.Length > budget && Math.Min(picture.Width, picture.Height) > Smallest ? Encode(picture.Halved(), budget, out shown) : bytes;
    }

    /// <summary>
    /// The best quality in which a picture keeps to a budget, to within two, and the picture in it; or the lowest, and nothing. Sizes grow about as
    /// powers of the quality, so that where one will fit can be told from two.
    /// </summary>
    private static (int Quality, byte[]? Encoded) Quality(RgbaImage picture, double budget)
    {
        var best = picture.ToWebP(Best);
        if (best.Length <= budget)
        {
            return (Best, best);
        }

        var (fits, tooGood, found) = (Lowest, Best, (byte[]?)null);
        var (smaller, larger) = (best.Length / UsualRange, (double)best.Length);
        for (var guesses = 0; tooGood - fits > 2; guesses++)
        {
            var part = guesses < MaxGuesses ? Math.Log(budget / smaller) / Math.Log(larger / smaller) : 0.5;
            var quality = Math.Clamp((int)(fits + (part * (tooGood - fits))), fits + 1, tooGood - 1);
            var encoded = picture.ToWebP(quality);
            if (encoded.Length <= budget)
            {
                (fits, smaller, found) = (quality, encoded.Length, encoded);
            }
            else
            {
                (tooGood, larger) = (quality, encoded.Length);
            }
        }

        return (fits, found);
    }
}
