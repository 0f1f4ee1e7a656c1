namespace Up42.Interactive;

/// <summary>A small picture of results, where making it takes no time worth mentioning: a small raster, or one with overviews.</summary>
/// <param name="Bytes">The picture, encoded.</param>
/// <param name="Size">Its size.</param>
/// <param name="Alt">What it shows, for those who cannot see it.</param>
internal sealed record ResultPicture(byte[] Bytes, RasterSize Size, string Alt)
{
    private const int MaxSide = 320;
    private const int MaxBytes = 24_000;
    private const long MaxValues = 4_000_000;
    private const int MaxTried = 3;

    /// <summary>The picture of the first raster that has one; null where none of the first few does.</summary>
    public static ResultPicture? Create(IReadOnlyList<ResultRaster> rasters) =>
        rasters.Where(raster => raster.Facts is not null).Take(MaxTried)
            .Select(Create).FirstOrDefault(made => made is not null);

    private static ResultPicture? Create(ResultRaster result)
    {
        try
        {
            using var raster = result.Open();
            if (raster.Overviews.Count == 0 && (long)raster.Width * raster.Height * raster.Bands.Count > MaxValues)
            {
                return null;
            }

            var picture = RenderSettings.Create(null, null, Stretch.Default, null).Make(raster, MaxSide, CancellationToken.None);
            if (picture.Colors.CropToValid() is not { } colors)
            {
                return null;
            }

            return new ResultPicture(
                DisplayPicture.Encode(colors, MaxBytes, out var shown), new RasterSize(shown.Width, shown.Height),
                $"Picture of {result.Name}: {string.Join("; ", PictureCaption.Describe(picture))}");
        }
        catch (Up42Exception)
        {
            return null;
        }
    }

    /// <summary>The picture as large as it is shown.</summary>
    public Html ToHtml() => Html.Format(
        $"""<figure style="margin:0 0 10px 0"><img src="{DataUri.WebP(Bytes)}" alt="{Alt}" width="{Size.Width}" height="{Size.Height}"></figure>""");
}
