using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>One band of values as a GeoTIFF on disk, written piece by piece.</summary>
internal static class TifFile
{
    // GDAL's one pool for compression: two files that go through it while one of them builds overviews wait for each other for ever (GDAL 3.6).
    private static readonly Lock Compression = new();

    private const int TileSize = 512;

    private static readonly string[] CloudOptimized =
        ["COMPRESS=DEFLATE", "PREDICTOR=YES", "LEVEL=1", $"BLOCKSIZE={TileSize}", "NUM_THREADS=ALL_CPUS", "BIGTIFF=IF_SAFER"];

    /// <summary>Writes a cloud-optimized GeoTIFF: tiled, compressed, with overviews.</summary>
    /// <param name="path">The file; it appears when it is whole.</param>
    /// <param name="band">The band; its type is that of the file, its <see cref="RasterBand.NoData"/> stands for what is missing.</param>
    /// <param name="size">The size.</param>
    /// <param name="place">Where it lies; null: nowhere.</param>
    /// <param name="crs">The coordinate reference system; null: none.</param>
    /// <param name="write">Gives the values: it calls its argument with parts, NaN where a value is missing, from one thread at a time.</param>
    /// <param name="cancellationToken">Cancels the work; no file is left.</param>
    /// <returns>The full path.</returns>
    public static string Save(
        string path, RasterBand band, RasterSize size, Geotransform? place, RasterCrs? crs, Action<Action<RasterWindow, double[]>> write,
        CancellationToken cancellationToken) => AtomicFile.SaveByName(path, "result.tif", target =>
        {
            var plain = AtomicFile.TemporaryName(target);
            try
            {
                WritePlain(plain, band, size, place, crs, write, cancellationToken);
                using var dataset = GdalDataset.Open(plain, ["GTiff"]);
                lock (Compression)
                {
                    dataset.SaveCopy("COG", target, CloudOptimized, cancellationToken);
                }
            }
            catch (GdalException exception)
            {
                throw new IOException($"{path} cannot be written: {exception.Message}", exception);
            }
            finally
            {
                File.Delete(plain);
            }
        });

    private static void WritePlain(
        string path, RasterBand band, RasterSize size, Geotransform? place, RasterCrs? crs, Action<Action<RasterWindow, double[]>> write,
        CancellationToken cancellationToken)
    {
        var type = band.Type == PixelType.UInt8 ? GdalDataType.Byte : GdalDataType.Float32;
        using var dataset = GdalDataset.Create("GTiff", path, size.Width, size.Height, 1, type, "BIGTIFF=IF_SAFER", "BLOCKYSIZE=64");
        if (crs is not null)
        {
            using var reference = GdalSpatialReference.FromWkt(crs.Wkt);
            dataset.SetSpatialReference(reference);
        }

        if (place is { } geotransform)
        {
            dataset.Geotransform = geotransform.ToArray();
        }

        var target = dataset.Band(1);
        target.Description = band.Name;
        target.SetNoData(band.NoData!.Value);
        write((window, values) =>
        {
            if (target.Type == GdalDataType.Byte)
            {
                var none = (byte)band.NoData.Value;
                target.Write<byte>(window.Column, window.Row, window.Width, Array.ConvertAll(values, value => double.IsNaN(value) ? none : (byte)value));
            }
            else
            {
                target.Write<float>(window.Column, window.Row, window.Width, Array.ConvertAll(values, value => (float)value));
            }
        });

        // Of a file that is not compressed they take a second, and GDAL's driver for cloud-optimized files takes them as they are.
        if (Reductions(size).ToList() is { Count: > 0 } factors)
        {
            dataset.BuildOverviews(band.Type.IsInteger() ? "NEAREST" : "AVERAGE", factors, cancellationToken);
        }

        dataset.Close();
    }

    private static IEnumerable<int> Reductions(RasterSize size)
    {
        for (var factor = 2; Math.Max(size.Width, size.Height) * 2 / factor > TileSize; factor *= 2)
        {
            yield return factor;
        }
    }
}
