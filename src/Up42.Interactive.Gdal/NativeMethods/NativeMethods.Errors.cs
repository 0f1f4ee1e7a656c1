using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>GDAL's C API, one file per section of its manual.</summary>
internal static unsafe partial class NativeMethods
{
    /// <summary>The name that <see cref="GdalLibrary"/> resolves.</summary>
    private const string Gdal = "gdal";

    // https://gdal.org/api/cpl.html#cpl-error-h

    [LibraryImport(Gdal, EntryPoint = "CPLPushErrorHandlerEx")]
    internal static partial void CPLPushErrorHandlerEx(delegate* unmanaged[Stdcall]<int, int, byte*, void> handler, nint userData);

    [LibraryImport(Gdal, EntryPoint = "CPLPopErrorHandler")]
    internal static partial void CPLPopErrorHandler();
}
