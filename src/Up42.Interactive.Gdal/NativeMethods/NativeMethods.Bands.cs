using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Up42.Interactive.Gdal;

// https://gdal.org/api/raster_c_api.html: raster bands. A band belongs to its dataset, so it is a plain pointer.
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterBand")]
    internal static partial nint GDALGetRasterBand(DatasetHandle dataset, int number);

    [LibraryImport(Gdal, EntryPoint = "GDALRasterIOEx")]
    internal static partial int GDALRasterIOEx(nint band, int write, int x, int y, int width, int height, void* buffer, int bufferWidth, int bufferHeight,
        GdalDataType bufferType, nint pixelSpace, nint lineSpace, RasterIOExtra* extra);

    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterDataType")]
    internal static partial GdalDataType GDALGetRasterDataType(nint band);

    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterBandXSize")]
    internal static partial int GDALGetRasterBandXSize(nint band);

    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterBandYSize")]
    internal static partial int GDALGetRasterBandYSize(nint band);

    [LibraryImport(Gdal, EntryPoint = "GDALGetBlockSize")]
    internal static partial void GDALGetBlockSize(nint band, out int width, out int height);

    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterColorInterpretation")]
    internal static partial GdalColorInterpretation GDALGetRasterColorInterpretation(nint band);

    [LibraryImport(Gdal, EntryPoint = "GDALSetRasterColorInterpretation")]
    internal static partial int GDALSetRasterColorInterpretation(nint band, GdalColorInterpretation color);

    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterNoDataValue")]
    internal static partial double GDALGetRasterNoDataValue(nint band, out int exists);

    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterNoDataValueAsInt64")]
    internal static partial long GDALGetRasterNoDataValueAsInt64(nint band, out int exists);

    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterNoDataValueAsUInt64")]
    internal static partial ulong GDALGetRasterNoDataValueAsUInt64(nint band, out int exists);

    [LibraryImport(Gdal, EntryPoint = "GDALSetRasterNoDataValue")]
    internal static partial int GDALSetRasterNoDataValue(nint band, double value);

    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterScale")]
    internal static partial double GDALGetRasterScale(nint band, out int exists);

    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterOffset")]
    internal static partial double GDALGetRasterOffset(nint band, out int exists);

    [LibraryImport(Gdal, EntryPoint = "GDALSetRasterScale")]
    internal static partial int GDALSetRasterScale(nint band, double scale);

    [LibraryImport(Gdal, EntryPoint = "GDALSetRasterOffset")]
    internal static partial int GDALSetRasterOffset(nint band, double offset);

    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterUnitType")]
    [return: MarshalUsing(typeof(LibraryOwnedStringMarshaller))]
    internal static partial string? GDALGetRasterUnitType(nint band);

    [LibraryImport(Gdal, EntryPoint = "GDALGetOverviewCount")]
    internal static partial int GDALGetOverviewCount(nint band);

    [LibraryImport(Gdal, EntryPoint = "GDALGetOverview")]
    internal static partial nint GDALGetOverview(nint band, int index);

    [LibraryImport(Gdal, EntryPoint = "GDALGetMaskBand")]
    internal static partial nint GDALGetMaskBand(nint band);

    [LibraryImport(Gdal, EntryPoint = "GDALGetMaskFlags")]
    internal static partial int GDALGetMaskFlags(nint band);

    [LibraryImport(Gdal, EntryPoint = "GDALGetRasterColorTable")]
    internal static partial nint GDALGetRasterColorTable(nint band);

    [LibraryImport(Gdal, EntryPoint = "GDALGetColorEntryCount")]
    internal static partial int GDALGetColorEntryCount(nint table);

    [LibraryImport(Gdal, EntryPoint = "GDALGetColorEntryAsRGB")]
    internal static partial int GDALGetColorEntryAsRGB(nint table, int index, GdalColorEntry* entry);

    [LibraryImport(Gdal, EntryPoint = "GDALGetDescription")]
    [return: MarshalUsing(typeof(LibraryOwnedStringMarshaller))]
    internal static partial string? GDALGetDescription(nint bandOrDataset);

    [LibraryImport(Gdal, EntryPoint = "GDALSetDescription", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void GDALSetDescription(nint bandOrDataset, string text);

    [LibraryImport(Gdal, EntryPoint = "GDALGetMetadataItem", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalUsing(typeof(LibraryOwnedStringMarshaller))]
    internal static partial string? GDALGetMetadataItem(nint band, string key, string? domain);
}
