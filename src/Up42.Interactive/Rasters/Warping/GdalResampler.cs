using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>GDAL's resampling of values in memory, NaN where one is missing.</summary>
internal static class GdalResampler
{
    /// <summary>Values on another grid.</summary>
    /// <param name="values">The values, row by row.</param>
    /// <param name="size">Their size.</param>
    /// <param name="place">Where they lie.</param>
    /// <param name="crs">In which coordinates.</param>
    /// <param name="target">Where they are wanted.</param>
    /// <param name="targetCrs">In which coordinates.</param>
    /// <param name="method">How.</param>
    /// <param name="scale">Pixels of the target for one of the source along x and y.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="Up42Exception">There is no way between the coordinate reference systems.</exception>
    public static double[] Resample(
        double[] values, RasterSize size, Geotransform place, RasterCrs crs, WarpTarget target, RasterCrs targetCrs, Resampling method,
        (double X, double Y) scale, CancellationToken cancellationToken)
    {
        try
        {
            using var source = GdalDataset.CreateInMemory(size.Width, size.Height, 1, GdalDataType.Float64);
            using (var reference = GdalSpatialReference.FromWkt(crs.Wkt))
            {
                source.SetSpatialReference(reference);
            }

            source.Geotransform = place.ToArray();
            source.Band(1).SetNoData(double.NaN);
            source.Band(1).WriteRows<double>(0, values);
            using var warped = source.Warp(target.ToArguments(targetCrs.Wkt, method, scale), cancellationToken);
            var resampled = new double[target.Size.Width * target.Size.Height];
            var band = warped.Band(1);
            band.Read(GdalWindow.Whole(band), resampled.AsSpan(), band.Width, band.Height);
            return resampled;
        }
        catch (GdalException exception)
        {
            throw new Up42Exception($"The raster could not be taken to {targetCrs}. {exception.Message}", exception);
        }
    }
}
