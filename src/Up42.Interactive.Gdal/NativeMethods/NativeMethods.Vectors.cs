using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Up42.Interactive.Gdal;

// https://gdal.org/api/vector_c_api.html and https://gdal.org/api/gdal_utils.html
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Gdal, EntryPoint = "GDALDatasetGetLayerCount")]
    internal static partial int GDALDatasetGetLayerCount(DatasetHandle dataset);

    [LibraryImport(Gdal, EntryPoint = "GDALDatasetGetLayer")]
    internal static partial nint GDALDatasetGetLayer(DatasetHandle dataset, int index);

    [LibraryImport(Gdal, EntryPoint = "OGR_L_GetName")]
    [return: MarshalUsing(typeof(LibraryOwnedStringMarshaller))]
    internal static partial string? OGR_L_GetName(nint layer);

    [LibraryImport(Gdal, EntryPoint = "OGR_L_GetSpatialRef")]
    internal static partial nint OGR_L_GetSpatialRef(nint layer);

    [LibraryImport(Gdal, EntryPoint = "GDALVectorTranslateOptionsNew")]
    internal static partial nint GDALVectorTranslateOptionsNew(nint arguments, nint forBinary);

    [LibraryImport(Gdal, EntryPoint = "GDALVectorTranslateOptionsFree")]
    internal static partial void GDALVectorTranslateOptionsFree(nint options);

    [LibraryImport(Gdal, EntryPoint = "GDALVectorTranslate", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint GDALVectorTranslate(
        string path, nint target, int sourceCount, nint* sources, VectorTranslateOptionsHandle options, out int usageError);
}
