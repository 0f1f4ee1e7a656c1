namespace Up42.Interactive;

/// <summary>Says which resolution a file reaches.</summary>
internal static class DetailNote
{
    /// <summary>A sentence.</summary>
    /// <param name="image">The image.</param>
    /// <param name="finest">The finest level that the file has anything of.</param>
    /// <param name="whole">The finest level that it has all of.</param>
    /// <param name="quality">The quality of the tiles, by its place among <see cref="DetailSample.Qualities"/>.</param>
    /// <param name="allBytes">What the file would take with all levels.</param>
    /// <param name="maxFileSize">What it may take.</param>
    public static string Format(DetailImage image, int finest, int whole, int quality, double allBytes, long maxFileSize)
    {
        var levels = image.Grid.Levels;
        var rest = $"down to its own {Size(0)} it would take about {FileSize.Format((long)allBytes)}, and MapOptions.MaxFileSize allows "
            + $"{FileSize.Format(maxFileSize)}.";
        return (finest, whole) switch
        {
            (0, 0) => $"{image.Request.Name} can be zoomed to every pixel of {Size(0)}{Quality()}.",
            _ when finest == levels => $"{image.Request.Name} cannot be zoomed beyond its picture: {rest}",
            _ when finest == whole => $"{image.Request.Name} can be zoomed to {Size(whole)} a pixel{Quality()}: {rest}",
            _ => $"{image.Request.Name} can be zoomed to {Size(finest)} a pixel within the area of interest"
                + (whole == levels ? string.Empty : $", to {Size(whole)} elsewhere") + $"{Quality()}: {rest}",
        };

        string Size(int level) => $"{NumberText.Format(Ground(image) * Math.Pow(2, level), digits: 2)} m";

        string Quality() => image.Request.IsCategorical ? string.Empty : $", in WebP of quality {DetailSample.Qualities[quality]}";
    }

    /// <summary>The side of a pixel of level 0 on the ground, in metres, where the image is nearest to the equator.</summary>
    private static double Ground(DetailImage image)
    {
        var box = WebMercator.ToWgs84(image.Request.Bounds);
        return image.Grid.PixelSize * Math.Cos(Math.Clamp(0, box.MinY, box.MaxY) * Math.PI / 180);
    }
}
