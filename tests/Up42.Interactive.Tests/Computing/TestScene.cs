using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Computing;

/// <summary>Rasters of random values, the same at each run, some of them missing.</summary>
internal static class TestScene
{
    public const int NoData = 0;

    /// <summary>Writes a raster of bands red, green, nir, in blocks of 16 pixels.</summary>
    public static string Write(
        string path, int width, int height, double[] geotransform, int epsg, GdalDataType type = GdalDataType.UInt16, int seed = 1, double missing = 0.05,
        int most = 10_000, int bands = 3)
    {
        var random = new Random(seed);
        using var dataset = GdalDataset.Create(
            "GTiff", path, width, height, bands, type, "TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "COMPRESS=DEFLATE");
        using (var reference = GdalSpatialReference.FromEpsg(epsg))
        {
            dataset.SetSpatialReference(reference);
        }

        dataset.Geotransform = geotransform;
        var isMissing = Enumerable.Range(0, width * height).Select(_ => random.NextDouble() < missing).ToArray();
        for (var number = 1; number <= bands; number++)
        {
            var band = dataset.Band(number);
            band.Description = new[] { "red", "green", "nir" }[number - 1];
            band.SetNoData(NoData);
            band.WriteRows<double>(0, [.. isMissing.Select(none => none ? NoData : (double)random.Next(1, most))]);
        }

        dataset.Close();
        return path;
    }

    /// <summary>Pixels of ten metres in UTM zone 33N, near Berlin.</summary>
    public static double[] Utm => [390000, 10, 0, 5820000, 0, -10];
}
