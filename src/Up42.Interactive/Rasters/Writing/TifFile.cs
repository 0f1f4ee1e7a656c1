using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>One band of values as a cloud-optimized GeoTIFF on disk, written piece by piece.</summary>
internal static class TifFile
{
    /// <summary>Writes the file: tiled, compressed, with overviews.</summary>
    /// <param name="path">The file; it appears when it is whole.</param>
    /// <param name="band">The band; its type is that of the file, its <see cref="RasterBand.NoData"/> stands for what is missing.</param>
    /// <param name="size">The size.</param>
    /// <param name="place">Where it lies; null: nowhere.</param>
    /// <param name="crs">The coordinate reference system; null: none.</param>
    /// <param name="write">Gives the values: it calls its argument with parts, NaN where a value is missing, from any thread.</param>
    /// <returns>The full path.</returns>
    public static string Save(
        string path, RasterBand band, RasterSize size, Geotransform? place, RasterCrs? crs, Action<Action<RasterWindow, double[]>> write) =>
        AtomicFile.Save(path, "result.tif", file =>
        {
            try
            {
                var waiting = AtomicFile.TemporaryName(Path.GetFullPath(path));
                using var writer = new CogWriter(waiting, size, band.Type == PixelType.UInt8, (float)band.NoData!.Value);
                write(writer.Add);
                writer.Save(file, BandFields.Create(band, place, crs));
            }
            catch (GdalException exception)
            {
                throw new IOException(exception.Message, exception);
            }
        });
}
