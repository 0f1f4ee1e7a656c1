namespace Up42.Interactive.Gdal;

/// <summary>Opening and creating.</summary>
internal sealed partial class GdalDataset
{
    private const uint OpenRaster = 0x02;
    private const uint OpenVerboseError = 0x40;

    /// <summary>Opens an existing raster read-only, without a look at the files beside it.</summary>
    /// <param name="path">A plain path; the caller has made sure that it is a local file, or that of a <see cref="GdalVirtualFile"/>.</param>
    /// <param name="drivers">Short names of the drivers that may open it.</param>
    /// <exception cref="GdalException">None of the drivers can.</exception>
    internal static GdalDataset Open(string path, IEnumerable<string> drivers)
    {
        using var scope = GdalScope.Enter();
        using var allowed = new StringListHandle(drivers);
        var handle = new DatasetHandle(NativeMethods.GDALOpenEx(path, OpenRaster | OpenVerboseError, allowed.Pointer, 0, 0));
        if (handle.IsInvalid)
        {
            throw scope.Error($"Opening {System.IO.Path.GetFileName(path)}");
        }

        try
        {
            GdalScope.ThrowIfFileFailed();
            return new GdalDataset(handle, path);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>The driver that a file seems made for, by its first bytes; null where no driver knows it.</summary>
    internal static string? Identify(string path)
    {
        using var scope = GdalScope.Enter();
        var driver = NativeMethods.GDALIdentifyDriverEx(path, OpenRaster, 0, 0);
        return driver == 0 ? null : NativeMethods.GDALGetDriverShortName(driver);
    }

    /// <summary>Creates a raster. Write its bands, then <see cref="Close"/> it.</summary>
    /// <param name="driver">A short name: "GTiff".</param>
    /// <param name="path">Where; an existing file is replaced.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="bands">The number of bands.</param>
    /// <param name="type">The type of every band.</param>
    /// <param name="options">The driver's creation options: "TILED=YES", "COMPRESS=DEFLATE".</param>
    internal static GdalDataset Create(
        string driver, string path, int width, int height, int bands, GdalDataType type, params IEnumerable<string> options)
    {
        using var scope = GdalScope.Enter();
        using var list = new StringListHandle(options);
        var handle = NativeMethods.GDALCreate(FindDriver(driver), path, width, height, bands, type, list.Pointer);
        return handle == 0 ? throw scope.Error($"Creating {System.IO.Path.GetFileName(path)}") : new GdalDataset(new DatasetHandle(handle), path);
    }

    /// <summary>Creates a raster in memory.</summary>
    internal static GdalDataset CreateInMemory(int width, int height, int bands, GdalDataType type) => Create("MEM", string.Empty, width, height, bands, type);

    /// <summary>Writes this raster in another format, to a file or to GDAL's memory files (<c>/vsimem/…</c>).</summary>
    /// <param name="driver">A short name: "PNG".</param>
    /// <param name="path">Where.</param>
    /// <param name="options">The driver's creation options.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    internal unsafe void SaveCopy(string driver, string path, IEnumerable<string> options, CancellationToken cancellationToken = default)
    {
        using var scope = GdalScope.Enter();
        using var list = new StringListHandle(options);
        using var progress = new GdalProgress(cancellationToken);
        var handle = NativeMethods.GDALCreateCopy(FindDriver(driver), path, Handle, false, list.Pointer, GdalProgress.Callback, progress.Data);
        cancellationToken.ThrowIfCancellationRequested();
        if (handle == 0)
        {
            throw scope.Error($"Writing {driver}");
        }

        NativeMethods.GDALClose(handle);
        if (scope.HasFailed)
        {
            throw scope.Error($"Writing {driver}");
        }
    }

    private static nint FindDriver(string name)
    {
        var driver = NativeMethods.GDALGetDriverByName(name);
        return driver != 0 ? driver : throw new GdalException($"This GDAL ({GdalLibrary.Version}) has no {name} driver; install one that has.");
    }
}
