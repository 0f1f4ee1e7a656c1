using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

// https://gdal.org/api/cpl.html#cpl-vsi-h
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Gdal, EntryPoint = "VSIGetMemFileBuffer", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint VSIGetMemFileBuffer(string path, out ulong length, [MarshalAs(UnmanagedType.Bool)] bool unlinkAndSeize);

    [LibraryImport(Gdal, EntryPoint = "VSIUnlink", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int VSIUnlink(string path);
}
