namespace Up42.Interactive;

/// <summary>The values that set the stretch of several images: each is read once, and kept until it is painted.</summary>
internal sealed class SharedStretch
{
    private readonly Dictionary<int, RasterImage> _images = [];
    private readonly Dictionary<int, (RasterImage Measured, string Note)> _measured = [];

    /// <summary>Reads the images that share a stretch.</summary>
    /// <param name="rasters">All rasters.</param>
    /// <param name="isForAll">Whether all share one; else the tiles of each scene do.</param>
    /// <param name="read">Reads a raster, reduced.</param>
    /// <exception cref="Up42Exception">All are to share a stretch, and have unlike numbers of bands.</exception>
    public static SharedStretch Measure(IReadOnlyList<MapRaster> rasters, bool isForAll, Func<RasterFile, RasterImage> read)
    {
        var stretch = new SharedStretch();
        if (rasters.Count < 2)
        {
            return stretch;
        }

        foreach (var group in isForAll ? [[.. Enumerable.Range(0, rasters.Count)]] : Scenes(rasters))
        {
            stretch.Add(rasters, group, read, isForAll ? "one stretch for all images" : $"one stretch for the {group.Count} tiles of the scene");
        }

        return stretch;
    }

    /// <summary>The image that was read of a raster, and the one that sets its stretch; null where it has its own.</summary>
    public (RasterImage Image, RasterImage Measured, string Note)? Take(int raster) =>
        _measured.TryGetValue(raster, out var measured) && _images.Remove(raster, out var image) ? (image, measured.Measured, measured.Note) : null;

    private static IReadOnlyList<IReadOnlyList<int>> Scenes(IReadOnlyList<MapRaster> rasters)
    {
        var tiles = new SceneTiles();
        foreach (var (index, raster) in rasters.Index())
        {
            Try(raster, file => tiles.Add(index, file));
        }

        return tiles.Scenes;
    }

    private void Add(IReadOnlyList<MapRaster> rasters, IReadOnlyList<int> group, Func<RasterFile, RasterImage> read, string note)
    {
        var images = new List<(int Raster, RasterImage Image)>();
        foreach (var index in group)
        {
            Try(rasters[index], file => images.Add((index, read(file))));
        }

        if (images.Select(image => image.Image.Bands.Count).Distinct().Count() > 1)
        {
            throw new Up42Exception("One stretch for all images needs as many bands of each. Name the bands, for example bands: 1.");
        }

        if (images.Count > 1)
        {
            var measured = RasterImage.Concatenate([.. images.Select(image => image.Image)]);
            images.ForEach(image => (_images[image.Raster], _measured[image.Raster]) = (image.Image, (measured, note)));
        }
    }

    // What cannot be read is said where the image would be added to the map.
    private static void Try(MapRaster raster, Action<RasterFile> action)
    {
        try
        {
            using var file = raster.Raster.Open();
            action(file);
        }
        catch (Up42Exception)
        {
        }
    }
}
