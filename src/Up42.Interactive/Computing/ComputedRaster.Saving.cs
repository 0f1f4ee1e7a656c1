namespace Up42.Interactive;

/// <summary>Files.</summary>
public sealed partial class ComputedRaster
{
    private const double NoClass = 0;

    /// <summary>
    /// Writes a cloud-optimized GeoTIFF: 32-bit floating point with NaN for missing values, or 8-bit classes with 0 for none; tiled, compressed, with
    /// overviews. The raster is read once, a part at a time. The file appears when it is whole.
    /// </summary>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <param name="cancellationToken">Cancels the work; no file is left.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="Up42Exception">The raster cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public string SaveTif(string path, CancellationToken cancellationToken = default)
    {
        var band = BandExpression.ComputedBand(Name) with
        {
            Type = Thresholds is null ? PixelType.Float32 : PixelType.UInt8,
            NoData = Thresholds is null ? double.NaN : NoClass,
        };
        return TifFile.Save(
            path, band, _source.Grid.Size, _source.Grid.Place?.Geotransform, Crs, write => _source.ForEach(write, cancellationToken));
    }
}
