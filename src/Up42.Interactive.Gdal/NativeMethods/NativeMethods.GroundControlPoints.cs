using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

// https://gdal.org/api/raster_c_api.html and https://gdal.org/api/gdal_alg.html: ground control points
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Gdal, EntryPoint = "GDALGetGCPCount")]
    internal static partial int GDALGetGCPCount(DatasetHandle dataset);

    [LibraryImport(Gdal, EntryPoint = "GDALGetGCPs")]
    internal static partial nint GDALGetGCPs(DatasetHandle dataset);

    [LibraryImport(Gdal, EntryPoint = "GDALGetGCPSpatialRef")]
    internal static partial nint GDALGetGCPSpatialRef(DatasetHandle dataset);

    [LibraryImport(Gdal, EntryPoint = "GDALCreateGCPTransformer")]
    internal static partial nint GDALCreateGCPTransformer(int count, nint points, int order, int reversed);

    [LibraryImport(Gdal, EntryPoint = "GDALDestroyGCPTransformer")]
    internal static partial void GDALDestroyGCPTransformer(nint transformer);

    [LibraryImport(Gdal, EntryPoint = "GDALGCPTransform")]
    internal static partial int GDALGCPTransform(GcpTransformerHandle transformer, int toPixels, int count, double* x, double* y, double* z, int* success);
}
