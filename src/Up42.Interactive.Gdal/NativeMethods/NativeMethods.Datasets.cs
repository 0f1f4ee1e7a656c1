using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Up42.Interactive.Gdal;

// https://gdal.org/api/raster_c_api.html: drivers and datasets
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Gdal, EntryPoint = "GDALVersionInfo", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalUsing(typeof(LibraryOwnedStringMarshaller))]
    internal static partial string GDALVersionInfo(string request);

    [LibraryImport(Gdal, EntryPoint = "GDALAllRegister")]
    internal static partial void GDALAllRegister();

    [LibraryImport(Gdal, EntryPoint = "GDALGetCacheMax64")]
    internal static partial long GDALGetCacheMax64();

    [LibraryImport(Gdal, EntryPoint = "GDALSetCacheMax64")]
    internal static partial void GDALSetCacheMax64(long bytes);

    [LibraryImport(Gdal, EntryPoint = "GDALGetDriverByName", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint GDALGetDriverByName(string name);

    [LibraryImport(Gdal, EntryPoint = "GDALGetDriverShortName")]
    [return: MarshalUsing(typeof(LibraryOwnedStringMarshaller))]
    internal static partial string? GDALGetDriverShortName(nint driver);

    [LibraryImport(Gdal, EntryPoint = "GDALOpenEx", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint GDALOpenEx(string path, uint flags, nint allowedDrivers, nint openOptions, nint siblingFiles);

    [LibraryImport(Gdal, EntryPoint = "GDALIdentifyDriverEx", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint GDALIdentifyDriverEx(string path, uint flags, nint allowedDrivers, nint siblingFiles);

    [LibraryImport(Gdal, EntryPoint = "GDALCreate", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint GDALCreate(nint driver, string path, int width, int height, int bands, GdalDataType type, nint options);

    [LibraryImport(Gdal, EntryPoint = "GDALCreateCopy", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint GDALCreateCopy(nint driver, string path, DatasetHandle source, [MarshalAs(UnmanagedType.Bool)] bool strict, nint options,
        delegate* unmanaged[Stdcall]<double, byte*, void*, int> progress, void* progressData);

    [LibraryImport(Gdal, EntryPoint = "GDALClose")]
    internal static partial void GDALClose(nint dataset);

    [LibraryImport(Gdal, EntryPoint = "GDALFlushCache")]
    internal static partial void GDALFlushCache(DatasetHandle dataset);

    [LibraryImport(Gdal, EntryPoint = "GDALGetDatasetDriver")]
    internal static partial nint GDALGetDatasetDriver(DatasetHandle dataset);

    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterXSize")]
    internal static partial int GDALGetRasterXSize(DatasetHandle dataset);

    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterYSize")]
    internal static partial int GDALGetRasterYSize(DatasetHandle dataset);

    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterCount")]
    internal static partial int GDALGetRasterCount(DatasetHandle dataset);

    [LibraryImport(Gdal, EntryPoint = "GDALGetGeoTransform")]
    internal static partial int GDALGetGeoTransform(DatasetHandle dataset, double* geotransform);

    [LibraryImport(Gdal, EntryPoint = "GDALSetGeoTransform")]
    internal static partial int GDALSetGeoTransform(DatasetHandle dataset, double* geotransform);

    [LibraryImport(Gdal, EntryPoint = "GDALGetSpatialRef")]
    internal static partial nint GDALGetSpatialRef(DatasetHandle dataset);

    [LibraryImport(Gdal, EntryPoint = "GDALSetSpatialRef")]
    internal static partial int GDALSetSpatialRef(DatasetHandle dataset, SpatialReferenceHandle reference);


    [LibraryImport(Gdal, EntryPoint = "GDALGetMetadata", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint GDALGetMetadata(DatasetHandle dataset, string? domain);

    [LibraryImport(Gdal, EntryPoint = "GDALGetMetadataItem", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalUsing(typeof(LibraryOwnedStringMarshaller))]
    internal static partial string? GDALGetMetadataItem(DatasetHandle dataset, string key, string? domain);

    [LibraryImport(Gdal, EntryPoint = "GDALSetMetadataItem", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int GDALSetMetadataItem(DatasetHandle dataset, string key, string? value, string? domain);

    [LibraryImport(Gdal, EntryPoint = "GDALBuildOverviews", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int GDALBuildOverviews(DatasetHandle dataset, string resampling, int count, int* factors, int bandCount, int* bands,
        delegate* unmanaged[Stdcall]<double, byte*, void*, int> progress, void* progressData);
}
