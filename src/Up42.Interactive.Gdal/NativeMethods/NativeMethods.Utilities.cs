using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

// https://gdal.org/api/gdal_utils.html
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Gdal, EntryPoint = "GDALWarpAppOptionsNew")]
    internal static partial nint GDALWarpAppOptionsNew(nint arguments, nint forBinary);

    [LibraryImport(Gdal, EntryPoint = "GDALWarpAppOptionsFree")]
    internal static partial void GDALWarpAppOptionsFree(nint options);

    [LibraryImport(Gdal, EntryPoint = "GDALWarpAppOptionsSetProgress")]
    internal static partial void GDALWarpAppOptionsSetProgress(WarpOptionsHandle options,
        delegate* unmanaged[Stdcall]<double, byte*, void*, int> progress, void* progressData);

    [LibraryImport(Gdal, EntryPoint = "GDALWarp", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint GDALWarp(string path, nint target, int sourceCount, nint* sources, WarpOptionsHandle options, out int usageError);
}
