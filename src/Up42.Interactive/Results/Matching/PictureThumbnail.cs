namespace Up42.Interactive;

/// <summary>Pictures of others, drawn anew as small ones: what stands in a display is always made here.</summary>
internal static class PictureThumbnail
{
    private const long MaxFileSize = 20_000_000;

    /// <summary>The picture as the URL of a WebP; null where it is none that can be read, or too large.</summary>
    /// <param name="path">A picture's file.</param>
    /// <param name="pixels">The longer side.</param>
    /// <param name="bytes">How many bytes it may have.</param>
    public static string? Create(string path, int pixels, int bytes) => Create(path, pixels, bytes, out _, out _);

    /// <summary>As the other.</summary>
    /// <param name="path">A picture's file.</param>
    /// <param name="pixels">The longer side.</param>
    /// <param name="bytes">How many bytes it may have.</param>
    /// <param name="width">How wide it is shown.</param>
    /// <param name="height">How high it is shown.</param>
    public static string? Create(string path, int pixels, int bytes, out int width, out int height)
    {
        (width, height) = (0, 0);
        try
        {
            using var raster = RasterFile.Open(path);
            if ((long)raster.Width * raster.Height > Limits.Default.QuicklookPixels)
            {
                return null;
            }

            var picture = RenderSettings.Create(null, null, Stretch.None, null).Make(raster, pixels, CancellationToken.None).Colors;
            (width, height) = (picture.Width, picture.Height);
            return DataUri.WebP(DisplayPicture.Encode(picture, bytes));
        }
        catch (Up42Exception)
        {
            return null;
        }
    }

    /// <summary>Whether a file of so many bytes is worth reading for it.</summary>
    public static bool IsSmallEnough(long length) => length <= MaxFileSize;
}
