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

    [LibraryImport(Gdal, EntryPoint = "OGR_L_ResetReading")]
    internal static partial void OGR_L_ResetReading(nint layer);

    [LibraryImport(Gdal, EntryPoint = "OGR_L_GetNextFeature")]
    internal static partial nint OGR_L_GetNextFeature(nint layer);

    [LibraryImport(Gdal, EntryPoint = "OGR_F_GetGeometryRef")]
    internal static partial nint OGR_F_GetGeometryRef(nint feature);

    [LibraryImport(Gdal, EntryPoint = "OGR_F_Destroy")]
    internal static partial void OGR_F_Destroy(nint feature);

    [LibraryImport(Gdal, EntryPoint = "OGR_G_HasCurveGeometry")]
    internal static partial int OGR_G_HasCurveGeometry(nint geometry, int onlyIfBent);

    [LibraryImport(Gdal, EntryPoint = "OGR_F_GetFieldAsInteger")]
    internal static partial int OGR_F_GetFieldAsInteger(nint feature, int field);

    [LibraryImport(Gdal, EntryPoint = "OGR_L_GetLayerDefn")]
    internal static partial nint OGR_L_GetLayerDefn(nint layer);

    [LibraryImport(Gdal, EntryPoint = "OGR_FD_GetFieldCount")]
    internal static partial int OGR_FD_GetFieldCount(nint definition);

    [LibraryImport(Gdal, EntryPoint = "OGR_FD_GetFieldDefn")]
    internal static partial nint OGR_FD_GetFieldDefn(nint definition, int field);

    [LibraryImport(Gdal, EntryPoint = "OGR_Fld_GetNameRef")]
    internal static partial byte* OGR_Fld_GetNameRef(nint definition);

    [LibraryImport(Gdal, EntryPoint = "OGR_Fld_GetType")]
    internal static partial int OGR_Fld_GetType(nint definition);

    [LibraryImport(Gdal, EntryPoint = "OGR_F_GetFieldAsString")]
    internal static partial byte* OGR_F_GetFieldAsString(nint feature, int field);

    [LibraryImport(Gdal, EntryPoint = "OGR_F_GetFieldAsBinary")]
    internal static partial nint OGR_F_GetFieldAsBinary(nint feature, int field, out int length);

    [LibraryImport(Gdal, EntryPoint = "OGR_G_WkbSize")]
    internal static partial int OGR_G_WkbSize(nint geometry);

    [LibraryImport(Gdal, EntryPoint = "OGR_G_ExportToWkb")]
    internal static partial int OGR_G_ExportToWkb(nint geometry, int byteOrder, byte* wkb);

    [LibraryImport(Gdal, EntryPoint = "GDALDatasetCreateLayer", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint GDALDatasetCreateLayer(DatasetHandle dataset, string name, nint reference, uint geometryType, nint options);

    [LibraryImport(Gdal, EntryPoint = "OGR_L_CreateField")]
    internal static partial int OGR_L_CreateField(nint layer, nint definition, int approximate);

    [LibraryImport(Gdal, EntryPoint = "OGR_Fld_Create", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint OGR_Fld_Create(string name, int type);

    [LibraryImport(Gdal, EntryPoint = "OGR_Fld_Destroy")]
    internal static partial void OGR_Fld_Destroy(nint definition);

    [LibraryImport(Gdal, EntryPoint = "GDALPolygonize")]
    internal static partial int GDALPolygonize(nint band, nint mask, nint layer, int field, nint options,
        delegate* unmanaged[Stdcall]<double, byte*, void*, int> progress, void* progressData);

    [LibraryImport(Gdal, EntryPoint = "OGR_G_GetGeometryType")]
    internal static partial uint OGR_G_GetGeometryType(nint geometry);

    [LibraryImport(Gdal, EntryPoint = "GDALVectorTranslateOptionsNew")]
    internal static partial nint GDALVectorTranslateOptionsNew(nint arguments, nint forBinary);

    [LibraryImport(Gdal, EntryPoint = "GDALVectorTranslateOptionsFree")]
    internal static partial void GDALVectorTranslateOptionsFree(nint options);

    [LibraryImport(Gdal, EntryPoint = "GDALVectorTranslate", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint GDALVectorTranslate(
        string path, nint target, int sourceCount, nint* sources, VectorTranslateOptionsHandle options, out int usageError);
}
