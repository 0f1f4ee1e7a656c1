using Up42.Interactive.Gdal;

namespace Up42.Interactive.Sandbox;

/// <summary>Rasters as cloud-optimized GeoTIFFs: tiled, compressed, with overviews before the pixels.</summary>
internal static class CogFile
{
    // Not NUM_THREADS: see SceneMaker.
    private static readonly string[] Options = ["COMPRESS=DEFLATE", "PREDICTOR=YES", "BLOCKSIZE=256", "OVERVIEW_RESAMPLING=AVERAGE", "BIGTIFF=IF_SAFER"];

    public static void Write(string path, RasterData raster)
    {
        using var dataset = GdalDataset.CreateInMemory(raster.Width, raster.Height, raster.Bands.Count, raster.Type);
        using (var utm = GdalSpatialReference.FromEpsg(raster.Grid.Epsg))
        {
            dataset.SetSpatialReference(utm);
        }

        dataset.Geotransform = raster.Grid.Geotransform;
        foreach (var (index, name) in raster.Names.Index())
        {
            var band = dataset.Band(index + 1);
            band.Description = name;
            band.Color = ColorOf(name);
            band.SetNoData(0);
            WriteBand(band, raster.Bands[index], raster.Type);
        }

        dataset.SaveCopy("COG", path, Options);
    }

    /// <summary>A scene of any size, strip by strip through a file beside it.</summary>
    public static void Write(string path, SceneOptions scene)
    {
        var plain = path + ".plain.tif";
        try
        {
            SceneMaker.Write(plain, scene);
            using var dataset = GdalDataset.Open(plain, ["GTiff"]);
            dataset.SaveCopy("COG", path, Options);
        }
        finally
        {
            File.Delete(plain);
        }
    }

    public static RasterData Read(string path, RasterGrid grid)
    {
        using var dataset = GdalDataset.Open(path, ["GTiff"]);
        var (names, bands) = (new List<string>(), new List<float[]>());
        for (var number = 1; number <= dataset.BandCount; number++)
        {
            var band = dataset.Band(number);
            var pixels = new float[dataset.Width * dataset.Height];
            band.Read<float>(new GdalWindow(0, 0, dataset.Width, dataset.Height), pixels, dataset.Width, dataset.Height);
            names.Add(band.Description);
            bands.Add(pixels);
        }

        return new RasterData(grid, names, bands) { Type = dataset.Band(1).Type };
    }

    private static void WriteBand(GdalBand band, float[] values, GdalDataType type)
    {
        if (type == GdalDataType.Byte)
        {
            band.WriteRows<byte>(0, Array.ConvertAll(values, value => (byte)Math.Clamp(value + 0.5f, 0, 255)));
        }
        else
        {
            band.WriteRows<ushort>(0, Array.ConvertAll(values, value => (ushort)Math.Clamp(value + 0.5f, 0, 65535)));
        }
    }

    private static GdalColorInterpretation ColorOf(string name) => name switch
    {
        "red" => GdalColorInterpretation.Red,
        "green" => GdalColorInterpretation.Green,
        "blue" => GdalColorInterpretation.Blue,
        "pan" or "change" => GdalColorInterpretation.Gray,
        _ => GdalColorInterpretation.Undefined,
    };
}
