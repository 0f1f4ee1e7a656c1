namespace Up42.Interactive;

/// <summary>Encodes pictures for display: as good as a budget of bytes allows.</summary>
internal static class DisplayPicture
{
    private const int LosslessPixels = 600_000;
    private const int LosslessBytes = 200_000;
    private const int PixelsPerByte = 4;

    private static readonly int[] Qualities = [92, 80, 60, 40];

    /// <summary>
    /// The picture as WebP with opacity: a small one without loss, a large one in the best quality that keeps to the budget, else in the
    /// lowest there is.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <param name="budget">Bytes.</param>
    public static byte[] Encode(RgbaImage picture, int budget)
    {
        byte[] bytes = [];
        if (picture.Width * picture.Height <= Math.Min(LosslessPixels, PixelsPerByte * budget))
        {
            bytes = picture.ToLosslessWebP();
            if (bytes.Length <= Math.Min(budget, LosslessBytes))
            {
                return bytes;
            }
        }

        foreach (var quality in Qualities)
        {
            bytes = picture.ToWebP(quality);
            if (bytes.Length <= budget)
            {
                break;
            }
        }

        return bytes;
    }
}
