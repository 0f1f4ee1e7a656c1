using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Up42.Interactive.Gdal;

// https://gdal.org/api/cpl.html#cpl-conv-h and #cpl-string-h
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Gdal, EntryPoint = "CPLGetThreadLocalConfigOption", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalUsing(typeof(LibraryOwnedStringMarshaller))]
    internal static partial string? CPLGetThreadLocalConfigOption(string key, string? fallback);

    [LibraryImport(Gdal, EntryPoint = "CPLSetThreadLocalConfigOption", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void CPLSetThreadLocalConfigOption(string key, string? value);

    [LibraryImport(Gdal, EntryPoint = "CPLGetConfigOption", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalUsing(typeof(LibraryOwnedStringMarshaller))]
    internal static partial string? CPLGetConfigOption(string key, string? fallback);

    [LibraryImport(Gdal, EntryPoint = "CSLAddString", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint CSLAddString(nint list, string text);

    [LibraryImport(Gdal, EntryPoint = "CSLDestroy")]
    internal static partial void CSLDestroy(nint list);

    [LibraryImport(Gdal, EntryPoint = "VSIFree")]
    internal static partial void VSIFree(nint memory);
}
