namespace Up42.Interactive.Gdal;

/// <summary>Metadata and overviews.</summary>
internal sealed unsafe partial class GdalDataset
{
    /// <summary>A metadata item, or null.</summary>
    /// <param name="key">Its name: "COMPRESSION".</param>
    /// <param name="domain">Its domain: "IMAGE_STRUCTURE"; null is the default one.</param>
    internal string? Metadata(string key, string? domain = null)
    {
        using var scope = GdalScope.Enter();
        return NativeMethods.GDALGetMetadataItem(Handle, key, domain);
    }

    /// <summary>True when a metadata domain has any item: "RPC".</summary>
    internal bool HasMetadata(string domain)
    {
        using var scope = GdalScope.Enter();
        return NativeMethods.GDALGetMetadata(Handle, domain) != 0;
    }

    internal void SetMetadata(string key, string? value, string? domain = null)
    {
        using var scope = GdalScope.Enter();
        scope.Check(NativeMethods.GDALSetMetadataItem(Handle, key, value, domain), $"Setting {key} of {Name}");
    }

    /// <summary>Builds reduced copies inside the file, for which it must have been created or opened for writing.</summary>
    /// <param name="resampling">"AVERAGE", "NEAREST", …</param>
    /// <param name="factors">2, 4, 8, …</param>
    /// <param name="cancellationToken">Cancels the build.</param>
    internal void BuildOverviews(string resampling, IReadOnlyList<int> factors, CancellationToken cancellationToken = default)
    {
        using var scope = GdalScope.Enter();
        using var progress = new GdalProgress(cancellationToken);
        fixed (int* first = factors.ToArray())
        {
            var result = NativeMethods.GDALBuildOverviews(
                Handle, resampling, factors.Count, first, 0, null, GdalProgress.Callback, progress.Data);
            cancellationToken.ThrowIfCancellationRequested();
            scope.Check(result, $"Building overviews of {Name}");
        }
    }
}
