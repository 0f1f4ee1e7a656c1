namespace Up42.Interactive.Gdal;

/// <summary>Warping.</summary>
internal sealed unsafe partial class GdalDataset
{
    /// <summary>Warps this raster into a new one in memory.</summary>
    /// <param name="arguments">The arguments of <c>gdalwarp</c>, without files and format: "-t_srs", "EPSG:3857", …</param>
    /// <param name="cancellationToken">Cancels the warp.</param>
    internal GdalDataset Warp(IEnumerable<string> arguments, CancellationToken cancellationToken = default)
    {
        using var scope = GdalScope.Enter();
        using var list = new StringListHandle(["-of", "MEM", .. arguments]);
        using var options = new WarpOptionsHandle(NativeMethods.GDALWarpAppOptionsNew(list.Pointer, 0));
        if (options.IsInvalid)
        {
            throw scope.Error($"Warping {Name}");
        }

        using var progress = new GdalProgress(cancellationToken);
        NativeMethods.GDALWarpAppOptionsSetProgress(options, GdalProgress.Callback, progress.Data);
        var added = false;
        try
        {
            Handle.DangerousAddRef(ref added);
            var source = Handle.DangerousGetHandle();
            var warped = NativeMethods.GDALWarp(string.Empty, 0, 1, &source, options, out _);
            cancellationToken.ThrowIfCancellationRequested();
            return warped == 0 ? throw scope.Error($"Warping {Name}") : new GdalDataset(new DatasetHandle(warped), string.Empty);
        }
        finally
        {
            if (added)
            {
                Handle.DangerousRelease();
            }
        }
    }
}
