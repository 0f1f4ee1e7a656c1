using Up42.Interactive.Gdal;

namespace Up42.Interactive.Sandbox;

/// <summary>Makes satellite scenes of invented land: four bands of reflectance × 10000, as Sentinel-2 would see it at ten metres.</summary>
public static class SceneMaker
{
    /// <summary>The edge of a tile, and the rows in memory at a time.</summary>
    private const int Tile = 512;

    private static readonly (string Name, GdalColorInterpretation Color)[] Bands =
    [
        ("blue", GdalColorInterpretation.Blue), ("green", GdalColorInterpretation.Green), ("red", GdalColorInterpretation.Red),
        ("nir", GdalColorInterpretation.Undefined),
    ];

    /// <summary>
    /// Writes a scene as a tiled, compressed GeoTIFF with overviews inside: uint16, bands blue, green, red, nir, nodata 0, UTM. Rows are
    /// made and written strip by strip, so a scene of any size needs little memory.
    /// </summary>
    /// <param name="path">The file to write; nothing stays under this name when the writing fails.</param>
    /// <param name="options">Size, place, date; null: the defaults.</param>
    /// <param name="progress">Receives the share that is done, 0…1.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width or height below one pixel.</exception>
    public static void Write(string path, SceneOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new SceneOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Height, 1);
        var partial = path + ".part";
        try
        {
            WriteWhole(partial, options, progress, cancellationToken);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }

        progress?.Report(1);
    }

    private static void WriteWhole(string path, SceneOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        // Not NUM_THREADS: in GDAL 3.6, two datasets that compress in GDAL's one pool while one builds overviews can wait for each other for ever.
        using var dataset = GdalDataset.Create("GTiff", path, options.Width, options.Height, Sensor.Bands, GdalDataType.UInt16,
            "TILED=YES", $"BLOCKXSIZE={Tile}", $"BLOCKYSIZE={Tile}", "COMPRESS=DEFLATE", "PREDICTOR=2", "ZLEVEL=5",
            "PHOTOMETRIC=MINISBLACK", "ALPHA=NO", "BIGTIFF=IF_SAFER");
        using (var utm = GdalSpatialReference.FromEpsg(options.Place.Epsg))
        {
            dataset.SetSpatialReference(utm);
        }

        var grid = new SceneGrid(options);
        dataset.Geotransform = [grid.Left, SceneGrid.PixelSize, 0, grid.Top, 0, -SceneGrid.PixelSize];
        foreach (var (index, (name, color)) in Bands.Index())
        {
            var band = dataset.Band(index + 1);
            (band.Description, band.Color) = (name, color);
            band.SetNoData(0);
        }

        WritePixels(dataset, options, progress, cancellationToken);
        if (Overviews(options) is { Count: > 0 } factors)
        {
            dataset.BuildOverviews("AVERAGE", factors, cancellationToken);
        }

        dataset.Close();
    }

    private static void WritePixels(GdalDataset dataset, SceneOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var sensor = new Sensor(options);
        for (var row = 0; row < options.Height; row += Tile)
        {
            var rows = Math.Min(Tile, options.Height - row);
            var pixels = new ushort[Sensor.Bands * rows * options.Width];
            sensor.Fill(row, rows, pixels, cancellationToken);
            for (var band = 0; band < Sensor.Bands; band++)
            {
                dataset.Band(band + 1).WriteRows<ushort>(row, pixels.AsSpan(band * rows * options.Width, rows * options.Width));
            }

            progress?.Report(0.95 * (row + rows) / options.Height);
        }
    }

    private static List<int> Overviews(SceneOptions options)
    {
        var factors = new List<int>();
        for (var factor = 2; Math.Max(options.Width, options.Height) / factor >= Tile / 2; factor *= 2)
        {
            factors.Add(factor);
        }

        return factors;
    }
}
