using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>Finds GDAL's native library at run time, once, and prepares it.</summary>
internal static class GdalLibrary
{
    private const int OldestVersion = 3_05_00_00;
    private const long CacheBytes = 64L << 20;

    private static readonly Lazy<nint> Handle = new(() => Load(GdalLibraryCandidates.ForThisMachine()));
    private static readonly Lazy<string> LoadedVersion = new(Prepare);

    /// <summary>GDAL's version, for example "3.6.2".</summary>
    internal static string Version => LoadedVersion.Value;

    /// <summary>Loads GDAL if that has not happened yet.</summary>
    /// <exception cref="GdalException">No GDAL was found, or one that is too old.</exception>
    internal static void EnsureLoaded() => _ = LoadedVersion.Value;

    /// <summary>Loads the first candidate that can be loaded.</summary>
    /// <exception cref="GdalException">None can; the message lists them and says how to install GDAL.</exception>
    internal static nint Load(GdalLibraryCandidates candidates)
    {
        foreach (var candidate in candidates.Names)
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
            {
                if (NativeLibrary.TryGetExport(handle, "GDALVersionInfo", out _))
                {
                    return handle;
                }

                NativeLibrary.Free(handle);
            }
        }

        throw new GdalException(candidates.NotFound()) { IsLibraryMissing = true };
    }

#pragma warning disable CA2255 // The resolver has to stand before the first native call, whichever type makes it.
    [ModuleInitializer]
    internal static void Register()
        => NativeLibrary.SetDllImportResolver(typeof(GdalLibrary).Assembly, (name, _, _) => name == "gdal" ? Handle.Value : 0);
#pragma warning restore CA2255

    private static string Prepare()
    {
        _ = Handle.Value;
        var version = NativeMethods.GDALVersionInfo("RELEASE_NAME");
        if (int.Parse(NativeMethods.GDALVersionInfo("VERSION_NUM"), System.Globalization.CultureInfo.InvariantCulture) < OldestVersion)
        {
            throw new GdalException($"GDAL {version} is too old; install 3.5 or later.") { IsLibraryMissing = true };
        }

        NativeMethods.GDALAllRegister();
        if (NativeMethods.CPLGetConfigOption("GDAL_CACHEMAX", null) is null && NativeMethods.GDALGetCacheMax64() > CacheBytes)
        {
            NativeMethods.GDALSetCacheMax64(CacheBytes);
        }

        // A raster's coordinate reference system must not make PROJ fetch grids.
        NativeMethods.OSRSetPROJEnableNetwork(0);
        if (GdalLibraryCandidates.FindProjData() is { } folder)
        {
            using var paths = new StringListHandle([folder]);
            NativeMethods.OSRSetPROJSearchPaths(paths.Pointer);
        }

        ProjFiles.Install(Handle.Value);
        GdalFileSystem.Install();

        return version;
    }
}
