namespace Up42.Interactive;

/// <summary>Warping.</summary>
public sealed partial class RasterFile
{
    /// <summary>
    /// Reads the whole raster, reduced as by <see cref="Preview"/>, and warps that to another coordinate reference system by nearest neighbour.
    /// </summary>
    /// <param name="crs">The coordinate reference system wanted: <c>RasterCrs.FromEpsg(4326)</c>.</param>
    /// <param name="maxSize">Pixels on the longer side at most.</param>
    /// <param name="bands">The numbers of the bands, the first is 1; null: <see cref="DefaultBands"/>.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="Up42Exception">The raster has no place there, the band does not exist, or a block cannot be read.</exception>
    public RasterImage Warp(RasterCrs crs, int maxSize = 1024, IReadOnlyList<int>? bands = null, CancellationToken cancellationToken = default)
        => Preview(maxSize, bands, cancellationToken).Warp(crs, maxSize, cancellationToken);
}
