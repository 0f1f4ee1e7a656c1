namespace Up42.Interactive.Gdal;

/// <summary>A raster dataset. It serves one thread at a time.</summary>
internal sealed partial class GdalDataset : IDisposable
{
    private GdalDataset(DatasetHandle handle, string path)
    {
        Handle = handle;
        Path = path;
        Driver = NativeMethods.GDALGetDriverShortName(NativeMethods.GDALGetDatasetDriver(handle)) ?? string.Empty;
        Width = NativeMethods.GDALGetRasterXSize(handle);
        Height = NativeMethods.GDALGetRasterYSize(handle);
        BandCount = NativeMethods.GDALGetRasterCount(handle);
    }

    /// <summary>The path it was opened or created under; empty in memory.</summary>
    internal string Path { get; }

    /// <summary>The short name of its driver: "GTiff".</summary>
    internal string Driver { get; }

    internal int Width { get; }

    internal int Height { get; }

    internal int BandCount { get; }

    internal DatasetHandle Handle { get; }

    private string Name => Path.Length == 0 ? "an image in memory" : System.IO.Path.GetFileName(Path);

    /// <summary>A band; the first is 1.</summary>
    internal GdalBand Band(int number)
    {
        using var scope = GdalScope.Enter();
        var band = NativeMethods.GDALGetRasterBand(Handle, number);
        return band == 0
            ? throw new GdalException($"{Name} has no band {number}, only {BandCount}.")
            : new GdalBand(this, band, number, $"band {number} of {Name}");
    }

    /// <summary>Writes what is still in the cache, and closes. Unlike <see cref="Dispose"/> it throws when that fails: call it at the end of writing.</summary>
    internal void Close()
    {
        using var scope = GdalScope.Enter();
        NativeMethods.GDALFlushCache(Handle);
        Handle.Dispose();
        if (scope.HasFailed)
        {
            throw scope.Error($"Writing {Name}");
        }
    }

    /// <summary>Frees the blocks that were read, which the cache keeps else until others take their place.</summary>
    internal void FreeBlocks() => NativeMethods.GDALFlushCache(Handle);

    public void Dispose() => Handle.Dispose();
}
